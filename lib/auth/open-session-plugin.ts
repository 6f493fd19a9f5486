import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import { z } from "zod";

/**
 * Opens a session for somebody whom we have let in by another way than a password, with the very cookie that a password
 * gets. Only this server can call it: it has no address.
 */
export const openSessionPlugin = {
  id: "kith-open-session",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ authUserId: z.string() }), requireHeaders: true }, async (http) => {
      const { internalAdapter } = http.context;
      const user = await internalAdapter.findUserById(http.body.authUserId);
      if (!user) throw new Error("nobody by that id signs in here");
      const session = await internalAdapter.createSession(user.id);
      await setSessionCookie(http, { session, user });
      return { isSignedIn: true };
    }),
  },
} satisfies BetterAuthPlugin;
