import { saveRoutingSettings } from "../../commands/save-routing-settings";
import { putRoutingSettingsBody, routingSettings } from "../../contracts/routing-settings";
import { getRoutingSettings, readRoutingSettings } from "../../reads/routing-settings";
import { operation } from "../operation";

export const routingSettingsOperations = [
  operation(
    {
      operationId: "getRoutingSettings",
      method: "get",
      path: "/routing-settings",
      tag: "Routing settings",
      summary: "The routing settings",
      access: "routing_settings.read",
      answer: { status: 200, description: "The settings", schema: routingSettings },
    },
    ({ actor }) => getRoutingSettings(actor),
  ),
  operation(
    {
      operationId: "putRoutingSettings",
      method: "put",
      path: "/routing-settings",
      tag: "Routing settings",
      summary: "Save the routing settings",
      description: "Name the version that was read. If somebody saved meanwhile, nothing is saved and `current` holds the settings as they stand.",
      access: "routing_settings.write",
      body: putRoutingSettingsBody,
      answer: { status: 200, description: "The settings as they are now", schema: routingSettings },
      problems: ["stale_version"],
    },
    async ({ actor, body }) => {
      await saveRoutingSettings(actor, body);
      return readRoutingSettings(actor.organizationId);
    },
  ),
];
