import { createServer, type Server } from "node:net";
import { text as readAll } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isMailSet, sendMail } from "./send-mail";

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
}

const received: Received[] = [];
let mailServer: SMTPServer;
let refused = false;

beforeEach(async () => {
  received.length = 0;
  refused = false;
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => done(refused ? Object.assign(new Error("No such mailbox"), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      void readAll(stream).then((source) => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({ from: mailFrom === false ? "" : mailFrom.address, to: rcptTo.map(({ address }) => address), source });
        done(null);
      });
    },
  });
  process.env["SMTP_URL"] = `smtp://127.0.0.1:${await listen(mailServer.server)}`;
  process.env["MAIL_FROM"] = "Kith <desk@kith.example>";
});

afterEach(async () => {
  delete process.env["SMTP_URL"];
  delete process.env["MAIL_FROM"];
  await new Promise<void>((resolve) => mailServer.close(() => resolve()));
});

describe("sending e-mail", () => {
  it("reaches a real mail server, from and to whom it should, with its text", async () => {
    await sendMail({ to: "mara@harbor.example", subject: "Your invitation", text: "Follow this link.\nIt is valid for 7 days." });
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ from: "desk@kith.example", to: ["mara@harbor.example"] });
    expect(received[0]?.source).toMatch(/^Subject: Your invitation$/m);
    expect(received[0]?.source).toContain("It is valid for 7 days.");
  });

  it("needs both settings", async () => {
    expect(isMailSet()).toBe(true);
    delete process.env["MAIL_FROM"];
    expect(isMailSet()).toBe(false);
    await expect(sendMail({ to: "mara@harbor.example", subject: "Hello", text: "Hello" })).rejects.toThrow("SMTP_URL and MAIL_FROM");
  });

  it.each(["\r\nBcc: eve@evil.example", "\nBcc: eve@evil.example", "\u2028Bcc: eve@evil.example"])("lets a name in the subject begin no other header: %j", async (name) => {
    await sendMail({ to: "mara@harbor.example", subject: `Invitation from ${name}`, text: "Hello" });
    expect(received[0]?.to).toEqual(["mara@harbor.example"]);
    expect(received[0]?.source).not.toMatch(/^Bcc:/im);
    expect(received[0]?.source).toMatch(/^Subject: Invitation from Bcc: eve@evil.example$/m);
  });

  it.each(["mara@harbor.example, eve@evil.example", "mara@harbor.example\r\nBcc: eve@evil.example", "<eve@evil.example>", "team: a@x.example;", ""])(
    "sends to one plain address only: %j",
    async (to) => {
      await expect(sendMail({ to, subject: "Hello", text: "Hello" })).rejects.toThrow("one plain address");
      expect(received).toEqual([]);
    },
  );

  it("says that the mail server refused", async () => {
    refused = true;
    await expect(sendMail({ to: "gone@harbor.example", subject: "Hello", text: "Hello" })).rejects.toThrow("No such mailbox");
  });

  it("gives up on a server that takes the connection and says nothing", async () => {
    const silent = createServer();
    process.env["SMTP_URL"] = `smtp://127.0.0.1:${await listen(silent)}`;
    const began = performance.now();
    await expect(sendMail({ to: "mara@harbor.example", subject: "Hello", text: "Hello" })).rejects.toThrow();
    expect(performance.now() - began).toBeLessThan(10_000);
    silent.close();
  });
});

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("Not listening on a port"));
      else resolve(address.port);
    });
  });
}
