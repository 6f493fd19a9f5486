"use client";

import { useQuery } from "@tanstack/react-query";
import { Inbox, Settings2, Users, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { meQuery, useMay } from "@/lib/client/me";
import { placesFor } from "./settings-places";

interface Place {
  href: string;
  /** Every path that begins so belongs to the place. */
  under: string;
  label: string;
  icon: LucideIcon;
}

const inbox: Place = { href: "/inbox", under: "/inbox", label: "Inbox", icon: Inbox };
const customers: Place = { href: "/customers", under: "/customers", label: "Customers", icon: Users };
const settings: Place = { href: "/settings", under: "/settings", label: "Settings", icon: Settings2 };

/** A bar at the bottom on phones, icons with small words on tablets, rows on desktops. */
export function Navigation({ inboxCount, className }: { inboxCount?: ReactNode; className?: string }) {
  const maySeeCustomers = useMay("customer.read");
  const { data: me } = useQuery(meQuery());
  const maySeeSettings = placesFor(me?.permissions ?? []).length > 0;
  return (
    <nav
      aria-label="Main"
      className={cn(
        "flex border-t border-line bg-canvas pb-[env(safe-area-inset-bottom)] sm:w-20 sm:flex-col sm:gap-1 sm:border-t-0 sm:px-1.5 sm:pt-2 lg:w-48 lg:px-2 lg:gap-0.5",
        className,
      )}
    >
      <PlaceLink place={inbox} count={inboxCount} />
      {maySeeCustomers ? <PlaceLink place={customers} /> : null}
      {maySeeSettings ? <PlaceLink place={settings} /> : null}
    </nav>
  );
}

function PlaceLink({ place, count }: { place: Place; count?: ReactNode }) {
  const pathname = usePathname();
  const isHere = pathname === place.under || pathname.startsWith(`${place.under}/`);
  const Icon = place.icon;
  return (
    <Link
      href={place.href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "relative flex h-14 flex-1 flex-col items-center justify-center gap-0.5 rounded-md text-xs font-medium text-ink-muted hover:text-ink",
        "sm:h-13 sm:flex-none sm:hover:bg-hover lg:h-8 lg:flex-row lg:justify-start lg:gap-2.5 lg:px-2 lg:text-sm",
        isHere && "text-accent-ink hover:text-accent-ink sm:bg-pressed sm:text-ink sm:hover:bg-pressed sm:hover:text-ink",
      )}
    >
      <Icon aria-hidden className={cn("size-5 lg:size-4", isHere && "text-accent-ink")} strokeWidth={isHere ? 2.1 : 1.8} />
      <span>{place.label}</span>
      {count === undefined ? null : <span className="absolute top-1 left-[calc(50%+0.5rem)] lg:static lg:ml-auto">{count}</span>}
    </Link>
  );
}
