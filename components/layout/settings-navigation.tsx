"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/class-names";
import { meQuery } from "@/lib/client/me";
import { placesFor, type SettingsPlace } from "./settings-places";

/** A strip above the page on phones and tablets, groups beside it on desktops. One place alone needs no choice. */
export function SettingsNavigation() {
  const { data: me } = useQuery(meQuery());
  const places = placesFor(me?.permissions ?? []);
  if (places.length < 2) return null;
  const groups = [...new Set(places.map(({ group }) => group))];
  return (
    <nav aria-label="Settings" className="flex gap-1 overflow-x-auto border-b border-line px-2 py-1.5 lg:w-44 lg:shrink-0 lg:flex-col lg:gap-4 lg:overflow-visible lg:border-r lg:border-b-0 lg:px-2 lg:py-5">
      {groups.map((group) => (
        <div key={group} className="flex gap-1 lg:flex-col lg:gap-0.5">
          <p className="px-2 pb-0.5 text-xs text-ink-faint max-lg:sr-only">{group}</p>
          {places.filter((place) => place.group === group).map((place) => (
            <PlaceLink key={place.href} place={place} />
          ))}
        </div>
      ))}
    </nav>
  );
}

function PlaceLink({ place }: { place: SettingsPlace }) {
  const pathname = usePathname();
  const isHere = pathname === place.href || pathname.startsWith(`${place.href}/`);
  return (
    <Link
      href={place.href}
      aria-current={isHere ? "page" : undefined}
      className={cn(
        "flex h-8 shrink-0 items-center rounded-md px-2 text-sm text-ink-muted hover:bg-hover hover:text-ink max-lg:px-3",
        isHere && "bg-pressed font-medium text-ink hover:bg-pressed",
      )}
    >
      {place.label}
    </Link>
  );
}
