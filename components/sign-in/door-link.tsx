import Link from "next/link";
import type { ReactNode } from "react";

export function DoorLink({ href, children }: { href: "/sign-in" | "/reset"; children: ReactNode }) {
  return (
    <Link href={href} className="text-accent-ink underline underline-offset-2">
      {children}
    </Link>
  );
}
