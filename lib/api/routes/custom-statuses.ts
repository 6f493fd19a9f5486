import { saveCustomStatuses } from "../../commands/save-custom-statuses";
import { customStatuses, putCustomStatusesBody } from "../../contracts/custom-statuses";
import { readCustomStatuses } from "../../reads/custom-statuses";
import { operation } from "../operation";

export const customStatusOperations = [
  operation(
    {
      operationId: "getCustomStatuses",
      method: "get",
      path: "/custom-statuses",
      tag: "Routing settings",
      summary: "The organization's own statuses, for agents to choose from",
      access: "signed_in",
      answer: { status: 200, description: "The statuses", schema: customStatuses },
    },
    ({ actor }) => readCustomStatuses(actor.organizationId),
  ),
  operation(
    {
      operationId: "putCustomStatuses",
      method: "put",
      path: "/custom-statuses",
      tag: "Routing settings",
      summary: "Save all of the organization's own statuses",
      description:
        "Name the version that was read. If somebody saved meanwhile, nothing is saved and `current` holds the statuses as they stand. Agents who have one that is left out, or whose type changes, get the plain status of the type they have.",
      access: "routing_settings.write",
      body: putCustomStatusesBody,
      answer: { status: 200, description: "The statuses as they are now", schema: customStatuses },
      problems: ["stale_version"],
    },
    async ({ actor, body }) => {
      await saveCustomStatuses(actor, body);
      return readCustomStatuses(actor.organizationId);
    },
  ),
];
