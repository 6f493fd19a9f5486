/** Next calls this once when the server starts. Leaves on globalThis how the server's process ends what it starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { authSecret } = await import("./lib/auth/environment");
  // Without it nobody could sign in: better said at the start than to the first who tries.
  authSecret();
  const { startServices } = await import("./lib/router/services");
  const services = startServices({ routes: process.env["KITH_ROUTES"] !== "0" });
  (globalThis as { __kithShutdown?: () => Promise<void> }).__kithShutdown = () => services.stop();
}
