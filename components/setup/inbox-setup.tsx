"use client";

import { usePathname } from "next/navigation";
import { SetupChecklist } from "./setup-checklist";

/** Above the inbox, as long as no conversation is open there: that one gets all the room. */
export function InboxSetup() {
  return usePathname() === "/inbox" ? <SetupChecklist /> : null;
}
