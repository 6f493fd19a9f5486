import type { Metadata } from "next";
import Link from "next/link";
import { AcceptForm } from "@/components/invitations/accept-form";
import { Mark } from "@/components/layout/mark";
import type { InvitationState } from "@/lib/contracts/invitations";
import { lookUpInvitation } from "@/lib/reads/invitations";

/** The address opens an account: it goes into no search engine, and to no other site. */
export const metadata: Metadata = { title: "Your invitation", referrer: "same-origin", robots: { index: false, follow: false } };

const refusals = {
  accepted: { title: "This invitation has been used", text: "Sign in with the e-mail it was sent to and the password that was chosen." },
  expired: { title: "This invitation has expired", text: "An invitation can be used for 7 days. Ask whoever invited you for a new link." },
  revoked: { title: "This invitation was withdrawn", text: "Ask whoever invited you whether there is another." },
  unknown: { title: "This link opens nothing", text: "It may be incomplete, or there is a newer one. Copy the whole link, or ask whoever invited you." },
} as const satisfies Record<Exclude<InvitationState, "open"> | "unknown", { title: string; text: string }>;

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = await lookUpInvitation(token);
  const state = invitation?.state ?? "unknown";
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center px-4 pb-[16vh]">
      <div className="w-full max-w-92 rounded-xl sm:border sm:border-line sm:bg-surface sm:p-7 sm:shadow-xs">
        <Mark className="mb-4 size-9" />
        {invitation !== null && state === "open" ? (
          <>
            <h1 className="mb-1 text-xl font-semibold">Join {invitation.organizationName}</h1>
            <p className="mb-5 text-pretty text-ink-muted">Choose a password, and you are in.</p>
            <AcceptForm token={token} name={invitation.name} email={invitation.email} />
          </>
        ) : (
          <Refused {...refusals[state === "open" ? "unknown" : state]} />
        )}
      </div>
    </main>
  );
}

function Refused({ title, text }: { title: string; text: string }) {
  return (
    <>
      <h1 className="mb-1 text-xl font-semibold">{title}</h1>
      <p className="mb-5 text-pretty text-ink-muted">{text}</p>
      <Link href="/sign-in" className="text-accent-ink underline underline-offset-2">
        To the sign-in
      </Link>
    </>
  );
}
