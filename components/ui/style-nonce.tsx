"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";

/** Lets Base UI put its few styles into the page under the page's policy. */
export function StyleNonce({ nonce, children }: { nonce: string; children: ReactNode }) {
  return <CSPProvider nonce={nonce}>{children}</CSPProvider>;
}
