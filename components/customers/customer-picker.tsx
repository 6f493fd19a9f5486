"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Combobox, ComboboxContent, ComboboxItem, ComboboxTrigger } from "@/components/ui/combobox";
import { sentenceOf } from "@/lib/client/problem-error";
import { useSettled } from "@/lib/client/use-settled";
import type { Customer } from "@/lib/contracts/customers";
import { customersQuery } from "./queries";

type CustomerChoice = Pick<Customer, "id" | "name" | "email">;

interface CustomerPickerProps {
  labelledBy: string;
  chosen: CustomerChoice | null;
  onChoose: (customer: CustomerChoice | null) => void;
  /** Whom not to offer. */
  exceptId: string;
}

export function CustomerPicker({ labelledBy, chosen, onChoose, exceptId }: CustomerPickerProps) {
  const [search, setSearch] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const settled = useSettled(search.trim());
  const { data, error, isFetching } = useInfiniteQuery({ ...customersQuery(settled), enabled: isOpen });
  const found: CustomerChoice[] = (data?.pages[0]?.items ?? []).filter(({ id }) => id !== exceptId);
  return (
    <Combobox
      items={found}
      filter={null}
      value={chosen}
      onValueChange={onChoose}
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
      <ComboboxTrigger aria-labelledby={labelledBy}>
        {chosen === null ? (
          <span className="text-ink-faint">Choose a customer</span>
        ) : (
          <span className="flex min-w-0 flex-1 items-center gap-2.5">
            <CustomerLine customer={chosen} />
          </span>
        )}
      </ComboboxTrigger>
      <ComboboxContent
        label="Search customers"
        placeholder="Search by name or e-mail"
        isSearching={isFetching || settled !== search.trim()}
        empty={error === null ? (isFetching ? "Searching…" : "No customer by that name or e-mail.") : sentenceOf(error)}
      >
        {(customer: CustomerChoice) => (
          <ComboboxItem key={customer.id} value={customer} className="min-h-11">
            <CustomerLine customer={customer} />
          </ComboboxItem>
        )}
      </ComboboxContent>
    </Combobox>
  );
}

function CustomerLine({ customer: { name, email } }: { customer: CustomerChoice }) {
  return (
    <>
      <Avatar name={name} />
      <span className="flex min-w-0 flex-col">
        <span className="truncate font-medium">{name}</span>
        {email === null ? null : <span className="truncate text-xs text-ink-muted">{email}</span>}
      </span>
    </>
  );
}
