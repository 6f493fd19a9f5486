/**
 * Sonner puts its styles into the page by itself, and takes no nonce: this is the hash of what it puts there. A test
 * compares them, because it changes with Sonner.
 */
export const sonnerStyleHash = "sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=";
/** A style element is there before its text is. */
const emptyHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

interface PagePolicy {
  /** Fresh with every request: what carries it in the page is ours. */
  readonly nonce: string;
  /** Whose pages may show this one in a frame; none: nobody's. */
  readonly frameAncestors: readonly string[];
  readonly isHttps: boolean;
  /** React and Next evaluate text and speak over a socket while one develops, never in production. */
  readonly isDevelopment: boolean;
}

/**
 * What a page of ours may load and run.
 *
 * Scripts: those that carry the nonce, and what they load themselves. Style elements: the same, or by hash. Style
 * attributes are allowed, since rendered pages have them for widths and places (React, Base UI, Sonner, dnd-kit), and
 * an attribute can't run anything.
 */
export function pagePolicy({ nonce, frameAncestors, isHttps, isDevelopment }: PagePolicy): string {
  return Object.entries({
    "default-src": ["'self'"],
    "script-src": [`'nonce-${nonce}'`, "'strict-dynamic'", ...(isDevelopment ? ["'unsafe-eval'"] : [])],
    "style-src": ["'self'", ...(isDevelopment ? ["'unsafe-inline'"] : [`'nonce-${nonce}'`, `'${sonnerStyleHash}'`, `'${emptyHash}'`])],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": frameAncestors.length === 0 ? ["'none'"] : ["'self'", ...frameAncestors],
    ...(isHttps && { "upgrade-insecure-requests": [] }),
  })
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}

/** What is no page, such as an answer of the API: opened as one, it loads and runs nothing. */
export const dataPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";
