import type { Difference } from "@/components/layout/difference";
import { countListChanges, listDifferences } from "@/components/layout/list-differences";
import { agentStatuses } from "@/lib/client/agent-status";
import { putCustomStatusesBody, type CustomStatuses } from "@/lib/contracts/custom-statuses";
import type { AgentStatus } from "@/lib/contracts/users";

export interface StatusToBe {
  /** Its id; of a new one, one of its own. */
  readonly key: string;
  readonly isNew: boolean;
  readonly name: string;
  readonly type: AgentStatus;
}
export type Draft = readonly StatusToBe[];

const keyOf = ({ key }: StatusToBe) => key;

export function draftOf({ statuses }: CustomStatuses): Draft {
  return statuses.map(({ id, name, type }) => ({ key: id, isNew: false, name, type }));
}

export function countChanges(base: CustomStatuses, draft: Draft): number {
  return countListChanges(draftOf(base), draft, keyOf);
}

export function differences(base: CustomStatuses, mine: Draft, theirs: CustomStatuses): readonly Difference<Draft>[] {
  return listDifferences([draftOf(base), mine, draftOf(theirs)], {
    keyOf,
    labelOf: ({ name }) => name || "A new status",
    say: ({ name, type }) => `${name} (${agentStatuses[type].label})`,
  });
}

/** What is wrong with a name, by the place of its status. */
export function nameErrors(draft: Draft): ReadonlyMap<number, string> {
  const checked = putCustomStatusesBody.shape.statuses.safeParse(draft.map(({ name, type }) => ({ name, type })));
  const found = (checked.error?.issues ?? []).map(({ path, message }): [number, string] => [Number(path[0]), `The name ${message}.`]);
  return new Map(found);
}
