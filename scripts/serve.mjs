// The server process, a child of scripts/start.ts. It runs the production build and needs nothing but Node and Next.
import { createServer } from "node:http";
import next from "next";

const stopLimitMs = 10_000;
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);

/** Where people come by https, browsers are told never to try without. */
const transportSecurity = process.env.KITH_URL?.startsWith("https:") ? process.env.KITH_HSTS || "max-age=31536000; includeSubDomains" : null;

/** Who sends slowly holds a connection, and not for long: these end when a request must have come in, not its answer. */
const limits = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 1_000, keepAliveTimeout: 65_000, maxHeaderSize: 16 * 1024 };
const maxUrlLength = 8 * 1024;

let isStopping = false;
let server = null;

// A terminal that has gone away must not take the server's last words for a crash.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
process.on("SIGHUP", stop);
process.on("message", (message) => message?.kind === "stop" && stop());
// The start process is gone, perhaps killed: nobody would ever stop us.
process.on("disconnect", stop);

const app = next({ dev: process.env.KITH_DEV === "1", dir: process.cwd(), hostname: host, port });
await app.prepare();
const handle = app.getRequestHandler();
server = createServer(limits, (request, response) => {
  if (isStopping) {
    // On a connection that was open already.
    response.writeHead(503, { connection: "close", "retry-after": "5" }).end();
    return;
  }
  if (request.url.length > maxUrlLength) {
    const problem = { type: "about:blank", title: "The address is too long", status: 414 };
    response.writeHead(414, { connection: "close", "content-type": "application/problem+json" }).end(JSON.stringify(problem));
    return;
  }
  request.headers["x-forwarded-for"] = hopsOf(request);
  if (transportSecurity !== null) response.setHeader("Strict-Transport-Security", transportSecurity);
  void handle(request, response);
});
// Nothing read and nothing written: also who never takes what is sent to them. A stream of events says something every 15 s.
server.setTimeout(120_000);
server.on("upgrade", (request, socket) => app.getUpgradeHandler()(request, socket));
server.once("error", (error) => {
  process.send?.({ kind: "failed", code: error.code ?? error.message }, () => process.exit(1));
});
server.listen(port, host, () => process.send?.({ kind: "ready", port: server.address().port }));

/** Where a request came from: what it says itself counts only where proxies are trusted, and then the last hop is ours to add. */
function hopsOf(request) {
  const last = request.socket.remoteAddress ?? "";
  const said = request.headers["x-forwarded-for"];
  return process.env.KITH_TRUSTED_PROXIES && said ? `${said}, ${last}` : last;
}

/** No new requests; then the app ends its streams, its router pass in flight and its connections; then out. */
async function stop() {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => {
    console.error("Some requests did not end within ten seconds and were cut off.");
    process.exit(0);
  }, stopLimitMs).unref();
  const closed = new Promise((resolve) => (server?.listening ? server.close(resolve) : resolve()));
  try {
    await globalThis.__kithShutdown?.();
  } catch (error) {
    console.error("The app did not shut down in order:", error instanceof Error ? error.message : error);
  }
  // Keep-alive connections count as open until the browser lets go of them.
  const idle = setInterval(() => server?.closeIdleConnections(), 50);
  await closed;
  clearInterval(idle);
  process.exit(0);
}
