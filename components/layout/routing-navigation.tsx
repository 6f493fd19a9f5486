"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/class-names";
import { meQuery } from "@/lib/client/me";
import { routingTabsFor, type RoutingTab } from "./routing-tabs";

/** The parts of routing, each a page of its own; on a phone the strip scrolls. */
export function RoutingNavigation() {
  const { data: me } = useQuery(meQuery());
  const tabs = routingTabsFor(me?.permissions ?? []);
  if (tabs.length === 0) return null;
  return (
    <nav aria-label="Routing" className="overflow-x-auto px-4 sm:px-6">
      <div className="flex min-w-max gap-5 border-b border-line">
        {tabs.map((tab) => (
          <TabLink key={tab.href} tab={tab} />
        ))}
      </div>
    </nav>
  );
}

function TabLink({ tab: { href, label } }: { tab: RoutingTab }) {
  const isHere = usePathname() === href;
  const ref = useRef<HTMLAnchorElement>(null);
  // On a phone it may stand beyond the edge.
  useEffect(() => {
    if (isHere) ref.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isHere]);
  return (
    <Link
      ref={ref}
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "flex h-9 items-center border-b-2 border-transparent text-sm font-medium text-ink-muted -outline-offset-2 hover:text-ink",
        isHere && "border-accent text-ink",
      )}
    >
      {label}
    </Link>
  );
}
