import { expect, it } from "vitest";
import { permissions } from "@/lib/auth/permissions";
import { namesOfPermissions, permissionGroups } from "./permission-groups";

it("says every permission once", () => {
  const said = permissionGroups.flatMap((group) => group.permissions.map(({ permission }) => permission));
  expect(said.toSorted()).toEqual(Object.keys(permissions).sort());
});

it("names permissions with their group, in its order", () => {
  expect(namesOfPermissions(["customer.dedicated_agent.edit", "customer.read", "of.a.newer.version"])).toEqual(["Customers: View", "Dedicated Agent attribute: Edit"]);
});
