"use client";

import { ArrowLeft, Check, PanelRight, RotateCcw } from "lucide-react";
import { ChannelIcon } from "@/components/layout/channel-icon";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useMay } from "@/lib/client/me";
import { useServerNow } from "@/lib/client/server-clock";
import type { ConversationDetail } from "@/lib/contracts/conversations";
import { AssignPicker } from "./assign-picker";
import { backToList } from "./selection";
import { SnoozeMenu } from "./snooze-menu";
import { standingOf } from "./standing";
import { TransferPicker } from "./transfer-picker";
import { useDeed } from "./use-deed";
import { useIsMe, useMayWorkOn } from "./work-permission";

interface ConversationHeaderProps {
  readonly conversation: ConversationDetail;
  readonly onShowDetails: () => void;
}

/** Whose conversation it is, where it stands, and what can be done with it. */
export function ConversationHeader({ conversation, onShowDetails }: ConversationHeaderProps) {
  const { customer, channel, subject } = conversation;
  const standing = standingOf(conversation, useServerNow(60_000));
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1 max-md:px-2 max-md:py-1.5">
      <Button variant="ghost" size="icon" className="md:hidden" aria-label="Back to the list" onClick={backToList}>
        <ArrowLeft aria-hidden />
      </Button>
      <div className="min-w-40 flex-1">
        <h2 className="flex items-center gap-2 text-base font-semibold">
          <ChannelIcon channel={channel} className="size-4 text-ink-faint" />
          <span className="truncate">{customer.name}</span>
          <Badge tone={standing.tone}>{standing.label}</Badge>
        </h2>
        <p className="truncate text-xs text-ink-muted">
          <Assignee conversation={conversation} />
          {subject !== null && ` · ${subject}`}
        </p>
      </div>
      <div className="flex items-center gap-1.5 max-md:order-last max-md:w-full max-md:justify-end">
        <Actions conversation={conversation} />
      </div>
      <Button variant="ghost" size="icon" className="xl:hidden" aria-label="Customer and decisions" onClick={onShowDetails}>
        <PanelRight aria-hidden />
      </Button>
    </header>
  );
}

function Assignee({ conversation: { assignee } }: { conversation: ConversationDetail }) {
  const isMe = useIsMe(assignee?.id);
  if (assignee === null) return <>Assigned to nobody</>;
  return <>Assigned to {isMe ? "you" : assignee.name}</>;
}

function Actions({ conversation }: { conversation: ConversationDetail }) {
  const mayUpdate = useMayWorkOn(conversation, "conversation.update");
  const mayAssign = useMay("conversation.assign");
  const { mutate, isPending } = useDeed();
  const mayTransfer = mayUpdate && conversation.state !== "done";
  return (
    <>
      {mayAssign && <AssignPicker conversation={conversation} mayTransfer={mayTransfer} />}
      {!mayAssign && mayTransfer && <TransferPicker conversation={conversation} />}
      {mayUpdate && conversation.state === "open" && <SnoozeMenu conversation={conversation} />}
      {mayUpdate && conversation.state === "open" && (
        <Button variant="primary" onClick={() => mutate({ conversation, deed: { kind: "done" } })}>
          <Check aria-hidden /> Done
        </Button>
      )}
      {mayUpdate && conversation.state !== "open" && (
        <Button isBusy={isPending} onClick={() => mutate({ conversation, deed: { kind: "reopen" } })}>
          <RotateCcw aria-hidden /> Reopen
        </Button>
      )}
    </>
  );
}
