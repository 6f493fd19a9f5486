"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ChannelIcon } from "@/components/layout/channel-icon";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { sentenceOf } from "@/lib/client/problem-error";
import type { Channel } from "@/lib/contracts/channels";
import { ChannelDialog } from "./channel-dialog";
import { channelsQuery, updateChannel } from "./queries";

export function ChannelRow({ channel }: { channel: Channel }) {
  const [isEditing, setIsEditing] = useState(false);
  const queryClient = useQueryClient();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (isEnabled: boolean) => updateChannel(channel.id, { isEnabled }),
    onSuccess: ({ name, isEnabled }) =>
      toast.success(isEnabled ? `${name} takes conversations again` : `${name} takes no new conversations`, {
        action: { label: "Undo", onClick: () => mutate(!isEnabled) },
      }),
    onError: (error) => toast.error(sentenceOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: channelsQuery().queryKey }),
  });
  const isEnabled = isPending ? variables : channel.isEnabled;
  return (
    <li className="flex min-h-13 items-center gap-3 border-t border-line px-4 sm:px-6">
      <ChannelIcon channel={channel} className="size-4 text-ink-faint" />
      <div className="min-w-0 flex-1 py-1.5">
        <p className="truncate font-medium">{channel.name}</p>
        <p className="truncate text-xs text-ink-faint">
          {channel.key}
          {isEnabled ? "" : ", switched off"}
        </p>
      </div>
      <Button variant="ghost" size="icon" aria-label={`Rename ${channel.name}`} onClick={() => setIsEditing(true)}>
        <Pencil aria-hidden />
      </Button>
      <Switch aria-label={`${channel.name} takes new conversations`} checked={isEnabled} onCheckedChange={(checked) => mutate(checked)} />
      <ChannelDialog channel={channel} isOpen={isEditing} onOpenChange={setIsEditing} />
    </li>
  );
}
