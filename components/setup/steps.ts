import { routingPath } from "@/components/layout/routing-tabs";
import type { Setup } from "@/lib/contracts/setup";

export interface SetupStep {
  readonly title: string;
  /** What ticks it. */
  readonly hint: string;
  readonly href: string;
  readonly isDone: boolean;
  /** Outside of the desk, as a customer sees it. */
  readonly isOutside?: boolean;
}

/** In the order in which they are done; without the one whose answer may not be known. */
export function stepsOf({ steps }: Setup, slug: string): readonly SetupStep[] {
  const link = { title: "Link the first customer", hint: "Give a customer their dedicated agent.", href: "/customers" };
  return [
    { title: "Route to a team", hint: "A team with routing on, a queue, and somebody who can be routed to.", href: `${routingPath}/teams`, isDone: steps.teamRouting },
    { title: "Turn on dedicated agents", hint: "Returning customers reach the one they know.", href: `${routingPath}/settings`, isDone: steps.dedicatedAgents },
    ...(steps.customerLinked === undefined ? [] : [{ ...link, isDone: steps.customerLinked }]),
    { title: "Send a test conversation", hint: "Write in from your chat page, as a customer would.", href: `/chat/${slug}`, isDone: steps.testConversation, isOutside: true },
  ];
}
