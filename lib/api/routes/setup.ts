import { hideSetup } from "../../commands/hide-setup";
import { putSetupBody, setup } from "../../contracts/setup";
import { getSetup } from "../../reads/setup";
import { operation } from "../operation";

const common = { tag: "Setup", access: "routing_settings.write" } as const;

export const setupOperations = [
  operation(
    {
      ...common,
      operationId: "getSetup",
      method: "get",
      path: "/setup",
      summary: "What a new organization does first, and what of it is done",
      description: "Each step is read from the organization's data. `customerLinked` is left out for those who may not see dedicated agents.",
      answer: { status: 200, description: "The first-run checklist", schema: setup },
    },
    ({ actor }) => getSetup(actor),
  ),
  operation(
    {
      ...common,
      operationId: "putSetup",
      method: "put",
      path: "/setup",
      summary: "Put the first-run checklist away, or show it again",
      description: "For everybody in the organization.",
      body: putSetupBody,
      answer: { status: 200, description: "The checklist as it is now", schema: setup },
    },
    async ({ actor, body }) => {
      await hideSetup(actor, body);
      return getSetup(actor);
    },
  ),
];
