import type { QueryKey } from "@tanstack/react-query";

type TopicKind = "conversation" | "agent" | "customer" | "settings";

/**
 * What is to be read again when a topic changed. Lists of customers show no load, so that an agent's many changes
 * leave them alone; a profile shows its agent's load and how often they were reached.
 */
const keysOfTopic: Record<TopicKind, (id: string) => readonly QueryKey[]> = {
  conversation: (id) => [["conversations"], ["conversation", id], ["customers", "profile"], ["setup"]],
  agent: () => [["users"], ["me"], ["customers", "profile"], ["setup"]],
  customer: () => [["customers"], ["setup"]],
  settings: () => [["routing-settings"], ["queue-rules"], ["business-hours"], ["custom-statuses"], ["channels"], ["permission-sets"], ["queues"], ["teams"], ["users"], ["conversations"], ["audit-log"], ["setup"]],
};

/** The query keys for a set of topics, each once; a topic of a kind unknown to this page touches nothing. */
export function keysOfTopics(topics: Iterable<string>): readonly QueryKey[] {
  const keys = new Map<string, QueryKey>();
  for (const topic of topics) {
    const [kind = "", id = ""] = topic.split(":", 2);
    if (!isTopicKind(kind)) continue;
    for (const key of keysOfTopic[kind](id)) keys.set(JSON.stringify(key), key);
  }
  return [...keys.values()];
}

function isTopicKind(kind: string): kind is TopicKind {
  return Object.hasOwn(keysOfTopic, kind);
}
