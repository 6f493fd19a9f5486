import { saveBusinessHours } from "../../commands/save-business-hours";
import { businessHoursSettings, putBusinessHoursBody } from "../../contracts/business-hours";
import { getBusinessHours, readBusinessHours } from "../../reads/business-hours";
import { operation } from "../operation";

export const businessHoursOperations = [
  operation(
    {
      operationId: "getBusinessHours",
      method: "get",
      path: "/business-hours",
      tag: "Routing settings",
      summary: "When the organization is open",
      access: "routing_settings.read",
      answer: { status: 200, description: "The business hours", schema: businessHoursSettings },
    },
    ({ actor }) => getBusinessHours(actor),
  ),
  operation(
    {
      operationId: "putBusinessHours",
      method: "put",
      path: "/business-hours",
      tag: "Routing settings",
      summary: "Save when the organization is open",
      description: "Queue rules may ask for it. Name the version that was read. If somebody saved meanwhile, nothing is saved and `current` holds the hours as they stand.",
      access: "routing_settings.write",
      body: putBusinessHoursBody,
      answer: { status: 200, description: "The business hours as they are now", schema: businessHoursSettings },
      problems: ["stale_version"],
    },
    async ({ actor, body }) => {
      await saveBusinessHours(actor, body);
      return readBusinessHours(actor.organizationId);
    },
  ),
];
