import { isGiven, type CandidateFacts, type ConversationFacts, type RoutableAgent } from "../routing/model";
import { decide } from "../routing/decide";
import { refuses } from "./check-standing";
import { changesStructure, isByRouter, tell, type RoundSeen, type RouterEntry } from "./round-seen";

/** As many who do not fit are looked at for each agent in a pass. */
const unfitSeen = 5;

/** One that stood before, during and after a pass, untouched: the router itself wrote its last entry. */
interface Left {
  readonly facts: ConversationFacts;
  readonly since: number;
}

/**
 * Who came first got it (the routing contract, §2 edges 8 and 9, §3). Of those who still stand as they stood before a
 * pass, none would have fitted where somebody behind them was put; and who was passed over knows since when, and for a
 * minute at most. Not where facts overtook a decision: whom it was about lost that turn.
 */
export function checkOrder(seen: RoundSeen): string[] {
  const { observed, entriesOf, isOvertaken } = seen;
  if (isOvertaken) return [];
  const isStill = !changesStructure(seen);
  const touched = touchedIds(seen);
  const left = observed.snapshot.conversations.flatMap((facts): Left[] => {
    const last = entriesOf.get(facts.id)?.at(-1);
    if (touched.has(facts.id) || (last && !isByRouter(last))) return [];
    return [{ facts, since: last?.at.getTime() ?? -Infinity }];
  });
  return observed.entries.flatMap((entry) => {
    if (!isByRouter(entry)) return [];
    const outcome = decide(entry.facts);
    const agent = isGiven(outcome) ? agentAt(entry, outcome.agentId) : undefined;
    const asNow = observed.snapshot.agents.find(({ id }) => id === agent?.id);
    if (!agent || !asNow || !isGiven(outcome)) return [];
    const before = left.filter(({ since }) => since < entry.at.getTime()).map(({ facts }) => facts);
    const waiting = before.filter(({ state, dedicatedAgentId }) => state === "waiting" && dedicatedAgentId === agent.id);
    const isFromLine = outcome.normalRouting !== null;
    const inLine = isFromLine && isStill ? before.filter((facts) => facts.state === "in_line" && isInLineFor(asNow, facts)) : [];
    return [...checkWaiting(entry, agent, waiting, isFromLine), ...inLine.flatMap((facts) => checkInLine(entry, agent, facts))];
  });
}

/** Whom a fact was about, though it changed nothing: a pass leaves alone what somebody has locked. */
function touchedIds({ observed, told }: RoundSeen): ReadonlySet<string> {
  const ids = new Set(told.flatMap(({ deed }) => Object.values(deed).filter((value) => typeof value === "string")));
  const ofCustomers = observed.conversations.filter((row) => ids.has(row.intake_customer_id) || ids.has(row.customer_id));
  return new Set([...ids, ...ofCustomers.map(({ id }) => id)]);
}

function agentAt({ facts }: RouterEntry, agentId: string): CandidateFacts | undefined {
  return [facts.dedicatedAgent, ...facts.normal.candidates].find((agent) => agent?.id === agentId) ?? undefined;
}

function checkWaiting(entry: RouterEntry, agent: CandidateFacts, waiting: readonly ConversationFacts[], isFromLine: boolean): string[] {
  const { now, conversation: got } = entry.facts;
  const problems: string[] = [];
  const isUnfit = ({ weight }: ConversationFacts) => agent.load + weight > agent.capacity;
  const isAhead = (facts: ConversationFacts) => isFromLine || isBefore(rankForAgent(facts, now), rankForAgent(got, now));
  for (const facts of waiting.filter(isAhead)) {
    if (!isUnfit(facts)) problems.push(`${JSON.stringify(facts)} waits, and would have fitted where another was put: ${tell(entry)}`);
    const isSeen = waiting.filter((other) => isUnfit(other) && isBefore(rankForAgent(other, now), rankForAgent(facts, now))).length < unfitSeen;
    if (!isSeen) continue;
    if (facts.passedOverSince === null) problems.push(`${JSON.stringify(facts)} was passed over, and does not know since when: ${tell(entry)}`);
    else if (now - facts.passedOverSince >= 60_000) problems.push(`${JSON.stringify(facts)} was passed over for more than a minute: ${tell(entry)}`);
  }
  return problems;
}

/** Who was put from the line behind one that stands in the same line, or another of the same agent. */
function checkInLine(entry: RouterEntry, agent: CandidateFacts, facts: ConversationFacts): string[] {
  const got = entry.facts.conversation;
  const isAhead = isBefore([facts.priority, facts.enteredAt, 0, facts.id], [got.priority, got.enteredAt, 0, got.id]);
  if (!isAhead || agent.load + facts.weight > agent.capacity) return [];
  return [`${JSON.stringify(facts)} stands in line, and would have fitted where another was put: ${tell(entry)}`];
}

function isInLineFor(agent: RoutableAgent, facts: ConversationFacts): boolean {
  const serves = agent.queueIds.includes(facts.queueId) || (facts.isOverflowed === true && (agent.overflowQueueIds ?? []).includes(facts.queueId));
  return serves && (facts.refusals ?? []).length === 0 && !refuses(agent, facts);
}

type Rank = readonly [number, number, number, string];

function rankForAgent({ priority, waitBeganAt, enteredAt, id }: ConversationFacts, now: number): Rank {
  return [priority, waitBeganAt ?? now, enteredAt, id];
}

function isBefore(a: Rank, b: Rank): boolean {
  for (const at of [0, 1, 2] as const) if (a[at] !== b[at]) return a[at] < b[at];
  return a[3] < b[3];
}
