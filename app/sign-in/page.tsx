import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Mark } from "@/components/layout/mark";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { currentActor } from "@/lib/auth/current";
import { nextPath } from "@/lib/client/next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const target = nextPath(typeof next === "string" ? next : undefined);
  if ((await currentActor(await headers())) !== null) redirect(target);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 pb-[16vh]">
      <div className="w-full max-w-92 rounded-xl sm:border sm:border-line sm:bg-surface sm:p-7 sm:shadow-xs">
        <Mark className="mb-4 size-9" />
        <h1 className="mb-1 text-xl font-semibold">Sign in to Kith</h1>
        <p className="mb-5 text-pretty text-ink-muted">The person who knows the customer answers the customer.</p>
        <SignInForm next={target} />
        <p className="mt-6 text-xs text-ink-faint">No account, or a forgotten password? An administrator of your organization can help.</p>
      </div>
    </main>
  );
}
