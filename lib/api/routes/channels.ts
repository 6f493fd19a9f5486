import { createChannel } from "../../commands/create-channel";
import { updateChannel } from "../../commands/update-channel";
import { channel, channelList, createChannelBody, updateChannelBody } from "../../contracts/channels";
import { listChannels, readChannel } from "../../reads/channels";
import { operation } from "../operation";
import { byId } from "./by-id";

const common = { tag: "Channels", access: "channel.manage" } as const;

export const channelOperations = [
  operation(
    {
      ...common,
      operationId: "listChannels",
      method: "get",
      path: "/channels",
      summary: "All channels, those that are switched off too",
      answer: { status: 200, description: "The channels in their order", schema: channelList },
    },
    ({ actor }) => listChannels(actor),
  ),
  operation(
    {
      ...common,
      operationId: "createChannel",
      method: "post",
      path: "/channels",
      summary: "Add a channel",
      description: "Integrations name it by its key, which stays. It waits 5 minutes for dedicated agents until the routing settings say otherwise.",
      body: createChannelBody,
      answer: { status: 201, description: "The channel", schema: channel },
      problems: ["already_exists", "conflict"],
    },
    async ({ actor, body }) => readChannel(actor.organizationId, await createChannel(actor, body)),
  ),
  operation(
    {
      ...common,
      operationId: "updateChannel",
      method: "patch",
      path: "/channels/{id}",
      summary: "Rename a channel, switch it off or on",
      description: "What is left out stays. Switched off it takes no new conversations; what is open in it stays open.",
      params: byId,
      body: updateChannelBody,
      answer: { status: 200, description: "The channel as it is now", schema: channel },
    },
    async ({ actor, params, body }) => {
      await updateChannel(actor, params.id, body);
      return readChannel(actor.organizationId, params.id);
    },
  ),
];
