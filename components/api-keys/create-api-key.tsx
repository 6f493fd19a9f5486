"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { FormDialog, textOf } from "@/components/layout/form-dialog";
import { Button } from "@/components/ui/button";
import { Dialog, DialogBody, DialogClose, DialogContent, DialogFooter } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from "@/components/ui/select";
import type { CreatedApiKey } from "@/lib/contracts/api-keys";
import { apiKeysQuery, createApiKey, permissionSetsQuery } from "./queries";

const dayMs = 86_400_000;
const lives = [
  { value: "never", label: "Never", days: null },
  { value: "30", label: "In 30 days", days: 30 },
  { value: "90", label: "In 90 days", days: 90 },
  { value: "365", label: "In a year", days: 365 },
] as const;

export function CreateApiKey({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const queryClient = useQueryClient();
  const [made, setMade] = useState<CreatedApiKey | null>(null);
  // Opened when there is something to choose: nobody makes a key with a set that they have not seen.
  const { data: sets = [], isPending } = useQuery(permissionSetsQuery());
  return (
    <>
      <FormDialog
        title="New API key"
        description="One for each integration, with no more than it needs."
        saveLabel="Make key"
        isOpen={isOpen && !isPending}
        onOpenChange={onOpenChange}
        onSave={async (values) => {
          const days = lives.find(({ value }) => value === values.get("life"))?.days ?? null;
          const created = await createApiKey({
            name: textOf(values, "name") ?? "",
            permissionSetId: textOf(values, "permissionSetId") ?? "",
            ...(days !== null && { expiresAt: new Date(Date.now() + days * dayMs).toISOString() }),
          });
          await queryClient.invalidateQueries({ queryKey: apiKeysQuery().queryKey });
          onOpenChange(false);
          setMade(created);
        }}
      >
        {(errorOf) => (
          <>
            <Field label="Name" name="name" error={errorOf("name", "The name")} hint="Of the integration, to know it by.">
              <Input autoComplete="off" maxLength={100} />
            </Field>
            <PermissionSetField sets={sets} error={errorOf("permissionSetId", "The permission set")} />
            <Field label="Expires" name="life" error={errorOf("expiresAt", "The end")}>
              <Select name="life" defaultValue="never" items={[...lives]}>
                <SelectTrigger className="w-full">
                  <SelectValue />
                </SelectTrigger>
                <SelectContent>
                  {lives.map(({ value, label }) => (
                    <SelectItem key={value} value={value}>
                      {label}
                    </SelectItem>
                  ))}
                </SelectContent>
              </Select>
            </Field>
          </>
        )}
      </FormDialog>
      {made === null ? null : <ShowToken made={made} onClose={() => setMade(null)} />}
    </>
  );
}

function PermissionSetField({ sets, error }: { sets: readonly { readonly id: string; readonly name: string }[]; error: string | undefined }) {
  const first = sets[0];
  if (first === undefined) return null;
  return (
    <Field label="Permission set" name="permissionSetId" error={error} hint="You can give no more than you may do yourself.">
      <Select name="permissionSetId" defaultValue={first.id} items={sets.map(({ id, name }) => ({ value: id, label: name }))}>
        <SelectTrigger className="w-full">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {sets.map(({ id, name }) => (
            <SelectItem key={id} value={id}>
              {name}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </Field>
  );
}

/** The one time that the token is seen. */
function ShowToken({ made, onClose }: { made: CreatedApiKey; onClose: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <Dialog open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <DialogContent title={`The key of ${made.key.name}`} description="Copy it now: it is not shown again.">
        <DialogBody className="flex flex-col gap-2">
          <Input aria-label="API key" readOnly value={made.token} onFocus={(event) => event.currentTarget.select()} className="font-mono text-xs" />
          <p className="text-xs text-ink-faint">Send it as Authorization: Bearer …</p>
        </DialogBody>
        <DialogFooter>
          <Button
            onClick={() => {
              void navigator.clipboard.writeText(made.token).then(() => setIsCopied(true));
            }}
          >
            {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
            {isCopied ? "Copied" : "Copy"}
          </Button>
          <DialogClose render={<Button variant="primary">Done</Button>} />
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
