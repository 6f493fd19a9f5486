import type { Mail } from "./send-mail";

interface InvitationMail {
  readonly to: string;
  readonly name: string;
  readonly organizationName: string;
  /** Null: an API key did. */
  readonly invitedBy: string | null;
  readonly link: string;
}

export function invitationMail({ to, name, organizationName, invitedBy, link }: InvitationMail): Mail {
  return {
    to,
    subject: `Your invitation to ${organizationName}`,
    text: [
      `Hello ${name},`,
      "",
      `${invitedBy ?? "Somebody"} has invited you to answer customers of ${organizationName} with Kith.`,
      "Follow this link to choose your password. It can be used once, and for 7 days:",
      "",
      link,
      "",
      "If you don't know what this is about, you need not do anything.",
      "",
    ].join("\n"),
  };
}
