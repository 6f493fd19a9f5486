interface TeamFields {
  readonly name: string;
  readonly routingEnabled: boolean;
  readonly capacity: number;
}

/** A team's fields as the audit log tells them. */
export function teamInWords({ name, routingEnabled, capacity }: TeamFields): Record<string, string | number | boolean> {
  return { name, routing: routingEnabled, capacity };
}
