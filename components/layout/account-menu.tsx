"use client";

import { KeyRound, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import type { ReactNode } from "react";
import { toast } from "sonner";
import { Avatar } from "@/components/ui/avatar";
import {
  Menu,
  MenuContent,
  MenuGroup,
  MenuGroupLabel,
  MenuItem,
  MenuRadioGroup,
  MenuRadioItem,
  MenuSeparator,
  MenuTrigger,
} from "@/components/ui/menu";
import { forgetPresence } from "@/lib/client/presence";
import type { User } from "@/lib/contracts/users";
import { signOut } from "./queries";

const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "system", label: "As the system", icon: Monitor },
] as const;

export function AccountMenu({ user, items }: { user: User; items?: ReactNode }) {
  const { theme, setTheme } = useTheme();
  const router = useRouter();
  return (
    <Menu>
      <MenuTrigger aria-label={`Account: ${user.name}`} className="rounded-full data-popup-open:outline-2 data-popup-open:outline-line-strong">
        <Avatar name={user.name} size="lg" />
      </MenuTrigger>
      <MenuContent align="end" className="w-60">
        <div className="px-2 py-1.5">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-xs text-ink-muted">{user.email}</p>
          <p className="truncate text-xs text-ink-faint">{user.permissionSet.name}</p>
        </div>
        <MenuSeparator />
        <MenuGroup>
          <MenuGroupLabel>Theme</MenuGroupLabel>
          <MenuRadioGroup value={theme ?? "system"} onValueChange={setTheme}>
            {themes.map(({ value, label, icon: Icon }) => (
              <MenuRadioItem key={value} value={value} closeOnClick={false}>
                <Icon aria-hidden className="size-4 text-ink-faint" />
                {label}
                {(theme ?? "system") === value ? <span aria-hidden className="ml-auto size-1.5 rounded-full bg-accent" /> : null}
              </MenuRadioItem>
            ))}
          </MenuRadioGroup>
        </MenuGroup>
        <MenuSeparator />
        {items}
        <MenuItem onClick={() => router.push("/account")}>
          <KeyRound aria-hidden className="size-4 text-ink-faint" />
          Account
        </MenuItem>
        <MenuItem onClick={() => leave(user.id)}>
          <LogOut aria-hidden className="size-4 text-ink-faint" />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

/** A whole new page, so that nothing read by one person stays in memory for the next. */
async function leave(userId: string): Promise<void> {
  if (!(await signOut())) {
    toast.error("You are still signed in: the server can't be reached. Try again.");
    return;
  }
  forgetPresence(userId);
  // eslint-disable-next-line @next/next/no-location-assign-relative-destination -- a soft navigation would keep that memory
  window.location.assign("/sign-in");
}
