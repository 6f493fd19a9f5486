import { runPass } from "../router/pass";
import { closeDatabase } from "../store/database";
import { createPendingConversation, type SmallOrganization } from "./small-organization";

/**
 * A process of its own for tests of several: writes conversations at once, each followed by a pass of its own, so that as many
 * as can be meet. Tells how many decisions another pass overtook.
 */
const [organization, dedicatedAgentId, customerId, count] = JSON.parse(process.argv[2] ?? "") as [SmallOrganization, string | null, string, number];
let overtaken = 0;
await new Promise((resolve) => {
  process.once("message", resolve);
  process.send?.("ready");
});
await Promise.all(
  Array.from({ length: count }, async () => {
    await createPendingConversation(organization, { customerId, dedicatedAgentId });
    overtaken += (await runPass(organization.organizationId, { whenLocked: "wait" }))?.overtaken ?? 0;
  }),
);
await closeDatabase();
await new Promise((resolve) => process.send?.({ overtaken }, resolve));
process.disconnect();
