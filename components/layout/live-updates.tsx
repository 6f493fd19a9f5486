"use client";

import { useLiveUpdates } from "@/lib/client/live";

export function LiveUpdates() {
  useLiveUpdates();
  return null;
}
