"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState, type ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { Skeleton } from "@/components/ui/skeleton";
import type { Conversation, ConversationPage } from "@/lib/contracts/conversations";
import { ConversationRow } from "./conversation-row";
import { steadyOrder } from "./steady-order";

interface RowsProps {
  readonly label: string;
  readonly page: ConversationPage;
  readonly selectedId: string | null;
  readonly unseenIds: ReadonlySet<string>;
}

/** Rows in an order that nothing jumps in: whoever comes while somebody looks comes last. */
export function Rows({ label, page, selectedId, unseenIds }: RowsProps) {
  const byId = new Map(page.items.map((item) => [item.id, item]));
  const present = page.items.toSorted(firstCome).map(({ id }) => id);
  const [shown, setShown] = useState<readonly string[]>(present);
  const order = steadyOrder(shown, present);
  if (order !== shown) setShown(order);
  return (
    <ul aria-label={label}>
      {order.map((id) => {
        const conversation = byId.get(id);
        return (
          conversation && (
            <ConversationRow key={id} conversation={conversation} isSelected={id === selectedId} isUnseen={unseenIds.has(id)} />
          )
        );
      })}
      {page.nextCursor !== null && <li className="px-3 py-2 text-xs text-ink-faint">The latest {page.items.length} are shown.</li>}
    </ul>
  );
}

function firstCome(a: Conversation, b: Conversation): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : a.id < b.id ? -1 : 1;
}

export function RowSkeletons({ count }: { count: number }) {
  return (
    <div role="status" className="flex flex-col">
      <span className="sr-only">Loading conversations</span>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="flex flex-col gap-2 px-3 py-2.5">
          <Skeleton className="h-3.5 w-2/5" />
          <Skeleton className="h-3 w-4/5" />
        </div>
      ))}
    </div>
  );
}

interface SectionProps {
  readonly label: string;
  /** Null while it is not known. */
  readonly count: string | null;
  readonly isOpenAtFirst: boolean;
  readonly tone?: "caution";
  readonly children: ReactNode;
}

/** A part of the list that can be folded away. */
export function Section({ label, count, isOpenAtFirst, tone, children }: SectionProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const contentId = useId();
  return (
    <section className="border-t border-line">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={contentId}
          onClick={() => setIsOpen(!isOpen)}
          className="flex h-9 w-full items-center gap-1.5 pr-3 pl-2.5 text-left font-medium text-ink-muted hover:bg-hover focus-visible:-outline-offset-2"
        >
          <ChevronRight aria-hidden className={cn("size-3.5 text-ink-faint transition-transform duration-75", isOpen && "rotate-90")} />
          {label}
          <span className={cn("ml-auto tabular-nums", tone === "caution" && count !== "0" ? "font-semibold text-caution-ink" : "text-ink-faint")}>
            {count ?? "…"}
          </span>
        </button>
      </h2>
      <div id={contentId} hidden={!isOpen} className="pb-1">
        {children}
      </div>
    </section>
  );
}
