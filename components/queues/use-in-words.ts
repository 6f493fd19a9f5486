import type { QueueUse } from "@/lib/contracts/queues";

/** How many conversations are in a queue, and how they stand. */
export function countedUse({ conversations: { unassigned, held, snoozed, done } }: QueueUse): string {
  const parts = [
    unassigned > 0 ? `${unassigned} that nobody has yet` : "",
    held > 0 ? `${held} with an agent` : "",
    snoozed > 0 ? `${snoozed} snoozed` : "",
    done > 0 ? `${done} done` : "",
  ].filter(Boolean);
  const total = unassigned + held + snoozed + done;
  if (total === 0) return "There is no conversation in it.";
  return `${total === 1 ? "1 conversation moves" : `${total} conversations move`}: ${parts.join(", ")}.`;
}

/** Which rules lead elsewhere from then on, and which teams lose it. */
export function ledHere({ rules, teams }: QueueUse): string {
  const names = (list: QueueUse["rules"]) => list.map(({ name }) => name).join(", ");
  return [
    rules.length > 0 ? `The queue rules that lead to it lead there: ${names(rules)}.` : "No queue rule leads to it.",
    teams.length > 0 ? `Teams that serve it lose it: ${names(teams)}.` : "No team serves it.",
  ].join(" ");
}
