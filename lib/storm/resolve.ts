import { newId } from "../store/new-id";
import type { Deed } from "./deed";
import type { Observed, ObservedConversation } from "./observe";
import type { RandomFact } from "./random-round";
import { resolveForOrganization } from "./resolve-for-organization";
import type { StormOrganization } from "./world";

/** As one organization stood when the round began; what else happens in the round is not in it, which makes for collisions. */
export interface View {
  readonly organization: StormOrganization;
  readonly observed: Observed;
  /** How many conversations may be open before more are finished than answered. */
  readonly mostOpen: number;
}

/** The facts of one round in one organization: where they meet. */
export interface Meeting {
  /** What several are about. */
  conversationId: string | null;
  /** What was sent last, to be sent again as by one who got no answer. */
  readonly sent: { begin?: Deed; message?: Deed; reply?: Deed };
}

type Stands = ObservedConversation["routing_state"] | "snoozed" | "done" | "open";

/** Chooses whom and what a fact is about, from what there is; null when there is nothing of the kind. */
export function resolve(fact: RandomFact, view: View, meeting: Meeting): Deed | null {
  const { a, b, c, d } = fact;
  const { organization, observed } = view;
  const agentId = at(organization.agentIds, b);
  const customerId = at(organization.customerIds, a);
  /** One in three is about the same conversation as others of the round. */
  const conversation = (...stands: readonly Stands[]): { conversationId: string } | null => {
    if (d % 3 === 0 && meeting.conversationId !== null) return { conversationId: meeting.conversationId };
    const found = pick(observed.conversations.filter((each) => stands.some((one) => standsSo(each, one))), a);
    if (!found) return null;
    meeting.conversationId ??= found.id;
    return { conversationId: found.id };
  };
  const about = <T>(key: { conversationId: string } | null, make: (key: { conversationId: string }) => T): T | null => key && make(key);
  /** One in eight was sent just now. */
  const send = <K extends keyof Meeting["sent"]>(kind: K, make: () => Deed | null): Deed | null => {
    const again = d % 8 === 1 ? meeting.sent[kind] : undefined;
    const deed = again ?? make();
    if (deed) meeting.sent[kind] = deed;
    return deed;
  };
  /** Mostly who has it or is asked; sometimes a program. */
  const holder = (conversationId: string, column: "assignee_id" | "offered_to_id") =>
    b % 4 === 0 ? null : (observed.conversations.find(({ id }) => id === conversationId)?.[column] ?? null);

  switch (fact.kind) {
    case "begin": {
      const queueId = c % 3 === 0 ? null : at(organization.queueIds, c);
      const channel = at(organization.channels, b).key;
      return send("begin", () => ({ kind: "begin", customerId, channel, queueId, tags: c % 5 === 0 ? ["vip"] : [], clientMessageId: newId() }));
    }
    case "open":
      return { kind: "open", customerId, channel: at(organization.channels, c).key, agentId, clientMessageId: newId() };
    case "message":
      return send("message", () => about(conversation("done", "snoozed", "open"), (key) => ({ kind: "message", ...key, clientMessageId: newId() })));
    case "reply":
      return send("reply", () =>
        about(conversation("assigned"), (key) => ({ kind: "reply", ...key, agentId: holder(key.conversationId, "assignee_id"), clientMessageId: newId() })),
      );
    case "finish": {
      const open = observed.conversations.filter(({ state }) => state === "open").length;
      const isMany = open > view.mostOpen || (open > view.mostOpen / 2 && c % 3 > 0);
      const key = isMany ? conversation("assigned", "open") : conversation("assigned");
      if (!isMany && c % 2) return about(key, (key) => ({ kind: "reply", ...key, agentId: null, clientMessageId: newId() }));
      return about(key, (key) => ({ kind: "done", ...key, agentId: holder(key.conversationId, "assignee_id") }));
    }
    case "snooze":
      return about(conversation("open"), (key) => ({ kind: "snooze", ...key, forSeconds: [2, 60, 600, 3_600][b % 4] ?? 60 }));
    case "reopen":
      return about(conversation("done", "snoozed"), (key) => ({ kind: "reopen", ...key }));
    case "assign":
      return about(conversation("open", "snoozed"), (key) => ({ kind: "assign", ...key, toId: agentId }));
    case "unassign":
      return about(conversation("assigned"), (key) => ({ kind: "assign", ...key, toId: null }));
    case "transfer":
      return about(conversation("open"), (key) => ({ kind: "transfer", ...key, queueId: at(organization.queueIds, c) }));
    case "route_now":
      return about(conversation("waiting"), (key) => ({ kind: "route_now", ...key }));
    case "accept":
      return about(conversation("offered"), (key) => ({ kind: "accept", ...key, agentId: holder(key.conversationId, "offered_to_id") }));
    case "decline":
      return about(conversation("offered"), (key) => ({ kind: "decline", ...key, agentId: holder(key.conversationId, "offered_to_id") }));
    case "move":
      return about(conversation("open", "snoozed", "done"), (key) => ({ kind: "move", ...key, customerId }));
    case "link":
      return { kind: "link", customerId, toId: c % 5 === 0 ? null : agentId };
    case "merge":
      return customerId === at(organization.customerIds, b) ? null : { kind: "merge", survivorId: customerId, mergedId: at(organization.customerIds, b) };
    default:
      return resolveForOrganization({ ...fact, kind: fact.kind }, view);
  }
}

function standsSo({ state, routing_state }: ObservedConversation, stands: Stands): boolean {
  return stands === state || stands === routing_state;
}

export function pick<T>(items: readonly T[], at: number): T | undefined {
  return items[at % Math.max(1, items.length)];
}

export function at<T>(items: readonly T[], nth: number): T {
  const item = pick(items, nth);
  if (item === undefined) throw new Error("Nothing to choose from");
  return item;
}
