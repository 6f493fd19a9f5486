import { z } from "zod";

/** What a new organization does first, and whether its data says that it is done. */
export const setup = z
  .strictObject({
    /** Somebody has put the checklist away, for everybody. */
    isHidden: z.boolean(),
    steps: z.strictObject({
      /** A team has its routing on, serves a queue, and has a member who can be routed to. */
      teamRouting: z.boolean(),
      dedicatedAgents: z.boolean(),
      /** A customer has a dedicated agent; absent without the permission to view the attribute. */
      customerLinked: z.boolean().optional(),
      testConversation: z.boolean(),
    }),
  })
  .meta({ id: "Setup" });
export type Setup = z.infer<typeof setup>;

export const putSetupBody = z.strictObject({ isHidden: z.boolean() }).meta({ id: "PutSetup" });
export type PutSetupBody = z.infer<typeof putSetupBody>;
