"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowLeft, ExternalLink } from "lucide-react";
import Link from "next/link";
import type { ComponentType, ReactNode } from "react";
import { ChannelIcon } from "@/components/layout/channel-icon";
import { Age } from "@/components/ui/age";
import { Avatar } from "@/components/ui/avatar";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { StatusDot } from "@/components/ui/status-dot";
import { agentStatuses, statusNameOf } from "@/lib/client/agent-status";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import { useServerNow } from "@/lib/client/server-clock";
import type { Conversation, ConversationDetail } from "@/lib/contracts/conversations";
import { listQuery } from "./lists";
import { agentQuery, conversationQuery } from "./queries";
import { openConversation, pathOf } from "./selection";
import { standingOf } from "./standing";

export type WhyHereComponent = ComponentType<{ conversationId: string }>;

interface CustomerPaneProps {
  readonly conversationId: string;
  readonly WhyHere: WhyHereComponent;
  readonly onBack: () => void;
}

/** Who writes, who is theirs, why the conversation is here, and what there was before. */
export function CustomerPane({ conversationId, WhyHere, onBack }: CustomerPaneProps) {
  const { data: conversation } = useQuery(conversationQuery(conversationId));
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2 border-b border-line px-4">
        <Button variant="ghost" size="icon" className="-ml-2 xl:hidden" aria-label="Back to the conversation" onClick={onBack}>
          <ArrowLeft aria-hidden />
        </Button>
        {conversation ? <CustomerLink customer={conversation.customer} /> : <Skeleton className="h-4 w-36" />}
      </div>
      {conversation && (
        <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-4 py-4">
          <DedicatedAgent conversation={conversation} />
          <Part title="Why here?">
            <WhyHere conversationId={conversationId} />
          </Part>
          <Earlier conversation={conversation} />
        </div>
      )}
    </div>
  );
}

function CustomerLink({ customer }: { customer: Conversation["customer"] }) {
  const mayRead = useMay("customer.read");
  const name = (
    <>
      <Avatar name={customer.name} />
      <span className="min-w-0 truncate font-semibold">{customer.name}</span>
    </>
  );
  if (!mayRead) return <span className="flex min-w-0 items-center gap-2">{name}</span>;
  return (
    <Link href={`/customers/${customer.id}`} className="group flex min-h-6 min-w-0 items-center gap-2 hover:underline">
      {name}
      <ExternalLink aria-label="Profile" className="size-3.5 shrink-0 text-ink-faint group-hover:text-ink" />
    </Link>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-xs font-semibold text-ink-muted">{title}</h3>
      {children}
    </section>
  );
}

/** Absent when the permission to see it is. */
function DedicatedAgent({ conversation: { dedicatedAgent, dedicatedAgentStatus } }: { conversation: ConversationDetail }) {
  const { data: user } = useQuery(agentQuery(dedicatedAgent?.agent.id));
  const status = user?.agent ?? dedicatedAgentStatus;
  if (dedicatedAgent === undefined) return null;
  return (
    <Part title="Dedicated agent">
      {dedicatedAgent === null ? (
        <p className="text-ink-muted">None</p>
      ) : (
        <div className="flex items-center gap-2">
          <Avatar name={dedicatedAgent.agent.name} />
          <p className="min-w-0 flex-1">
            <span className="block truncate">{dedicatedAgent.agent.name}</span>
            {dedicatedAgent.fromCustomer && (
              <span className="block truncate text-xs text-ink-muted">from {dedicatedAgent.fromCustomer.name}’s timeline</span>
            )}
          </p>
          {status && (
            <span className="flex max-w-3/5 shrink-0 items-center gap-1.5 text-xs text-ink-muted tabular-nums">
              <StatusDot shape={agentStatuses[status.status].shape} />
              <span className="truncate">{statusNameOf(status)}</span>
              <span className="shrink-0">
                · {status.load} of {status.capacity}
              </span>
            </span>
          )}
        </div>
      )}
    </Part>
  );
}

function Earlier({ conversation }: { conversation: ConversationDetail }) {
  const { data, error, refetch } = useQuery(listQuery({ customerId: conversation.customer.id }, 10));
  const now = useServerNow(60_000);
  const others = data?.items.filter(({ id }) => id !== conversation.id);
  return (
    <Part title="Other conversations">
      {error && !data && (
        <p role="alert" className="text-ink-muted">
          {sentenceOf(error)}{" "}
          <Button variant="link" size="inline" onClick={() => void refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!others && !error && <Skeleton className="h-8 w-full" />}
      {others?.length === 0 && <p className="text-ink-muted">This is their first.</p>}
      <ul className="-mx-2 flex flex-col">
        {others?.map((other) => {
          const standing = standingOf(other, now);
          return (
            <li key={other.id}>
              <Link
                href={pathOf(other.id)}
                prefetch={false}
                onNavigate={(event) => {
                  event.preventDefault();
                  openConversation(other.id);
                }}
                className="flex items-center gap-2 rounded-md px-2 py-1.5 hover:bg-hover"
              >
                <ChannelIcon channel={other.channel} className="size-3.5 text-ink-faint" />
                <span className="min-w-0 flex-1 truncate text-ink-muted">{other.subject ?? other.lastMessagePreview}</span>
                <Badge tone={standing.tone} className="max-w-24 shrink-0">
                  <span className="truncate">{standing.label}</span>
                </Badge>
                <Age at={other.lastMessageAt} className="w-12 shrink-0 text-right text-xs text-ink-faint" />
              </Link>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
