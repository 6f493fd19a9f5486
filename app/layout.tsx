import type { Metadata, Viewport } from "next";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import { ThemeProvider } from "next-themes";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { StyleNonce } from "@/components/ui/style-nonce";
import { Toaster } from "@/components/ui/toaster";
import { TooltipProvider } from "@/components/ui/tooltip";
import { QueryProvider } from "@/lib/client/query-client";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Kith", template: "%s · Kith" },
  description: "The person who knows the customer answers the customer, and nobody waits longer than they should.",
  robots: { index: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f5f4f2" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0e0c" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // From proxy.ts. It also makes every page one that is rendered when it is asked for: a nonce is for one answer.
  const nonce = (await headers()).get("x-nonce") ?? "";
  return (
    // next-themes sets the class before the first paint: the server cannot know it.
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body className="font-sans">
        <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
          <StyleNonce nonce={nonce}>
            <QueryProvider>
              <TooltipProvider delay={400}>
                <div className="desk-root">{children}</div>
              </TooltipProvider>
              <Toaster />
            </QueryProvider>
          </StyleNonce>
        </ThemeProvider>
      </body>
    </html>
  );
}
