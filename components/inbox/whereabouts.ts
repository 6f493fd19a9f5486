import type { ConversationDetail } from "@/lib/contracts/conversations";

/** Where a conversation went, in a sentence for whoever sent it there. */
export function whereaboutsOf({ assignee, routing }: ConversationDetail, myId: string | undefined): string {
  switch (routing.state) {
    case "assigned":
      return assignee?.id === myId ? "It is yours." : `${assignee?.name ?? "Somebody"} has it now.`;
    case "offered":
      return `${routing.offer?.agent.name ?? "Somebody"} is asked now.`;
    case "waiting":
      return `It waits for ${routing.wait?.agent?.name ?? "its dedicated agent"}.`;
    case "in_line":
      return `It stands in line in ${routing.queue.name}.`;
    case "pending":
      return "It is being routed.";
    case "out":
      return "It is not routed now.";
  }
}
