import { pool } from "./database";

/** Offers nobody has answered in time, of all organizations, at most 200 at once; the rest come at the next call. */
export async function dueOffers(): Promise<{ organizationId: string; conversationId: string }[]> {
  const { rows } = await pool().query<{ organizationId: string; conversationId: string }>({
    name: "due-offers",
    text: `
      SELECT c.organization_id AS "organizationId", c.id AS "conversationId"
      FROM organization_router r
      CROSS JOIN LATERAL (
        SELECT organization_id, id FROM conversation
        WHERE organization_id = r.organization_id AND routing_state = 'offered' AND offer_until <= (SELECT clock_timestamp())
        ORDER BY offer_until, id LIMIT 200) c
      LIMIT 200`,
  });
  return rows;
}
