"use client";

import Link from "next/link";
import type { KeyboardEvent } from "react";
import { Avatar } from "@/components/ui/avatar";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import { useMay } from "@/lib/client/me";
import type { Customer } from "@/lib/contracts/customers";

const cell = "px-4 sm:px-6 md:px-3 md:first:pl-6 md:last:pr-6";

interface CustomerTableProps {
  customers: readonly Customer[];
  /** Of the search before, shown until the new one is read. */
  isOld: boolean;
}

export function CustomerTable({ customers, isOld }: CustomerTableProps) {
  const maySeeAgents = useMay("customer.dedicated_agent.view");
  return (
    <table onKeyDown={moveFocus} className={cn("w-full table-fixed text-left transition-opacity", isOld && "opacity-60")}>
      <thead className="text-xs text-ink-faint max-md:sr-only">
        <tr>
          <th scope="col" className={cn(cell, "h-7 w-[34%] font-normal")}>
            Name
          </th>
          <th scope="col" className={cn(cell, "h-7 font-normal")}>
            E-mail
          </th>
          {maySeeAgents ? (
            <th scope="col" className={cn(cell, "h-7 w-[28%] font-normal")}>
              Dedicated agent
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {customers.map((customer) => (
          <tr key={customer.id} className="relative border-t border-line hover:bg-hover max-md:flex max-md:flex-col max-md:py-2 md:h-11">
            <td className={cn(cell, "min-w-0 font-medium")}>
              <span className="flex items-center gap-2.5">
                <Avatar name={customer.name} />
                <Link
                  href={`/customers/${customer.id}`}
                  prefetch={false}
                  data-customer-row
                  className="truncate outline-none after:absolute after:inset-0 focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
                >
                  {customer.name}
                </Link>
              </span>
            </td>
            <td className={cn(cell, "truncate text-ink-muted max-md:pl-[3.125rem] max-md:empty:hidden")}>{customer.email}</td>
            {maySeeAgents ? (
              <td className={cn(cell, "max-md:pl-[3.125rem] max-md:text-xs max-md:empty:hidden")}>
                {customer.dedicatedAgent ? (
                  <span className="flex items-center gap-2">
                    <Avatar name={customer.dedicatedAgent.agent.name} size="sm" />
                    <span className="truncate">{customer.dedicatedAgent.agent.name}</span>
                  </span>
                ) : null}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Up and down, or k and j, through the rows. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const step = event.key === "ArrowDown" || event.key === "j" ? 1 : event.key === "ArrowUp" || event.key === "k" ? -1 : 0;
  if (step === 0 || event.metaKey || event.ctrlKey || event.altKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-customer-row]")];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = rows[here + step];
  if (here === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}

export function CustomerTableSkeleton() {
  return (
    <div aria-busy className="md:pt-7">
      {Array.from({ length: 12 }, (_, row) => (
        <div key={row} className="flex h-11 items-center gap-2.5 border-t border-line px-4 sm:px-6">
          <Skeleton className="size-6 rounded-full" />
          <Skeleton className="h-4 w-40" />
          <Skeleton className="ml-auto h-4 w-1/3 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
