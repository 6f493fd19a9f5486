import { Problem } from "./problem";

export interface StartOptions {
  readonly host: string;
  readonly port: number;
  /** A PostgreSQL of one's own; null: the embedded one. */
  readonly databaseUrl: string | null;
  /** Next's development server instead of a production build. */
  readonly isDevelopment: boolean;
  /** Whether the server routes too; one started with --web leaves it to router processes. */
  readonly routes: boolean;
}

export function readStartOptions(environment: NodeJS.ProcessEnv, args: readonly string[]): StartOptions {
  const port = Number(environment["PORT"] || "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Problem(`PORT is ${environment["PORT"] ?? ""}, which is no port. Set it to a number from 1 to 65535 and start again.`);
  }
  const databaseUrl = environment["DATABASE_URL"] || null;
  const role = args.find((arg) => arg === "--web" || arg === "--router");
  if (role !== undefined && databaseUrl === null) {
    throw new Problem(`npm run start:${role.slice(2)} shares a database with other processes and needs DATABASE_URL. npm start runs everything in one, with a database of its own.`);
  }
  return {
    // Only this machine, because the demo's passwords are known to everybody. HOST=0.0.0.0 opens it.
    host: environment["HOST"] || "127.0.0.1",
    port,
    databaseUrl,
    isDevelopment: args.includes("--dev"),
    routes: role !== "--web",
  };
}

/** The address to type into a browser on this machine. */
export function addressOf({ host }: StartOptions, port: number): string {
  const name = host === "127.0.0.1" || host === "0.0.0.0" || host === "::" || host === "::1" ? "localhost" : host;
  return `http://${name}:${port}`;
}
