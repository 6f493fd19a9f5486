import { pool } from "./database";
import { acrossOrganizations } from "./scope";

interface DueConversation {
  readonly organizationId: string;
  readonly conversationId: string;
}

/** Snoozed conversations whose time has come. */
export function dueSnoozes(): Promise<DueConversation[]> {
  return dueConversations("due-snoozes", "state = 'snoozed'", "snoozed_until");
}

/** Offers nobody has answered in time. */
export function dueOffers(): Promise<DueConversation[]> {
  return dueConversations("due-offers", "routing_state = 'offered'", "offer_until");
}

/** Of all organizations, at most 200 at once; the rest come at the next call. `column` is led by the index over `condition`. */
async function dueConversations(name: string, condition: string, column: string): Promise<DueConversation[]> {
  const { rows } = await acrossOrganizations(() =>
    pool().query<DueConversation>({
      name,
      // The clock as a scalar query: compared with the volatile function itself, no index could be used.
      text: `
        SELECT c.organization_id AS "organizationId", c.id AS "conversationId"
        FROM organization_router r
        CROSS JOIN LATERAL (
          SELECT organization_id, id FROM conversation
          WHERE organization_id = r.organization_id AND ${condition} AND ${column} <= (SELECT clock_timestamp())
          ORDER BY ${column}, id LIMIT 200) c
        LIMIT 200`,
    }),
  );
  return rows;
}
