"use client";

import { useQuery } from "@tanstack/react-query";
import { UserRoundX } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { Combobox, ComboboxContent, ComboboxItem, ComboboxTrigger } from "@/components/ui/combobox";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import type { AgentSummary, User } from "@/lib/contracts/users";
import { AgentLine } from "./agent-line";
import { routableAgentsQuery } from "./queries";

/** An agent with how many customers they have, or nobody. */
export interface AgentChoice {
  readonly agent: AgentSummary | null;
  readonly customerCount?: number | undefined;
}

const nobody: AgentChoice = { agent: null };

interface AgentPickerProps {
  labelledBy: string;
  chosen: AgentChoice;
  onChoose: (choice: AgentChoice) => void;
  disabled?: boolean;
  onKeyDown?: (event: KeyboardEvent) => void;
}

export function AgentPicker({ labelledBy, chosen, onChoose, disabled = false, onKeyDown }: AgentPickerProps) {
  const [search, setSearch] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const settled = useSettled(search.trim());
  const { data, error, isFetching } = useQuery({ ...routableAgentsQuery(settled), enabled: isOpen });
  const found = (data?.items ?? []).flatMap(toChoice);
  return (
    <Combobox
      items={settled === "" ? [nobody, ...found] : found}
      // The server searches.
      filter={null}
      value={chosen}
      onValueChange={(choice) => onChoose(choice ?? nobody)}
      isItemEqualToValue={(item, value) => item.agent?.id === value.agent?.id}
      itemToStringLabel={({ agent }) => agent?.name ?? "None"}
      inputValue={search}
      onInputValueChange={setSearch}
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        if (next) setSearch("");
      }}
      disabled={disabled}
    >
      <ComboboxTrigger aria-labelledby={labelledBy} onKeyDown={onKeyDown}>
        <span className="flex min-w-0 flex-1 items-center gap-2.5">
          <ChoiceLine choice={chosen} />
        </span>
      </ComboboxTrigger>
      <ComboboxContent
        label="Search agents"
        placeholder="Search agents by name or e-mail"
        isSearching={isFetching || settled !== search.trim()}
        empty={error === null ? emptySentence(isFetching) : sentenceOf(error)}
      >
        {(choice: AgentChoice) => (
          <ComboboxItem key={choice.agent?.id ?? "none"} value={choice} className="min-h-11">
            <ChoiceLine choice={choice} />
          </ComboboxItem>
        )}
      </ComboboxContent>
    </Combobox>
  );
}

function ChoiceLine({ choice: { agent, customerCount } }: { choice: AgentChoice }) {
  if (agent !== null) return <AgentLine agent={agent} customerCount={customerCount} />;
  return (
    <>
      <span aria-hidden className="flex size-6 shrink-0 items-center justify-center rounded-full border border-dashed border-control text-ink-faint">
        <UserRoundX className="size-3.5" />
      </span>
      <span className="flex min-w-0 flex-col">
        <span className="font-medium">None</span>
        <span className="truncate text-xs text-ink-muted">Routed normally</span>
      </span>
    </>
  );
}

function toChoice({ agent, dedicatedCustomerCount }: User): AgentChoice[] {
  return agent === null ? [] : [{ agent, customerCount: dedicatedCustomerCount }];
}

function emptySentence(isFetching: boolean): string {
  return isFetching ? "Searching…" : "No agent by that name or e-mail can be routed conversations.";
}
