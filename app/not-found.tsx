import { Compass } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { buttonVariants } from "@/components/ui/button-variants";
import { EmptyState } from "@/components/ui/empty-state";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <h1 className="sr-only">Not found</h1>
      <EmptyState icon={Compass} title="There is nothing at this address" action={<Link href="/inbox" className={buttonVariants()}>Go to the inbox</Link>}>
        It may have been moved or removed, or the address has a slip in it.
      </EmptyState>
    </main>
  );
}
