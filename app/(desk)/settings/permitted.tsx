import { headers } from "next/headers";
import type { ReactNode } from "react";
import { NoPermission } from "@/components/layout/no-permission";
import { may } from "@/lib/auth/actor";
import { currentActor } from "@/lib/auth/current";
import type { Permission } from "@/lib/auth/permissions";

interface PermittedProps {
  permission: Permission;
  /** Left out where the layout around it has the heading. */
  title?: string;
  /** What one can't do without it, as it follows "You can't". */
  cannot: string;
  children: ReactNode;
}

/** A page of the settings, or, to whom it is not permitted, who can help. The layout leads to sign-in. */
export async function Permitted({ permission, title, cannot, children }: PermittedProps) {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  if (may(actor, permission)) return children;
  return (
    <>
      {title === undefined ? null : <h1 className="sr-only">{title}</h1>}
      <NoPermission title={`You can’t ${cannot}`}>
        Your permission set doesn’t include it. An administrator of your organization can do it for you, or give you the permission.
      </NoPermission>
    </>
  );
}
