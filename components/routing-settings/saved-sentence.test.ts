import { expect, it } from "vitest";
import type { RoutingSettings } from "@/lib/contracts/routing-settings";
import { savedSentence } from "./saved-sentence";

const settings = (dedicatedAgentEnabled: boolean, waitingCount: number): RoutingSettings => ({
  version: 1,
  dedicatedAgentEnabled,
  channels: [],
  general: { automaticUserUnassignment: true, requeueWhenOffline: false, transferChecksDedicated: false, assigning: "automatic", acceptTimeoutSeconds: 30 },
  updatedAt: "2026-11-22T00:00:00.000Z",
  updatedBy: null,
  waitingCount,
});

it.each([
  [true, true, 3, "3 conversations are waiting; they keep the wait they began with."],
  [true, true, 1, "1 conversation is waiting; it keeps the wait it began with."],
  [false, true, 0, "No conversation is waiting for a dedicated agent now."],
  [true, false, 0, "Dedicated Agent is off: conversations that waited are routed normally now."],
])("from %s to %s with %i waiting: %s", (before, after, waiting, sentence) => {
  expect(savedSentence(settings(before, 0), settings(after, waiting))).toBe(sentence);
});
