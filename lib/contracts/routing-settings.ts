import { z } from "zod";
import { id, instant, nameRef } from "./common";

export const minTimeoutSeconds = 5;
export const maxTimeoutSeconds = 3600;
export const defaultTimeoutSeconds = 300;

/** Whole seconds, 5 to 3600. */
export const timeoutSeconds = z.number().int().min(minTimeoutSeconds).max(maxTimeoutSeconds);
export const whenAgentAbsent = z.enum(["route", "wait"]).meta({ id: "WhenAgentAbsent" });

export const channelSettings = z
  .strictObject({ id, key: z.string(), name: z.string(), timeoutSeconds, whenAgentAbsent })
  .meta({ id: "ChannelSettings" });
export type ChannelSettings = z.infer<typeof channelSettings>;

export const minAcceptTimeoutSeconds = 5;
export const maxAcceptTimeoutSeconds = 600;

/** What holds for the whole organization, beside its dedicated agents. */
export const generalSettings = z
  .strictObject({
    /** A reopened conversation leaves an assignee who is not available. */
    automaticUserUnassignment: z.boolean(),
    /** The open conversations of an agent who goes offline are routed again. */
    requeueWhenOffline: z.boolean(),
    /** A conversation transferred to a queue is tried with its dedicated agent there too. */
    transferChecksDedicated: z.boolean(),
    /** Whether the router assigns conversations, or offers them for the accept timeout. */
    assigning: z.enum(["automatic", "agents_accept"]),
    /** Whole seconds, 5 to 600. */
    acceptTimeoutSeconds: z.number().int().min(minAcceptTimeoutSeconds).max(maxAcceptTimeoutSeconds),
  })
  .meta({ id: "GeneralSettings" });
export type GeneralSettings = z.infer<typeof generalSettings>;

export const routingSettings = z
  .strictObject({
    version: z.number().int(),
    dedicatedAgentEnabled: z.boolean(),
    /** Each available channel, in the organization's order. */
    channels: z.array(channelSettings),
    general: generalSettings,
    updatedAt: instant,
    /** Null: never changed, or changed by an API key. */
    updatedBy: nameRef.nullable(),
    /** Conversations that wait for their dedicated agent now; they keep the wait they began with. */
    waitingCount: z.number().int(),
  })
  .meta({ id: "RoutingSettings" });
export type RoutingSettings = z.infer<typeof routingSettings>;

/** `version`: the one this was made from; another saved meanwhile: 409 `stale_version` with `current`. Channels left out stay, and so does `general`. */
export const putRoutingSettingsBody = z
  .strictObject({
    version: z.number().int().min(1),
    dedicatedAgentEnabled: z.boolean(),
    channels: z.array(z.strictObject({ id, timeoutSeconds, whenAgentAbsent })).max(100),
    general: generalSettings.optional(),
  })
  .refine((body) => new Set(body.channels.map((channel) => channel.id)).size === body.channels.length, "names a channel twice")
  .meta({ id: "PutRoutingSettings" });
export type PutRoutingSettingsBody = z.infer<typeof putRoutingSettingsBody>;
