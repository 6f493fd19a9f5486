"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import type { PermissionSet } from "@/lib/contracts/permission-sets";
import { missingFor } from "./choice";
import { DeletePermissionSet } from "./delete-permission-set";
import { Holders } from "./holders";
import { permissionCount } from "./permission-groups";
import { PermissionSetDialog } from "./permission-set-dialog";
import { PermissionSetView } from "./permission-set-view";

interface PermissionSetRowProps {
  permissionSet: PermissionSet;
  /** All others, of which its holders can get one when it goes. */
  others: readonly PermissionSet[];
  /** What the one who looks may do. */
  mine: readonly string[];
}

export function PermissionSetRow({ permissionSet, others, mine }: PermissionSetRowProps) {
  const [open, setOpen] = useState<"view" | "edit" | "copy" | "delete" | null>(null);
  const { name, isDefault, permissions } = permissionSet;
  const missing = missingFor(permissions, mine);
  const canChange = !isDefault && missing.length === 0;
  const reason = isDefault ? "One that every organization has. It stays as it is; copy it to make one of your own." : `It holds more than you have: ${missing.join(", ")}. Somebody who has that can change it.`;
  const close = () => setOpen(null);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-4 py-3 sm:px-6">
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium">{name}</span>
          {isDefault ? <Badge>Default</Badge> : null}
          <span className="shrink-0 text-xs text-ink-faint tabular-nums">
            {permissions.length} of {permissionCount} permissions
          </span>
        </p>
        <Holders permissionSet={permissionSet} />
        {isDefault || canChange ? null : <p className="text-xs text-pretty text-ink-faint">{reason}</p>}
      </div>
      <div className="flex gap-2">
        <Button size="sm" aria-label={`${canChange ? "Edit" : "View"} ${name}`} onClick={() => setOpen(canChange ? "edit" : "view")}>
          {canChange ? "Edit" : "View"}
        </Button>
        <Button size="sm" aria-label={`Copy ${name}`} onClick={() => setOpen("copy")}>
          Copy
        </Button>
        {canChange ? (
          <Button size="sm" aria-label={`Delete ${name}`} onClick={() => setOpen("delete")}>
            Delete
          </Button>
        ) : null}
      </div>
      {open === "view" ? <PermissionSetView permissionSet={permissionSet} reason={reason} onClose={close} /> : null}
      {open === "edit" ? <PermissionSetDialog permissionSet={permissionSet} onClose={close} /> : null}
      {open === "copy" ? <PermissionSetDialog copyOf={permissionSet} onClose={close} /> : null}
      {open === "delete" ? <DeletePermissionSet permissionSet={permissionSet} others={others.filter((other) => missingFor(other.permissions, mine).length === 0)} onClose={close} /> : null}
    </li>
  );
}
