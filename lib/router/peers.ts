import { createHash } from "node:crypto";

/** A process that routes on this database, as it tells the others. */
export interface Peer {
  readonly id: string;
  /** The machine it runs on: those of one machine share its processors. */
  readonly host: string;
}

/** How often a router says that it is there. */
export const sayEveryMs = 2_000;
/** After so long without a word it counts as gone: two may be lost. */
const forgetAfterMs = 3 * sayEveryMs;

/**
 * The routers that this one has heard of. It leads to nothing but who looks first: whoever guesses wrong finds the
 * organization's lock taken, and what nobody took is found in the rows at the next look. So there is no leader, and
 * nothing to agree on.
 */
export class Peers {
  readonly #self: Peer;
  readonly #now: () => number;
  readonly #others = new Map<string, { readonly host: string; readonly heardAt: number }>();

  /** @param now milliseconds of a clock that never goes back */
  constructor(self: Peer, now: () => number = () => performance.now()) {
    this.#self = self;
    this.#now = now;
  }

  /** @returns whether it is new here, and should be told who this one is */
  hear({ id, host }: Peer): boolean {
    if (id === this.#self.id) return false;
    const isNew = !this.#present().has(id);
    this.#others.set(id, { host, heardAt: this.#now() });
    return isNew;
  }

  hearGone(id: string): void {
    this.#others.delete(id);
  }

  /** Whether this is the one that looks first when a fact of this organization was recorded by a process that doesn't route. */
  isFirstFor(organizationId: string): boolean {
    const own = weight(this.#self.id, organizationId);
    return [...this.#present().keys()].every((id) => weight(id, organizationId) < own);
  }

  /** The routers of this machine, this one among them. */
  countHere(): number {
    return 1 + [...this.#present().values()].filter(({ host }) => host === this.#self.host).length;
  }

  #present() {
    const since = this.#now() - forgetAfterMs;
    for (const [id, { heardAt }] of this.#others) if (heardAt < since) this.#others.delete(id);
    return this.#others;
  }
}

/**
 * Rendezvous hashing (Thaler and Ravishankar, 1998): each organization goes to the router of the highest weight, and
 * when a router comes or goes only what it takes or leaves moves.
 */
function weight(id: string, organizationId: string): string {
  return createHash("sha256").update(id).update(organizationId).digest("hex");
}
