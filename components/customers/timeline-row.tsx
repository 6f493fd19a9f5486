"use client";

import { ChevronDown, CornerUpRight, Ellipsis } from "lucide-react";
import Link from "next/link";
import { useState, type ComponentType } from "react";
import { ChannelIcon } from "@/components/layout/channel-icon";
import { Age } from "@/components/ui/age";
import { Button } from "@/components/ui/button";
import { Collapsible, CollapsiblePanel, CollapsibleTrigger } from "@/components/ui/collapsible";
import { Menu, MenuContent, MenuItem, MenuTrigger } from "@/components/ui/menu";
import { useMay } from "@/lib/client/me";
import type { Conversation } from "@/lib/contracts/conversations";
import { ConversationStanding } from "./conversation-standing";
import { MoveDialog } from "./move-dialog";

interface TimelineRowProps {
  conversation: Conversation;
  WhyHere: ComponentType<{ conversationId: string }>;
}

export function TimelineRow({ conversation, WhyHere }: TimelineRowProps) {
  const { id, channel, subject, lastMessagePreview, createdAt, dedicatedAgent } = conversation;
  const title = subject ?? (lastMessagePreview === "" ? "No message yet" : lastMessagePreview);
  return (
    <li className="border-t border-line first:border-t-0">
      <Collapsible>
        <div className="flex items-start gap-3 px-4 pt-3 pb-2">
          <span className="mt-0.5 flex text-ink-faint">
            <ChannelIcon channel={channel} />
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            <div className="flex items-baseline gap-3">
              <Link href={`/inbox/${id}`} className="min-w-0 flex-1 truncate rounded-sm font-medium hover:underline">
                {title}
              </Link>
              <Age at={createdAt} className="shrink-0 text-xs text-ink-faint tabular-nums" />
            </div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-muted">
              <ConversationStanding conversation={conversation} />
              {dedicatedAgent?.fromCustomer ? (
                <span>
                  Dedicated agent: {dedicatedAgent.agent.name} (from {dedicatedAgent.fromCustomer.name}’s timeline)
                </span>
              ) : null}
              <CollapsibleTrigger className="group ml-auto flex h-6 items-center gap-1 rounded-sm px-1 font-medium text-accent-ink hover:underline">
                Why here?
                <ChevronDown aria-hidden className="size-3.5 transition-transform group-data-panel-open:rotate-180" />
              </CollapsibleTrigger>
            </div>
          </div>
          <RowMenu conversation={conversation} />
        </div>
        <CollapsiblePanel>
          <div className="mx-4 mb-3 ml-11 rounded-md bg-sunken px-3 py-2.5">
            <WhyHere conversationId={id} />
          </div>
        </CollapsiblePanel>
      </Collapsible>
    </li>
  );
}

function RowMenu({ conversation }: { conversation: Conversation }) {
  const mayMove = useMay("conversation.move");
  const [isMoving, setIsMoving] = useState(false);
  if (!mayMove) return null;
  return (
    <>
      <Menu>
        <MenuTrigger render={<Button variant="ghost" size="icon-sm" aria-label="More" className="-mt-0.5 -mr-2" />}>
          <Ellipsis aria-hidden />
        </MenuTrigger>
        <MenuContent align="end">
          <MenuItem onClick={() => setIsMoving(true)}>
            <CornerUpRight aria-hidden className="size-4 text-ink-faint" />
            Move to another timeline…
          </MenuItem>
        </MenuContent>
      </Menu>
      <MoveDialog conversation={conversation} isOpen={isMoving} onOpenChange={setIsMoving} />
    </>
  );
}
