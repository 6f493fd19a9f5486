"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Combobox, ComboboxContent, ComboboxItem, ComboboxTrigger } from "@/components/ui/combobox";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import type { NameRef } from "@/lib/contracts/common";
import { heirsQuery } from "./queries";

interface HeirPickerProps {
  leaverId: string;
  chosen: NameRef | null;
  onChoose: (agent: NameRef | null) => void;
}

interface Choice extends NameRef {
  readonly says: string;
}

/** One of those who can be routed conversations, but for the leaver. */
export function HeirPicker({ leaverId, chosen, onChoose }: HeirPickerProps) {
  const labelId = useId();
  const [search, setSearch] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const settled = useSettled(search.trim());
  const { data = [], error, isFetching } = useQuery({ ...heirsQuery(settled), enabled: isOpen });
  const found = data.filter(({ id }) => id !== leaverId).map(({ id, name, dedicatedCustomerCount }): Choice => ({ id, name, says: dedicatedCustomerCount === 1 ? "1 customer" : `${dedicatedCustomerCount ?? 0} customers` }));
  return (
    <div className="pl-6">
      <span id={labelId} className="sr-only">
        Agent
      </span>
      <Combobox<Choice>
        items={found}
        // The server searches.
        filter={null}
        value={chosen === null ? null : { ...chosen, says: "" }}
        onValueChange={(choice) => onChoose(choice === null ? null : { id: choice.id, name: choice.name })}
        isItemEqualToValue={(item, value) => item.id === value.id}
        itemToStringLabel={({ name }) => name}
        inputValue={search}
        onInputValueChange={setSearch}
        open={isOpen}
        onOpenChange={(next) => {
          setIsOpen(next);
          if (next) setSearch("");
        }}
      >
        <ComboboxTrigger aria-labelledby={labelId}>
          <span className={chosen === null ? "text-ink-muted" : undefined}>{chosen?.name ?? "Choose an agent"}</span>
        </ComboboxTrigger>
        <ComboboxContent
          label="Search agents"
          placeholder="Search agents by name or e-mail"
          isSearching={isFetching || settled !== search.trim()}
          empty={error === null ? (isFetching ? "Searching…" : "Nobody else by that name or e-mail can be routed conversations.") : sentenceOf(error)}
        >
          {(choice: Choice) => (
            <ComboboxItem key={choice.id} value={choice} className="min-h-9">
              <Avatar name={choice.name} size="sm" />
              <span className="truncate">{choice.name}</span>
              <span className="ml-auto text-xs whitespace-nowrap text-ink-muted">{choice.says}</span>
            </ComboboxItem>
          )}
        </ComboboxContent>
      </Combobox>
    </div>
  );
}
