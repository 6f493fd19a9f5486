import { Pool, type PoolClient } from "pg";
import { scopeSetting } from "./scope";

type OnConnected = (error: Error | undefined, client: PoolClient | undefined, done: (release?: unknown) => void) => void;

/**
 * A pool whose connections know whose rows they are for. A connection is told when it was last used for another
 * organization, so that one organization alone costs nothing.
 */
export class ScopedPool extends Pool {
  /** Absent: as the connection began. */
  readonly #settings = new WeakMap<PoolClient, string>();

  override connect(): Promise<PoolClient>;
  override connect(onConnected: OnConnected): void;
  override connect(onConnected?: OnConnected): Promise<PoolClient> | void {
    // Now: pg calls back in whatever context the connection became free.
    const setting = scopeSetting();
    if (!onConnected) return super.connect().then((client) => this.#enter(client, setting));
    super.connect((error, client, done) => {
      if (error || !client) return onConnected(error, client, done);
      this.#enter(client, setting).then(
        () => onConnected(undefined, client, done),
        (reason: Error) => onConnected(reason, undefined, () => undefined),
      );
    });
  }

  async #enter(client: PoolClient, setting: string | null): Promise<PoolClient> {
    if ((this.#settings.get(client) ?? null) === setting) return client;
    try {
      if (setting === null) await client.query("RESET kith.organization");
      else await client.query({ name: "enter-organization", text: "SELECT set_config('kith.organization', $1, false)", values: [setting] });
    } catch (error) {
      client.release(true);
      throw error;
    }
    if (setting === null) this.#settings.delete(client);
    else this.#settings.set(client, setting);
    return client;
  }
}
