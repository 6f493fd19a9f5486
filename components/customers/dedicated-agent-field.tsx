"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Lock, TriangleAlert } from "lucide-react";
import { useId, useState } from "react";
import { toast } from "sonner";
import { Moment } from "@/components/ui/age";
import { Button } from "@/components/ui/button";
import { useMay } from "@/lib/client/me";
import { sentenceOf } from "@/lib/client/problem-error";
import type { CustomerProfile, DedicatedAgent } from "@/lib/contracts/customers";
import { AgentLine } from "./agent-line";
import { AgentPicker, type AgentChoice } from "./agent-picker";
import { customerQuery, setDedicatedAgent } from "./queries";

interface DedicatedAgentFieldProps {
  customer: CustomerProfile;
  /** Null: none is linked. */
  link: DedicatedAgent | null;
}

export function DedicatedAgentField({ customer, link }: DedicatedAgentFieldProps) {
  const mayEdit = useMay("customer.dedicated_agent.edit");
  const labelId = useId();
  return (
    <section aria-labelledby={labelId} className="flex flex-col gap-2">
      <h2 id={labelId} className="flex items-center gap-1.5 text-sm font-semibold">
        Dedicated Agent
        {mayEdit ? null : <Lock aria-hidden className="size-3.5 text-ink-faint" />}
      </h2>
      {mayEdit ? <Editor key={link?.agent.id ?? "none"} customer={customer} link={link} labelId={labelId} /> : <ReadOnly link={link} />}
      <Facts customer={customer} link={link} />
    </section>
  );
}

function Editor({ customer, link, labelId }: DedicatedAgentFieldProps & { labelId: string }) {
  const [chosen, setChosen] = useState<AgentChoice | null>(null);
  const { mutate, isPending } = useUpdate(customer, link);
  const isChanged = chosen !== null && chosen.agent?.id !== link?.agent.id;
  const shown = isChanged ? chosen : { agent: link?.agent ?? null };
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (isChanged) mutate(chosen.agent?.id ?? null);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isChanged || isPending) return;
        event.stopPropagation();
        setChosen(null);
      }}
    >
      <div className="min-w-0 flex-[1_1_14rem]">
        <AgentPicker labelledBy={labelId} chosen={shown} onChoose={setChosen} disabled={isPending} />
      </div>
      <Button type="submit" variant="primary" disabled={!isChanged} isBusy={isPending} className="h-9">
        Update
      </Button>
      <p role="status" className="w-full text-xs text-ink-muted empty:hidden">
        {isChanged && !isPending ? "Not saved yet. Update saves, Esc cancels." : null}
      </p>
    </form>
  );
}

/** Saves the link and offers to take it back. */
function useUpdate(customer: CustomerProfile, link: DedicatedAgent | null) {
  const queryClient = useQueryClient();
  const { queryKey } = customerQuery(customer.id);
  const previousId = link?.agent.id ?? null;

  async function save(agentId: string | null) {
    const { dedicatedAgent = null } = await setDedicatedAgent(customer.id, agentId);
    queryClient.setQueryData(queryKey, (shown) => (shown === undefined ? shown : { ...shown, dedicatedAgent }));
    void queryClient.invalidateQueries({ queryKey: ["customers"] });
    return dedicatedAgent;
  }

  return useMutation({
    mutationFn: save,
    onSuccess: (now) => {
      toast.success(now === null ? `${customer.name} has no dedicated agent now` : `${now.agent.name} is now ${customer.name}’s dedicated agent`, {
        description: "For new conversations and those not assigned yet; assigned ones stay where they are.",
        action: {
          label: "Undo",
          onClick: () => {
            save(previousId).then(
              () => toast.success("Undone"),
              (error: unknown) => toast.error(`Not undone. ${sentenceOf(error)}`),
            );
          },
        },
      });
    },
    onError: (error) => toast.error(`Not updated. ${sentenceOf(error)}`),
  });
}

function ReadOnly({ link }: { link: DedicatedAgent | null }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex min-h-9 items-center gap-2.5 rounded-md bg-sunken px-2.5 py-1">
        {link === null ? <span className="text-ink-muted">None</span> : <AgentLine agent={link.agent} />}
      </div>
      <p className="text-xs text-ink-muted">You can see this field. A manager can change it.</p>
    </div>
  );
}

function Facts({ customer, link }: DedicatedAgentFieldProps) {
  if (link === null) return null;
  const { reached } = customer;
  return (
    <div className="flex flex-col gap-0.5 text-xs text-ink-muted">
      {link.agent.isRoutable ? null : (
        <p className="flex items-start gap-1.5 text-caution-ink">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {link.agent.name} can’t be routed conversations: this customer’s are routed normally.
        </p>
      )}
      <p>
        Since <Moment at={link.since} />, set by {link.setBy?.name ?? "an API key"}
      </p>
      {reached === undefined || reached.of === 0 ? null : (
        <p className="tabular-nums">
          Reached in {reached.reached} of the last {reached.of === 1 ? "1 conversation" : `${reached.of} conversations`}
        </p>
      )}
    </div>
  );
}
