import type { Metadata } from "next";
import { Door } from "@/components/sign-in/door";
import { DoorLink } from "@/components/sign-in/door-link";
import { ForgotForm } from "@/components/sign-in/forgot-form";
import { canMailResetLinks } from "@/lib/commands/mail-reset-link";

export const metadata: Metadata = { title: "Forgotten password" };

export default function ForgotPage() {
  const back = <DoorLink href="/sign-in">Back to signing in</DoorLink>;
  if (!canMailResetLinks()) {
    return (
      <Door title="Forgot your password?" lead="This server sends no e-mail. Ask an administrator of your organization for a link to choose another password.">
        {back}
      </Door>
    );
  }
  return (
    <Door title="Forgot your password?" lead="Enter the e-mail you sign in with. You get a link to choose another password." foot={back}>
      <ForgotForm />
    </Door>
  );
}
