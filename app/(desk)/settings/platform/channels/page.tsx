import type { Metadata } from "next";
import { Channels } from "@/components/channels/channels";
import { Permitted } from "../../permitted";

export const metadata: Metadata = { title: "Channels" };

export default function ChannelsPage() {
  return (
    <Permitted permission="channel.manage" title="Channels" cannot="change the channels">
      <Channels />
    </Permitted>
  );
}
