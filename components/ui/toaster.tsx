"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      // Above the bottom navigation of phones.
      mobileOffset={{ bottom: 72 }}
      duration={6000}
      closeButton
      toastOptions={{
        style: {
          background: "var(--raised)",
          color: "var(--ink)",
          borderColor: "transparent",
          boxShadow: "var(--shadow-popover)",
          borderRadius: 9,
          fontSize: 13,
          fontFamily: "var(--font-geist-sans), sans-serif",
        },
        actionButtonStyle: { background: "transparent", color: "var(--accent-ink)", fontWeight: 600, fontSize: 13, minHeight: 24 },
      }}
    />
  );
}
