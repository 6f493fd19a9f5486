import { describe, expect, it } from "vitest";
import { mergedDraft } from "@/components/layout/difference";
import type { RoutingSettings } from "@/lib/contracts/routing-settings";
import { differences } from "./differences";
import { bodyOf, countChanges, draftOf, isDefault, withChoice } from "./draft";

const base: RoutingSettings = {
  version: 3,
  dedicatedAgentEnabled: false,
  channels: [
    { id: "chat", key: "chat", name: "Chat", timeoutSeconds: 300, whenAgentAbsent: "route" },
    { id: "email", key: "email", name: "Email", timeoutSeconds: 600, whenAgentAbsent: "wait" },
  ],
  general: { automaticUserUnassignment: true, requeueWhenOffline: false, transferChecksDedicated: false, assigning: "automatic", acceptTimeoutSeconds: 30 },
  updatedAt: "2026-11-22T00:00:00.000Z",
  updatedBy: null,
  waitingCount: 0,
};

function saved(change: Partial<Omit<RoutingSettings, "channels">>, channels: Partial<Record<string, object>> = {}): RoutingSettings {
  return { ...base, version: 4, ...change, channels: base.channels.map((channel) => ({ ...channel, ...channels[channel.id] })) };
}

const myDraft = withChoice({ ...draftOf(base), dedicatedAgentEnabled: true }, "chat", { timeoutSeconds: 5, whenAgentAbsent: "route" });

describe("a draft", () => {
  it("counts single values that differ from what was saved", () => {
    expect(countChanges(base, draftOf(base))).toBe(0);
    expect(countChanges(base, myDraft)).toBe(2);
    expect(countChanges(base, withChoice(myDraft, "chat", { timeoutSeconds: 5, whenAgentAbsent: "wait" }))).toBe(3);
    expect(countChanges(base, withChoice(myDraft, "chat", { timeoutSeconds: 300, whenAgentAbsent: "route" }))).toBe(1);
  });

  it("is saved with the version it was made from and only the channels that changed", () => {
    expect(bodyOf(base, myDraft)).toEqual({
      version: 3,
      dedicatedAgentEnabled: true,
      channels: [{ id: "chat", timeoutSeconds: 5, whenAgentAbsent: "route" }],
    });
  });

  it("names what is general as a whole once some of it changed", () => {
    const general = { ...base.general, acceptTimeoutSeconds: 60 };
    const draft = { ...draftOf(base), general };
    expect(countChanges(base, draft)).toBe(1);
    expect(bodyOf(base, draft)).toEqual({ version: 3, dedicatedAgentEnabled: false, channels: [], general });
  });

  it("knows the default", () => {
    expect(isDefault({ timeoutSeconds: 300, whenAgentAbsent: "route" })).toBe(true);
    expect(isDefault({ timeoutSeconds: 300, whenAgentAbsent: "wait" })).toBe(false);
  });
});

describe("differences with a save of somebody else", () => {
  it("tells what I alone, they alone, and both changed", () => {
    const theirs = saved({ dedicatedAgentEnabled: false }, { chat: { timeoutSeconds: 60 }, email: { whenAgentAbsent: "route" } });
    expect(differences(base, myDraft, theirs)).toMatchObject([
      { label: "Dedicated Agent", before: "Off", mine: "On", theirs: "Off", changedBy: "me" },
      { label: "Chat: wait", before: "5 min", mine: "5 s", theirs: "1 min", changedBy: "both" },
      { label: "Email: when unavailable or offline", mine: "Wait for the channel timeout", theirs: "Route normally at once", changedBy: "them" },
    ]);
  });

  it("are told of what is general, value by value", () => {
    const mine = { ...draftOf(base), general: { ...base.general, assigning: "agents_accept", acceptTimeoutSeconds: 60 } as const };
    const theirs = saved({ general: { ...base.general, acceptTimeoutSeconds: 90, requeueWhenOffline: true } });
    const found = differences(base, mine, theirs);
    expect(found).toMatchObject([
      { label: "Assigning items", before: "Routing assigns", mine: "Agents accept", theirs: "Routing assigns", changedBy: "me" },
      { label: "Accept timeout", before: "30 s", mine: "1 min", theirs: "1 min 30 s", changedBy: "both" },
      { label: "Requeue when offline", mine: "Off", theirs: "On", changedBy: "them" },
    ]);
    expect(mergedDraft(draftOf(theirs), found, () => true).general).toEqual({ ...mine.general, requeueWhenOffline: true });
  });

  it("are none where both came to the same value", () => {
    expect(differences(base, myDraft, saved({ dedicatedAgentEnabled: true }, { chat: { timeoutSeconds: 5 } }))).toEqual([]);
  });

  it("leave out a channel that is gone, and one that is new is theirs", () => {
    const gone: RoutingSettings = { ...saved({}), channels: [] };
    expect(differences(base, myDraft, gone).map(({ key }) => key)).toEqual(["dedicatedAgentEnabled"]);
  });
});

describe("mergedDraft", () => {
  const theirs = saved({}, { chat: { timeoutSeconds: 60, whenAgentAbsent: "wait" }, email: { timeoutSeconds: 900 } });
  const found = differences(base, myDraft, theirs);

  it("keeps mine on top of theirs, and what they alone changed", () => {
    expect(bodyOf(theirs, mergedDraft(draftOf(theirs), found, () => true))).toEqual({
      version: 4,
      dedicatedAgentEnabled: true,
      channels: [{ id: "chat", timeoutSeconds: 5, whenAgentAbsent: "wait" }],
    });
  });

  it("takes theirs where I give way", () => {
    const merged = mergedDraft(draftOf(theirs), found, (key) => key !== "chat.timeoutSeconds");
    expect(bodyOf(theirs, merged)).toEqual({ version: 4, dedicatedAgentEnabled: true, channels: [] });
  });
});
