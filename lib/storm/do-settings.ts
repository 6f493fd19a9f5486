import type { Actor } from "../auth/actor";
import { saveCustomStatuses } from "../commands/save-custom-statuses";
import { saveQueueRules } from "../commands/save-queue-rules";
import { saveRoutingSettings } from "../commands/save-routing-settings";
import { saveTeamQueues } from "../commands/save-team-queues";
import { updateQueue } from "../commands/update-queue";
import type { RuleCondition } from "../contracts/rule-condition";
import type { AgentStatus } from "../contracts/users";
import { readCustomStatuses } from "../reads/custom-statuses";
import { readQueueRules } from "../reads/queue-rules";
import { readRoutingSettings } from "../reads/routing-settings";
import type { Deed } from "./deed";

type OfOrganization = Extract<Deed, { readonly kind: "settings" | "queue" | "team_queues" | "custom_statuses" | "queue_rules" }>;

/** Saves as somebody who has just read how the settings are. @throws AppError `stale_version` when another saved meanwhile */
export async function saveForOrganization(actor: Actor, deed: OfOrganization): Promise<void> {
  const { organizationId } = actor;
  switch (deed.kind) {
    case "settings":
      return saveSettings(actor, deed.change, deed.value);
    case "queue":
      return updateQueue(actor, deed.queueId, queueChange(deed.change, deed.value));
    case "team_queues":
      return saveTeamQueues(actor, deed.teamId, { queues: deed.queues });
    case "custom_statuses":
      return saveStatuses(actor, deed.value);
    case "queue_rules": {
      const { version } = await readQueueRules(organizationId);
      const condition: RuleCondition = { field: "conversation_tags", operator: "has_any", values: ["vip"] };
      const { isEnabled, queueId } = deed;
      return saveQueueRules(actor, { version, rules: [{ name: "VIP", isEnabled, match: "all", conditions: [condition], queueId }] });
    }
  }
}

async function saveSettings(actor: Actor, change: Extract<Deed, { kind: "settings" }>["change"], value: number): Promise<void> {
  const { version, dedicatedAgentEnabled, channels, general } = await readRoutingSettings(actor.organizationId);
  const chosen = channels[value % Math.max(1, channels.length)];
  const channel = (next: { timeoutSeconds?: number; whenAgentAbsent?: "route" | "wait" }) =>
    chosen ? [{ id: chosen.id, timeoutSeconds: chosen.timeoutSeconds, whenAgentAbsent: chosen.whenAgentAbsent, ...next }] : [];
  const same = { version, dedicatedAgentEnabled, channels: [], general };
  switch (change) {
    case "feature":
      return saveRoutingSettings(actor, { ...same, dedicatedAgentEnabled: value % 3 > 0 });
    case "timeout":
      return saveRoutingSettings(actor, { ...same, channels: channel({ timeoutSeconds: [5, 60, 300, 3600][value % 4] ?? 300 }) });
    case "absent":
      return saveRoutingSettings(actor, { ...same, channels: channel({ whenAgentAbsent: value % 2 ? "route" : "wait" }) });
    case "accepting":
      return saveRoutingSettings(actor, {
        ...same,
        general: { ...general, assigning: value % 2 ? "automatic" : "agents_accept", acceptTimeoutSeconds: [5, 30, 600][value % 3] ?? 30 },
      });
    case "general":
      return saveRoutingSettings(actor, {
        ...same,
        general: {
          ...general,
          automaticUserUnassignment: value % 2 === 0,
          requeueWhenOffline: value % 3 === 0,
          transferChecksDedicated: value % 5 === 0,
        },
      });
  }
}

function queueChange(change: Extract<Deed, { kind: "queue" }>["change"], value: number) {
  switch (change) {
    case "strategy":
      return { strategy: value % 2 ? "most_room" : "longest_idle" } as const;
    case "overflow":
      return { overflowAfterSeconds: [null, 1, 60, 600][value % 4] ?? null };
    case "priority":
      return { priority: [10, 50, 50, 90][value % 4] ?? 50 };
    case "weight":
      return { weight: 1 + (value % 3) };
  }
}

/** Another type for the first, or one more, or one less. */
async function saveStatuses(actor: Actor, value: number): Promise<void> {
  const { version, statuses } = await readCustomStatuses(actor.organizationId);
  const types = ["available", "busy", "unavailable", "offline"] as const satisfies readonly AgentStatus[];
  const type = types[value % 4] ?? "busy";
  const changed = {
    retyped: statuses.map((status, at) => (at === 0 ? { ...status, type } : status)),
    added: [...statuses, { name: `Status ${version}`, type }].slice(-6),
    removed: statuses.slice(1),
  };
  await saveCustomStatuses(actor, { version, statuses: [changed.retyped, changed.added, changed.removed][value % 3] ?? statuses });
}
