"use client";

import { Route } from "lucide-react";
import { useId } from "react";
import { cn } from "@/components/ui/class-names";
import { maxAcceptTimeoutSeconds, minAcceptTimeoutSeconds, type GeneralSettings } from "@/lib/contracts/routing-settings";
import { assigningLabels } from "./differences";
import { DurationField } from "./duration-field";
import { SettingSwitch } from "./setting-switch";
import { acceptTimeout, type SettingsEdit } from "./use-edit";

const acceptLimits = { minSeconds: minAcceptTimeoutSeconds, maxSeconds: maxAcceptTimeoutSeconds };

/** What holds for the whole organization, beside its dedicated agents. */
export function GeneralSection({ edit, isReadOnly }: { edit: SettingsEdit; isReadOnly: boolean }) {
  const id = useId();
  const { general } = edit.draft;
  return (
    <section aria-labelledby={`${id}-title`} className="rounded-xl border border-line bg-surface">
      <div className="flex min-h-12 items-center gap-2.5 px-4">
        <Route aria-hidden className="size-4 text-ink-muted" />
        <h2 id={`${id}-title`} className="text-base font-semibold">
          General
        </h2>
      </div>
      <Assigning assigning={general.assigning} onChange={(assigning) => edit.setGeneral({ assigning })} isReadOnly={isReadOnly} />
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2 border-t border-line px-4 py-3">
        <div className="max-w-2xl min-w-0 flex-1 basis-80">
          <h3 className="font-medium">Accept timeout</h3>
          <p className="text-pretty text-ink-muted">
            How long an agent has to answer an offer; after that the next one is asked, and their status becomes Unavailable.
            {general.assigning === "automatic" ? " It counts once agents accept." : ""}
          </p>
        </div>
        <div className="w-30">
          <DurationField
            label="Accept timeout"
            limits={acceptLimits}
            seconds={general.acceptTimeoutSeconds}
            onSecondsChange={(acceptTimeoutSeconds) => edit.setGeneral({ acceptTimeoutSeconds })}
            typo={edit.typos.get(acceptTimeout) ?? null}
            onTypoChange={(typed) => edit.setTypo(acceptTimeout, typed)}
            disabled={isReadOnly}
            errorClassName="w-70 max-w-[calc(100vw-4rem)]"
          />
        </div>
      </div>
      <SettingSwitch
        label="Automatic user unassignment"
        what="A customer who writes again after a conversation was done keeps its agent only if that agent is available; else it is routed afresh."
        isOn={general.automaticUserUnassignment}
        onChange={(automaticUserUnassignment) => edit.setGeneral({ automaticUserUnassignment })}
        isReadOnly={isReadOnly}
      />
      <SettingSwitch
        label="Requeue when offline"
        what="The open conversations of an agent who goes offline are taken from them and routed afresh; else they stay until the agent is back."
        isOn={general.requeueWhenOffline}
        onChange={(requeueWhenOffline) => edit.setGeneral({ requeueWhenOffline })}
        isReadOnly={isReadOnly}
      />
    </section>
  );
}

const explanations = {
  automatic: "A conversation is the agent’s as soon as routing has found them.",
  agents_accept: "Routing asks the agent first; they accept or decline, and it holds their room meanwhile.",
} as const satisfies Record<GeneralSettings["assigning"], string>;

interface AssigningProps {
  assigning: GeneralSettings["assigning"];
  onChange: (assigning: GeneralSettings["assigning"]) => void;
  isReadOnly: boolean;
}

function Assigning({ assigning, onChange, isReadOnly }: AssigningProps) {
  const name = useId();
  return (
    <fieldset className="border-t border-line px-4 py-3" disabled={isReadOnly}>
      <legend className="float-left mb-2 w-full font-medium">Assigning items</legend>
      <div className="clear-both grid gap-2 sm:grid-cols-2">
        {(["automatic", "agents_accept"] as const).map((choice) => (
          <label
            key={choice}
            className={cn(
              "flex items-start gap-2 rounded-md border px-2.5 py-2 has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-1 has-[:focus-visible]:outline-accent",
              choice === assigning ? "border-accent bg-accent-soft" : "border-line-strong not-has-disabled:hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={name}
              checked={choice === assigning}
              onChange={() => onChange(choice)}
              aria-describedby={`${name}-${choice}`}
              aria-label={assigningLabels[choice]}
              className="mt-0.5 size-4 shrink-0 accent-accent outline-none"
            />
            <span className="flex min-w-0 flex-col">
              <span className="font-medium">{assigningLabels[choice]}</span>
              <span id={`${name}-${choice}`} className="text-pretty text-ink-muted">
                {explanations[choice]}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
