import type { Mail } from "./send-mail";

export function passwordResetMail({ to, name, link }: { readonly to: string; readonly name: string; readonly link: string }): Mail {
  return {
    to,
    subject: "Choose another password",
    text: [
      `Hello ${name},`,
      "",
      "Somebody, probably you, has forgotten the password that you sign in to Kith with.",
      "Follow this link to choose another. It can be used once, and for 1 hour:",
      "",
      link,
      "",
      "If that was not you, you need not do anything: your password stays as it is.",
      "",
    ].join("\n"),
  };
}
