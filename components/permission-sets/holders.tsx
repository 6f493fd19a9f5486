import { KeyRound, User } from "lucide-react";
import type { PermissionSet } from "@/lib/contracts/permission-sets";

const namedAtAGlance = 3;

/** Who has a set: how many, and the first of them by name. */
export function Holders({ permissionSet: { userCount, apiKeyCount, holders } }: { permissionSet: PermissionSet }) {
  if (userCount + apiKeyCount === 0) return <p className="text-xs text-ink-faint">Nobody has it.</p>;
  const users = holders?.users.map(({ name }) => name) ?? [];
  const apiKeys = holders?.apiKeys.map(({ name }) => name) ?? [];
  return (
    <ul className="flex flex-col gap-0.5 text-xs text-ink-muted [&_svg]:mt-0.5 [&_svg]:size-3 [&_svg]:shrink-0 [&_svg]:text-ink-faint">
      {userCount === 0 ? null : (
        <li className="flex gap-1.5">
          <User aria-hidden />
          {counted(userCount, "user", "users")}: {named(users, userCount)}
        </li>
      )}
      {apiKeyCount === 0 ? null : (
        <li className="flex gap-1.5">
          <KeyRound aria-hidden />
          {counted(apiKeyCount, "API key", "API keys")}: {named(apiKeys, apiKeyCount)}
        </li>
      )}
    </ul>
  );
}

/** "2 users and 1 API key". */
export function holderCount({ userCount, apiKeyCount }: PermissionSet): string {
  const parts = [userCount === 0 ? null : counted(userCount, "user", "users"), apiKeyCount === 0 ? null : counted(apiKeyCount, "API key", "API keys")];
  return parts.filter((part) => part !== null).join(" and ");
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function named(names: readonly string[], count: number): string {
  const shown = names.slice(0, namedAtAGlance);
  return count > shown.length ? `${shown.join(", ")} and ${count - shown.length} more` : shown.join(", ");
}
