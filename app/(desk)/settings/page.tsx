import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NoPermission } from "@/components/layout/no-permission";
import { placesFor } from "@/components/layout/settings-places";
import { currentActor } from "@/lib/auth/current";

/** Leads to the first of the settings that one may see. */
export default async function SettingsPage() {
  const actor = await currentActor(await headers());
  if (actor === null) return null;
  const [first] = placesFor([...actor.permissions]);
  if (first) redirect(first.href);
  return (
    <>
      <h1 className="sr-only">Settings</h1>
      <NoPermission title="There are no settings for you here">
        Your permission set includes none. An administrator of your organization can give you the permission.
      </NoPermission>
    </>
  );
}
