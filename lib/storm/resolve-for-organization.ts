import type { Deed } from "./deed";
import type { FactKind, RandomFact } from "./random-round";
import { at, pick, type View } from "./resolve";

type Kind = Extract<
  FactKind,
  | "status" | "custom_status" | "own_capacity" | "own_capacity_under_lock" | "seen" | "absent" | "active" | "permission" | "member"
  | "settings" | "queue" | "team_queues" | "team" | "channel" | "custom_statuses" | "queue_rules"
>;

/** As resolve(), for what is about agents and about the organization as a whole. */
export function resolveForOrganization({ kind, a, b, c, d }: RandomFact & { readonly kind: Kind }, { organization, observed }: View): Deed | null {
  const agentId = at(organization.agentIds, a);
  switch (kind) {
    case "status": {
      // Mostly somebody comes back, or nothing would be given for long.
      const away = pick(observed.agents.filter(({ status }) => status !== "available"), a)?.id;
      if (away !== undefined && c % 3 > 0) return { kind: "status", agentId: away, status: "available" };
      return { kind: "status", agentId, status: at(["available", "available", "busy", "unavailable", "offline"] as const, b) };
    }
    case "custom_status": {
      const customStatusId = pick(observed.customStatusIds, b);
      return customStatusId === undefined ? null : { kind: "custom_status", agentId, customStatusId };
    }
    case "own_capacity":
    case "own_capacity_under_lock":
      return { kind: "own_capacity", agentId, capacity: b % 4 === 0 ? null : b % 7, isUnderLock: kind === "own_capacity_under_lock" };
    case "seen":
      return { kind: "seen", agentId };
    case "absent":
      return { kind: "absent", agentId };
    case "active":
      return { kind: "active", agentId, isActive: b % 4 > 0 };
    case "permission":
      return { kind: "permission", agentId, permissionSetId: organization.permissionSetIds[b % 4 === 0 ? 1 : 0] };
    case "member":
      return { kind: "member", agentId, teamId: at(organization.teamIds, b), isMember: c % 3 > 0 };
    case "settings":
      return { kind: "settings", change: at(["feature", "timeout", "absent", "accepting", "general"] as const, a), value: b };
    case "queue":
      return { kind: "queue", queueId: at(organization.queueIds, a), change: at(["strategy", "overflow", "overflow", "priority", "weight"] as const, b), value: c };
    case "team_queues": {
      const served = organization.queueIds.filter((_, nth) => (b >> nth) % 2 === 1);
      return { kind: "team_queues", teamId: at(organization.teamIds, a), queues: served.map((queueId, nth) => ({ queueId, isOverflow: (c >> nth) % 3 === 0 })) };
    }
    case "team":
      return { kind: "team", teamId: at(organization.teamIds, a), capacity: 1 + (b % 5), routingEnabled: c % 5 > 0 };
    case "channel":
      return { kind: "channel", channelId: at(organization.channels, a).id, isEnabled: b % 4 > 0 };
    case "custom_statuses":
      return { kind: "custom_statuses", value: a };
    case "queue_rules":
      return { kind: "queue_rules", queueId: at(organization.queueIds, a), isEnabled: d % 2 > 0 };
  }
}
