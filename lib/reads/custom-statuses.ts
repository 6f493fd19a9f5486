import type { CustomStatuses } from "../contracts/custom-statuses";
import { database } from "../store/database";
import { readSavedPart } from "./settings-save";

/** For whoever is signed in: agents choose among them. */
export async function readCustomStatuses(organizationId: string): Promise<CustomStatuses> {
  const saved = await readSavedPart(organizationId, "custom_statuses");
  const statuses = await database().customStatus.findMany({
    where: { organizationId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, name: true, type: true },
  });
  return { ...saved, statuses };
}
