"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { meQuery } from "@/lib/client/me";
import { isDone } from "./queries";
import { SetupStepRow } from "./setup-step-row";
import { stepsOf } from "./steps";
import { useHideSetup, useSetup } from "./use-setup";

/** What a new organization does first, above its first pages, until all is done or somebody hides it. */
export function SetupChecklist() {
  const setup = useSetup();
  const { data: me } = useQuery(meQuery());
  const { hide, isPending } = useHideSetup();
  const titleId = useId();
  if (!setup || !me || setup.isHidden || isDone(setup)) return null;
  const steps = stepsOf(setup, me.organization.slug);
  return (
    <section aria-labelledby={titleId} className="shrink-0 border-b border-line bg-canvas px-2 py-2 sm:px-4">
      <div className="flex items-center gap-2 pl-2">
        <h2 id={titleId} className="text-sm font-semibold">
          Set up Kith
        </h2>
        <p role="status" className="text-xs text-ink-faint">
          {steps.filter((step) => step.isDone).length} of {steps.length} done
        </p>
        <Button variant="ghost" size="icon-sm" className="ml-auto" aria-label="Hide the checklist" onClick={hide} isBusy={isPending}>
          <X aria-hidden />
        </Button>
      </div>
      <ol className="grid gap-x-2 sm:grid-cols-2 xl:grid-cols-4">
        {steps.map((step, index) => (
          <SetupStepRow key={step.href} step={step} number={index + 1} />
        ))}
      </ol>
    </section>
  );
}
