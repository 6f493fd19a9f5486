"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Channel } from "@/lib/contracts/channels";
import { channelsQuery, createChannel, updateChannel } from "./queries";

interface ChannelDialogProps {
  /** To be renamed; undefined: a new one. */
  channel?: Channel;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}

export function ChannelDialog({ channel, isOpen, onOpenChange }: ChannelDialogProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      title={channel === undefined ? "Add a channel" : `Rename ${channel.name}`}
      saveLabel={channel === undefined ? "Add channel" : "Rename"}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (values) => {
        const name = textOf(values, "name") ?? "";
        const saved = channel === undefined ? await createChannel({ name, key: textOf(values, "key") ?? "" }) : await updateChannel(channel.id, { name });
        await queryClient.invalidateQueries({ queryKey: channelsQuery().queryKey });
        onOpenChange(false);
        toast.success(channel === undefined ? `${saved.name} is a channel now` : `Renamed to ${saved.name}`);
      }}
    >
      {(errorOf) => (
        <>
          <Field label="Name" name="name" error={errorOf("name", "The name")}>
            <Input defaultValue={channel?.name ?? ""} autoComplete="off" maxLength={60} />
          </Field>
          {channel === undefined ? (
            <Field label="Key" name="key" error={errorOf("key", "The key")} hint="What integrations call it, like telegram. It can’t be changed later.">
              <Input autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} />
            </Field>
          ) : null}
        </>
      )}
    </FormDialog>
  );
}
