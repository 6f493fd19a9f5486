/** In the order in which they are asked for: most browsers call themselves by the names of others too. */
const browsers = [
  [/\bEdgA?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Headless)?(?:Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
] as const;

const systems = [
  [/\biPhone\b/, "an iPhone"],
  [/\biPad\b/, "an iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bMac OS X\b/, "a Mac"],
  [/\bLinux\b/, "Linux"],
] as const;

/** A browser's User-Agent in the words of who uses it: enough to know one's own devices by. */
export function deviceName(userAgent: string | null): string {
  const named = (userAgent ?? "").slice(0, 500);
  const browser = browsers.find(([pattern]) => pattern.test(named))?.[1];
  const system = systems.find(([pattern]) => pattern.test(named))?.[1];
  if (browser === undefined && system === undefined) return "An unknown device";
  if (system === undefined) return browser ?? "";
  return browser === undefined ? `A program on ${system}` : `${browser} on ${system}`;
}
