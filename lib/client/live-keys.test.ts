import { describe, expect, it } from "vitest";
import { keysOfTopics } from "./live-keys";

describe("keysOfTopics", () => {
  it.each([
    [["conversation:c1"], [["conversations"], ["conversation", "c1"], ["customers", "profile"], ["setup"]]],
    [["agent:a1", "agent:a2"], [["users"], ["me"], ["customers", "profile"], ["setup"]]],
    [["customer:k1"], [["customers"], ["setup"]]],
    [["settings"], [["routing-settings"], ["queue-rules"], ["business-hours"], ["custom-statuses"], ["channels"], ["permission-sets"], ["queues"], ["teams"], ["users"], ["conversations"], ["audit-log"], ["setup"]]],
    [["conversation:c1", "conversation:c2"], [["conversations"], ["conversation", "c1"], ["customers", "profile"], ["setup"], ["conversation", "c2"]]],
    [["of-a-newer-server:1", "toString"], []],
  ])("%j reads again %j", (topics, expected) => {
    expect(keysOfTopics(topics)).toEqual(expected);
  });
});
