import type { LiveTopic } from "../contracts/live";
import { isGiven, type Decision } from "../routing/model";
import { announce } from "./announce";

/** Tells which conversations and agents a pass has changed. */
export function announceDecisions(organizationId: string, decisions: readonly Decision[]): void {
  const topics = decisions.flatMap(({ conversationId, outcome }): LiveTopic[] =>
    isGiven(outcome) ? [`conversation:${conversationId}`, `agent:${outcome.agentId}`] : [`conversation:${conversationId}`],
  );
  if (topics.length > 0) announce(organizationId, topics);
}
