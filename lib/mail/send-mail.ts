import { createTransport } from "nodemailer";

export interface Mail {
  /** One e-mail address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Somebody waits for the answer to their click: a server that does not speak must not hold them. */
const connectMs = 5_000;
const silenceMs = 10_000;
const wholeMs = 20_000;

const maxSubjectLength = 200;

/** One address and nothing that could begin a list, a name or another header. */
const oneAddress = /^[^\s<>",;:()[\]\\@]+@[^\s<>",;:()[\]\\@]+$/;

/** Whether this server can send e-mail: SMTP_URL and MAIL_FROM are both set. */
export function isMailSet(): boolean {
  return mailSettings() !== null;
}

/**
 * Sends a plain text e-mail and resolves when the mail server has taken it, at most 20 s later.
 * Names that people chose may stand in the subject: line breaks in it become a space.
 *
 * @throws Error when mail is not set, `to` is not one address, or the mail server refuses or does not answer
 */
export async function sendMail({ to, subject, text }: Mail): Promise<void> {
  const settings = mailSettings();
  if (!settings) throw new Error("Mail is not set: SMTP_URL and MAIL_FROM are needed.");
  if (!oneAddress.test(to)) throw new Error("Mail goes to one plain address.");
  const transport = createTransport({
    url: settings.url,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: settings.from,
      to: { name: "", address: to },
      subject: inOneLine(subject),
      text,
      // Told to machines, so that absence notes don't answer.
      headers: { "Auto-Submitted": "auto-generated" },
      signal: AbortSignal.timeout(wholeMs),
    });
  } finally {
    transport.close();
  }
}

function mailSettings(): { url: string; from: string } | null {
  const url = process.env["SMTP_URL"]?.trim();
  const from = process.env["MAIL_FROM"]?.trim();
  return url && from ? { url, from } : null;
}

function inOneLine(subject: string): string {
  return subject.replaceAll(/[\s\p{Cc}]+/gu, " ").trim().slice(0, maxSubjectLength);
}
