import type { Metadata } from "next";
import { Users } from "@/components/users/users";
import { Permitted } from "../../permitted";

export const metadata: Metadata = { title: "Users" };

export default function UsersPage() {
  return (
    <Permitted permission="user.manage" title="Users" cannot="manage users">
      <Users />
    </Permitted>
  );
}
