import { BlockList, isIP } from "node:net";
import { trustedProxies } from "./environment";

/**
 * The address a request came from, for rate limits and the audit log: the nearest hop that is not one of our own proxies. Next puts
 * the socket's address into x-forwarded-for when no proxy has.
 */
export function clientAddress(headers: Headers): string {
  const hops = (headers.get("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim()).filter(Boolean);
  const proxies = proxyList(trustedProxies());
  return hops.findLast((hop) => !isListed(proxies, hop)) ?? hops[0] ?? "unknown";
}

function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = familyOf(address);
    if (family === null) continue;
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function isListed(list: BlockList, address: string): boolean {
  const family = familyOf(address);
  return family !== null && list.check(address, family);
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 4 ? "ipv4" : version === 6 ? "ipv6" : null;
}
