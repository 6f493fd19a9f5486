/** An agent's name by id, also of one who has left. */
export type NameOf = (agentId: string) => string;
