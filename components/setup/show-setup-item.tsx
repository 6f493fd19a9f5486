"use client";

import { ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { MenuItem } from "@/components/ui/menu";
import { isDone } from "./queries";
import { useHideSetup, useSetup } from "./use-setup";

/** In the account menu, as long as the hidden checklist has something left to do. */
export function ShowSetupItem() {
  const setup = useSetup();
  const router = useRouter();
  const { show } = useHideSetup();
  if (!setup?.isHidden || isDone(setup)) return null;
  return (
    <MenuItem
      onClick={() => {
        show();
        router.push("/inbox");
      }}
    >
      <ListChecks aria-hidden className="size-4 text-ink-faint" />
      Show the set-up checklist
    </MenuItem>
  );
}
