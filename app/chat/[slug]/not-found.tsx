import { MessageCircleQuestion } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** A mistyped or old address of a chat page. Tells nothing of who uses Kith. */
export default function ChatNotFound() {
  return (
    <main className="flex h-dvh items-center justify-center bg-canvas">
      <EmptyState icon={MessageCircleQuestion} title="There is no chat at this address">
        Please check the link, or look for the chat on the website of whom you want to reach.
      </EmptyState>
    </main>
  );
}
