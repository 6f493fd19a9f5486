"use client";

import { MoveMenu } from "@/components/layout/move-menu";
import { SortableRow } from "@/components/layout/sortable-list";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatuses, agentStatusOrder } from "@/lib/client/agent-status";
import type { AgentStatus } from "@/lib/contracts/users";
import type { StatusToBe } from "./draft";

interface StatusRowProps {
  status: StatusToBe;
  error: string | undefined;
  isReadOnly: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (changed: Partial<StatusToBe>) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}

export function StatusRow({ status: { key, name, type, isNew }, error, isReadOnly, isFirst, isLast, onChange, onMove, onRemove }: StatusRowProps) {
  const called = name || "the new status";
  return (
    <SortableRow item={{ key, name: called }} isReadOnly={isReadOnly}>
      {(handle) => (
        <div className="flex items-start gap-2 px-3 py-2">
          <div className="flex h-8 items-center">{handle}</div>
          <div className="flex min-w-0 flex-1 flex-wrap gap-2">
            <Field label={`Name of ${called}`} isLabelHidden error={error} className="min-w-40 flex-1">
              <Input name="status-name" value={name} autoFocus={isNew && name === ""} autoComplete="off" maxLength={50} placeholder="Lunch" disabled={isReadOnly} onChange={(event) => onChange({ name: event.currentTarget.value })} />
            </Field>
            <Select<AgentStatus> value={type} onValueChange={(next) => (next === null ? undefined : onChange({ type: next }))} disabled={isReadOnly}>
              <SelectTrigger aria-label={`Type of ${called}`} className="w-40">
                <SelectValue>{(shown: AgentStatus) => <TypeLabel type={shown} />}</SelectValue>
              </SelectTrigger>
              <SelectContent>
                {agentStatusOrder.map((choice) => (
                  <SelectItem key={choice} value={choice} label={agentStatuses[choice].label}>
                    <TypeLabel type={choice} />
                  </SelectItem>
                ))}
              </SelectContent>
            </Select>
          </div>
          {isReadOnly ? null : <MoveMenu name={called} isFirst={isFirst} isLast={isLast} onMove={onMove} onRemove={onRemove} />}
        </div>
      )}
    </SortableRow>
  );
}

function TypeLabel({ type }: { type: AgentStatus }) {
  const { label, shape } = agentStatuses[type];
  return (
    <span className="flex items-center gap-2">
      <StatusDot shape={shape} />
      {label}
    </span>
  );
}
