import type { Pool } from "pg";
import { checkAcknowledged } from "./check-acknowledged";
import { checkLog } from "./check-log";
import { checkOrder } from "./check-order";
import { checkRows } from "./check-rows";
import { checkStanding } from "./check-standing";
import type { Deed, Told } from "./deed";
import { idFrom, moveClock } from "./move-clock";
import { observe, type Observed } from "./observe";
import type { ClockMove, RandomFact } from "./random-round";
import { resolve, type Meeting } from "./resolve";
import { byConversation, inShort, type Remembered } from "./round-seen";
import { refillCustomers, type StormOrganization } from "./world";

/** Done conversations in which customers may still write. */
const doneKept = 25;
/** A transaction that was on its way when a round ended has made its entries' ids before. */
const entriesOverlapMs = 20_000;

/** One organization through the storm: what was seen of it last, and what its past lets expect. */
export class OrganizationStory {
  readonly organization: StormOrganization;
  readonly #pool: Pool;
  #observed: Observed | null = null;
  #remembered = new Map<string, Remembered>();
  #knownEntries = new Set<string>();
  #entriesFrom = idFrom(0);
  #overBefore: ReadonlySet<string> = new Set();
  #doneIds: readonly string[] = [];
  /** Entries seen in all. */
  entries = 0;
  inversions = 0;

  constructor(pool: Pool, organization: StormOrganization) {
    this.#pool = pool;
    this.organization = organization;
  }

  async moveClock(move: ClockMove): Promise<void> {
    const ms = await moveClock(this.#pool, this.organization.organizationId, move, this.#doneIds);
    this.#remembered = new Map(
      [...this.#remembered].map(([id, { revision, wait }]) => [id, { revision, wait: wait && { began: wait.began - ms, until: wait.until - ms } }]),
    );
  }

  resolve(facts: readonly RandomFact[], mostOpen: number): Deed[] {
    const observed = this.#observed;
    if (!observed) return [];
    const meeting: Meeting = { conversationId: null, sent: {} };
    return facts.flatMap((fact) => resolve(fact, { organization: this.organization, observed, mostOpen }, meeting) ?? []);
  }

  /** Looks at the organization, whole. @returns null when something was due. */
  look(told: readonly Told[], isLast: boolean): Promise<Observed | null> {
    const named = told.flatMap(({ deed, outcome }) => [
      ...("conversationId" in deed ? [deed.conversationId] : []),
      ...(outcome.kind === "done" && outcome.made !== null && (deed.kind === "begin" || deed.kind === "open") ? [outcome.made] : []),
    ]);
    return observe(this.#pool, {
      organizationId: this.organization.organizationId,
      conversationIds: [...new Set([...named, ...this.#doneIds])],
      entriesFrom: this.#entriesFrom,
      knownEntries: this.#knownEntries,
      countsEntries: isLast,
    });
  }

  /** Checks what was seen, and remembers it. @returns what is broken. */
  async check(observed: Observed, told: readonly Told[], isOvertaken: boolean): Promise<string[]> {
    const seen = {
      observed,
      previous: this.#observed,
      remembered: this.#remembered,
      told,
      entriesOf: byConversation(observed.entries),
      isOvertaken,
      overBefore: this.#overBefore,
    };
    const log = checkLog(seen);
    const problems = [...checkRows(seen), ...checkStanding(seen), ...log.problems, ...checkOrder(seen), ...checkAcknowledged(seen)];
    this.#remember(observed, log.remembered);
    if (observed.entryCount !== null && observed.entryCount !== this.entries) problems.push(`the log has ${observed.entryCount} entries, and ${this.entries} were seen`);
    this.inversions += log.inversions;
    if (told.some(({ deed }) => deed.kind === "merge")) await this.#letMergedGo();
    return problems.length === 0 ? [] : [...problems, `Log of ${this.organization.organizationId} in the round:`, ...observed.entries.map(inShort)];
  }

  #remember(observed: Observed, remembered: ReadonlyMap<string, Remembered>): void {
    this.#observed = observed;
    for (const [id, each] of remembered) this.#remembered.set(id, each);
    this.#doneIds = observed.conversations.flatMap(({ id, state }) => (state === "done" ? [id] : [])).slice(-doneKept);
    const over = observed.agents.filter(({ id, load }) => load > (observed.snapshot.agents.find((agent) => agent.id === id)?.capacity ?? 0));
    this.#overBefore = new Set(over.map(({ id }) => id));
    this.entries += observed.entries.length;
    this.#entriesFrom = idFrom(Date.now() - entriesOverlapMs);
    const known = [...this.#knownEntries, ...observed.entries.map(({ id }) => id)];
    this.#knownEntries = new Set(known.filter((id) => id >= this.#entriesFrom));
  }

  async #letMergedGo(): Promise<void> {
    const { organizationId, customerIds } = this.organization;
    const { rows } = await this.#pool.query<{ id: string }>("SELECT id FROM customer WHERE organization_id = $1 AND id = ANY ($2::uuid[]) AND merged_into_id IS NOT NULL", [
      organizationId,
      customerIds,
    ]);
    await refillCustomers(this.organization, new Set(rows.map(({ id }) => id)));
  }
}
