"use client";

import { useQuery } from "@tanstack/react-query";
import { meQuery } from "@/lib/client/me";
import type { Permission } from "@/lib/auth/permissions";
import type { Conversation } from "@/lib/contracts/conversations";

/** One works on one's own conversations; on those of others with the permission to assign. As the API has it. */
export function useMayWorkOn(conversation: Conversation, permission: Permission): boolean {
  const { data: me } = useQuery(meQuery());
  if (!me?.permissions.includes(permission)) return false;
  return me.permissions.includes("conversation.assign") || conversation.assignee?.id === me.user?.id;
}

export function useIsMe(userId: string | undefined): boolean {
  const { data: me } = useQuery(meQuery());
  return userId !== undefined && me?.user?.id === userId;
}
