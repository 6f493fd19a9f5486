/** Who does something: a user, an API key, a customer on the chat page, or the clock. An Actor is one. */
export interface By {
  readonly kind: "user" | "api_key" | "customer" | "clock";
  /** As it is now, for the log; null for the clock. */
  readonly name: string | null;
  /** Null for all but a user. */
  readonly userId: string | null;
}

export const theClock: By = { kind: "clock", name: null, userId: null };
