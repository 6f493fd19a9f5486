import { pool } from "./database";

/** Snoozed conversations whose time has come, of all organizations, at most 200 at once; the rest come at the next call. */
export async function dueSnoozes(): Promise<{ organizationId: string; conversationId: string }[]> {
  const { rows } = await pool().query<{ organizationId: string; conversationId: string }>({
    name: "due-snoozes",
    text: `
      SELECT c.organization_id AS "organizationId", c.id AS "conversationId"
      FROM organization_router r
      CROSS JOIN LATERAL (
        SELECT organization_id, id FROM conversation
        WHERE organization_id = r.organization_id AND state = 'snoozed' AND snoozed_until <= (SELECT clock_timestamp())
        ORDER BY snoozed_until, id LIMIT 200) c
      LIMIT 200`,
  });
  return rows;
}
