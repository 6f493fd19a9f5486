import { Check, CircleUserRound } from "lucide-react";
import type { ChatConversation } from "@/lib/contracts/chat";

/** Where the conversation stands, in the customer's words; said by screen readers when it changes. */
export function Progress({ conversation }: { conversation: ChatConversation }) {
  return (
    <div role="status" className="flex min-h-11 items-center gap-2.5 border-b border-line bg-sunken px-4 py-2 text-base sm:px-6">
      <ProgressLine conversation={conversation} />
    </div>
  );
}

function ProgressLine({ conversation }: { conversation: ChatConversation }) {
  switch (conversation.state) {
    case "finding":
      return (
        <>
          <span aria-hidden className="relative flex size-2.5">
            <span className="absolute inline-flex size-full animate-ping rounded-full bg-accent opacity-60 motion-reduce:hidden" />
            <span className="relative inline-flex size-2.5 rounded-full bg-accent" />
          </span>
          <span>Finding someone for you…</span>
        </>
      );
    case "with_agent":
      return (
        <>
          <CircleUserRound aria-hidden className="size-4 text-accent-ink" />
          <span>
            <strong className="font-semibold">{conversation.agentName ?? "Somebody"}</strong> has joined
          </span>
        </>
      );
    case "done":
      return (
        <>
          <Check aria-hidden className="size-4 text-ink-muted" />
          <span>This conversation is done. Write again to reopen it.</span>
        </>
      );
  }
}
