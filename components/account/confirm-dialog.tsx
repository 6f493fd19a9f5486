"use client";

import { encode } from "uqr";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { Account, SecondFactorKey } from "@/lib/contracts/account";
import { confirmSecondFactor } from "./queries";

interface ConfirmDialogProps {
  begun: SecondFactorKey;
  onClose: () => void;
  onConfirmed: (account: Account) => void;
}

/** The key, to scan or to type, and the code that shows that it has arrived. */
export function ConfirmDialog({ begun, onClose, onConfirmed }: ConfirmDialogProps) {
  return (
    <FormDialog
      title="Scan this with your authenticator app"
      description="Then type the 6 digits that it shows."
      saveLabel="Switch on"
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      onSave={async (values) => onConfirmed(await confirmSecondFactor(textOf(values, "code") ?? ""))}
    >
      {(errorOf) => (
        <>
          <QrCode text={begun.uri} />
          <p className="text-xs text-ink-muted">
            Can’t scan it? Type this key: <span className="font-mono break-all text-ink select-all">{begun.key}</span>
          </p>
          <Field label="Code" name="code" error={errorOf("code", "The code")}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={9} className="font-mono" />
          </Field>
        </>
      )}
    </FormDialog>
  );
}

/** Drawn here, so that the key goes nowhere; black on white in every theme, because cameras want it so. */
function QrCode({ text }: { text: string }) {
  const { size, data } = encode(text, { border: 3 });
  const path = data.map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join("")).join("");
  return (
    <svg role="img" aria-label="QR code with the key of your second factor" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="mx-auto size-48 rounded-md">
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
}
