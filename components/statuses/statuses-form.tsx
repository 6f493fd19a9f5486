"use client";

import { Plus, Tag } from "lucide-react";
import { useRef, useState } from "react";
import { EditFrame } from "@/components/layout/edit-frame";
import { moved } from "@/components/layout/list-differences";
import { customStatusesQuery } from "@/components/layout/queries";
import { SortableList } from "@/components/layout/sortable-list";
import { useEdit } from "@/components/layout/use-edit";
import { useSave } from "@/components/layout/use-save";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { useMay } from "@/lib/client/me";
import { customStatuses, maxCustomStatuses, type CustomStatuses } from "@/lib/contracts/custom-statuses";
import { countChanges, differences, draftOf, nameErrors, type Draft, type StatusToBe } from "./draft";
import { putCustomStatuses } from "./queries";
import { StatusRow } from "./status-row";

export function StatusesForm({ saved }: { saved: CustomStatuses }) {
  const mayChange = useMay("routing_settings.write");
  const edit = useEdit<CustomStatuses, Draft>(saved, { draftOf, countChanges });
  const [isChecked, setIsChecked] = useState(false);
  const save = useSave<CustomStatuses, Draft>({
    edit,
    queryKey: customStatusesQuery().queryKey,
    schema: customStatuses,
    draftOf,
    differences,
    put: ({ base, draft }) => putCustomStatuses(base.version, draft),
    onSaved: () => setIsChecked(false),
  });
  const rootRef = useRef<HTMLDivElement>(null);
  const { draft, change } = edit;
  const errors = nameErrors(draft);

  const add = () => change((list) => [...list, { key: crypto.randomUUID(), isNew: true, name: "", type: "unavailable" }]);
  const set = (key: string, changed: Partial<StatusToBe>) => change((list) => list.map((status) => (status.key === key ? { ...status, ...changed } : status)));
  const showErrors = () => {
    setIsChecked(true);
    const [first] = errors.keys();
    rootRef.current?.querySelectorAll<HTMLElement>("input[name=status-name]")[first ?? 0]?.focus();
  };

  return (
    <div ref={rootRef}>
      <EditFrame saved={saved} edit={edit} save={save} unfinished={errors.size > 0 ? "a name that can’t be saved" : null} onShowUnfinished={showErrors}>
        <div className="flex flex-wrap items-start gap-3">
          <p className="min-w-0 flex-1 basis-80 text-pretty text-ink-muted">
            Your own words for what agents do, beside Available, Busy, Unavailable and Offline. Routing goes by the type alone. Agents on a status that is removed, or whose type changes, get the plain
            status of the type they have.
          </p>
          {mayChange && draft.length < maxCustomStatuses ? (
            <Button onClick={add}>
              <Plus aria-hidden />
              Add status
            </Button>
          ) : null}
        </div>
        {draft.length === 0 ? (
          <EmptyState icon={Tag} title="No statuses of your own yet" className="rounded-xl border border-line bg-surface">
            Add one like Lunch or Training, and agents choose it on top of their screen.
          </EmptyState>
        ) : (
          <div className="rounded-xl border border-line bg-surface [&_li:first-child]:rounded-t-xl [&_li:last-child]:rounded-b-xl [&_li+li]:border-t [&_li+li]:border-line">
            <SortableList label="Statuses" items={draft.map(({ key, name }) => ({ key, name: name || "the new status" }))} onMove={(from, to) => change((list) => moved(list, from, to))}>
              {draft.map((status, at) => (
                <StatusRow
                  key={status.key}
                  status={status}
                  error={isChecked ? errors.get(at) : undefined}
                  isReadOnly={!mayChange}
                  isFirst={at === 0}
                  isLast={at === draft.length - 1}
                  onChange={(changed) => set(status.key, changed)}
                  onMove={(by) => change((list) => moved(list, at, at + by))}
                  onRemove={() => change((list) => list.filter(({ key }) => key !== status.key))}
                />
              ))}
            </SortableList>
          </div>
        )}
      </EditFrame>
    </div>
  );
}
