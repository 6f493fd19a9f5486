import { pool } from "./database";
import { acrossOrganizations } from "./scope";

/** Agents of all organizations from whom something may still be to be taken back, at most 100 at once. */
export async function agentsHandingBack(): Promise<{ organizationId: string; userId: string }[]> {
  const { rows } = await acrossOrganizations(() =>
    pool().query<{ organizationId: string; userId: string }>({
      name: "agents-handing-back",
      text: `
        SELECT a.organization_id AS "organizationId", a.user_id AS "userId"
        FROM organization_router r
        JOIN agent a ON a.organization_id = r.organization_id AND a.hands_back
        ORDER BY a.status_since, a.user_id LIMIT 100`,
    }),
  );
  return rows;
}
