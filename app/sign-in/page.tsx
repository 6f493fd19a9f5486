import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { Door } from "@/components/sign-in/door";
import { DoorLink } from "@/components/sign-in/door-link";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { currentActor } from "@/lib/auth/current";
import { nextPath } from "@/lib/client/next-path";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string | string[] }> }) {
  const { next } = await searchParams;
  const target = nextPath(typeof next === "string" ? next : undefined);
  if ((await currentActor(await headers())) !== null) redirect(target);
  return (
    <Door
      title="Sign in to Kith"
      lead="The person who knows the customer answers the customer."
      foot={
        <>
          <DoorLink href="/reset">Forgot your password?</DoorLink>
          <p className="mt-2">No account? An administrator of your organization can help.</p>
        </>
      }
    >
      <SignInForm next={target} />
    </Door>
  );
}
