/** Next calls this once when the server starts. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { startServices } = await import("./lib/router/services");
  startServices();
}
