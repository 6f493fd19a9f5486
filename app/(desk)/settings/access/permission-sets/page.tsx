import type { Metadata } from "next";
import { PermissionSets } from "@/components/permission-sets/permission-sets";
import { Permitted } from "../../permitted";

export const metadata: Metadata = { title: "Permission sets" };

export default function PermissionSetsPage() {
  return (
    <Permitted permission="permission_set.manage" title="Permission sets" cannot="change the permission sets">
      <PermissionSets />
    </Permitted>
  );
}
