import { rm } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findFreePort } from "./lib/free-port";
import { makeThrowawayFolder } from "./lib/throwaway-postgres";
import { launchKith, stopAllKiths } from "./testing/kith-process";

let dataFolder: string;
let port: number;
let address: string;

beforeAll(async () => {
  dataFolder = await makeThrowawayFolder(0o700);
  port = await findFreePort();
  address = await launchKith({ dataFolder, port, environment: { KITH_URL: "https://desk.example" } }).address;
});

afterAll(async () => {
  await stopAllKiths();
  await rm(dataFolder, { recursive: true, force: true });
});

/** Sends `head` at once and then one byte a second, until the server has enough. @returns what it answered, after how long */
async function trickle(head: string): Promise<{ answer: string; seconds: number }> {
  const socket: Socket = connect(port, "127.0.0.1");
  const began = performance.now();
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  socket.write(head);
  const timer = setInterval(() => socket.write("a"), 1_000);
  await new Promise((resolve) => socket.once("close", resolve));
  clearInterval(timer);
  return { answer, seconds: (performance.now() - began) / 1_000 };
}

/** One request as it stands. @returns the whole answer */
async function send(text: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.on("data", (chunk: Buffer) => (answer += chunk.toString("latin1")));
  socket.on("error", () => undefined);
  socket.write(text);
  await new Promise((resolve) => socket.once("close", resolve));
  return answer;
}

test("who sends a byte a second is cut off, in the headers and in the body", async () => {
  const [slowHeaders, slowBody] = await Promise.all([
    trickle("GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
    trickle("POST /api/v1/customers HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"),
  ]);
  expect(slowHeaders.answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(slowHeaders.seconds).toBeLessThan(20);
  expect(slowBody.seconds).toBeLessThan(40);
});

test("addresses, headers and bodies have a longest length, and a request has one length", async () => {
  const close = "Host: localhost\r\nConnection: close\r\n";
  expect(await send(`GET /?q=${"a".repeat(9_000)} HTTP/1.1\r\n${close}\r\n`)).toMatch(/^HTTP\/1\.1 414 /);
  expect(await send(`GET / HTTP/1.1\r\n${close}X-Long: ${"a".repeat(20_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /);
  const body = "POST /api/auth/sign-in/email HTTP/1.1\r\nContent-Type: application/json\r\n";
  expect(await send(`${body}${close}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} `)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await send(`${body}${close}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
});

test("where people come by https, browsers are told to stay with it", async () => {
  for (const path of ["/sign-in", "/api/v1/healthz", "/icon.svg"]) {
    expect((await fetch(address + path)).headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
  }
});

test("whoever asks names a host of their choice in vain: no answer leads there", async () => {
  for (const header of ["Host: evil.example", "Host: localhost\r\nX-Forwarded-Host: evil.example", "Host: localhost\r\nX-Original-URL: //evil.example"]) {
    for (const path of ["/", "/inbox", "//evil.example/%2e%2e", "/\\evil.example"]) {
      const answer = await send(`GET ${path} HTTP/1.1\r\n${header}\r\nConnection: close\r\n\r\n`);
      const location = /^location: (.*)$/im.exec(answer.split("\r\n\r\n")[0] ?? "")?.[1];
      if (location !== undefined) expect(new URL(location.trim(), "http://localhost").host, `${path} with ${header} leads to ${location}`).not.toContain("evil");
    }
  }
});
