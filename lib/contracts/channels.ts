import { z } from "zod";
import { id, text } from "./common";
import { timeoutSeconds, whenAgentAbsent } from "./routing-settings";

/** What integrations call it: letters, digits and hyphens; it stays for good. */
const key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, "must be small letters, digits and hyphens, and begin with a letter");

export const channel = z
  .strictObject({ id, key: z.string(), name: z.string(), isEnabled: z.boolean(), timeoutSeconds, whenAgentAbsent, isBuiltIn: z.boolean() })
  .meta({ id: "Channel" });
export type Channel = z.infer<typeof channel>;

/** In the organization's order. */
export const channelList = z.strictObject({ items: z.array(channel) }).meta({ id: "ChannelList" });

/** It begins with the default wait of 5 minutes. */
export const createChannelBody = z.strictObject({ key, name: text(60) }).meta({ id: "CreateChannel" });
export type CreateChannelBody = z.infer<typeof createChannelBody>;

/** What is left out stays. */
export const updateChannelBody = z
  .strictObject({ name: text(60), isEnabled: z.boolean() })
  .partial()
  .refine((body) => Object.keys(body).length > 0, "name at least one field to change")
  .meta({ id: "UpdateChannel" });
export type UpdateChannelBody = z.infer<typeof updateChannelBody>;

/** Those that every organization begins with. */
export const builtInChannels = [
  { key: "chat", name: "Chat" },
  { key: "email", name: "Email" },
  { key: "sms", name: "SMS" },
  { key: "voice", name: "Voice" },
  { key: "whatsapp", name: "WhatsApp" },
  { key: "facebook", name: "Facebook" },
  { key: "instagram", name: "Instagram" },
] as const;
