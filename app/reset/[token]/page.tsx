import type { Metadata } from "next";
import { Door } from "@/components/sign-in/door";
import { DoorLink } from "@/components/sign-in/door-link";
import { ResetForm } from "@/components/sign-in/reset-form";
import { lookUpResetLink } from "@/lib/reads/password-reset";

/** The address holds the token: nobody else is told it. */
export const metadata: Metadata = { title: "New password", referrer: "no-referrer" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const whose = await lookUpResetLink(token);
  if (!whose) {
    return (
      <Door title="This link opens nothing" lead="It was used already, or is more than an hour old.">
        <DoorLink href="/reset">Get another link</DoorLink>
      </Door>
    );
  }
  return (
    <Door title="Choose a new password" lead={`For ${whose.email}. It signs you out everywhere.`}>
      <ResetForm token={token} email={whose.email} />
    </Door>
  );
}
