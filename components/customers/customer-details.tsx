"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useState, type ReactNode } from "react";
import { toast } from "sonner";
import { Moment } from "@/components/ui/age";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useMay } from "@/lib/client/me";
import type { CustomerProfile } from "@/lib/contracts/customers";
import { CustomerFormDialog } from "./customer-form-dialog";
import { customerQuery, updateCustomer } from "./queries";

export function CustomerDetails({ customer }: { customer: CustomerProfile }) {
  const mayWrite = useMay("customer.write");
  const [isEditing, setIsEditing] = useState(false);
  const queryClient = useQueryClient();
  return (
    <section aria-label="Details" className="flex flex-col gap-2">
      <div className="flex h-7 items-center justify-between">
        <h2 className="text-sm font-semibold">Details</h2>
        {mayWrite ? (
          <Button variant="ghost" size="sm" className="-mr-2" onClick={() => setIsEditing(true)}>
            <Pencil aria-hidden />
            Edit
          </Button>
        ) : null}
      </div>
      <dl className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-y-1.5">
        <Detail term="E-mail">{customer.email}</Detail>
        <Detail term="External id">{customer.externalId}</Detail>
        {customer.tags.length > 0 && (
          <Detail term="Tags">
            <span className="flex flex-wrap gap-1">
              {customer.tags.map((tag) => (
                <Badge key={tag}>{tag}</Badge>
              ))}
            </span>
          </Detail>
        )}
        <Detail term="Customer since">
          <Moment at={customer.createdAt} />
        </Detail>
      </dl>
      <CustomerFormDialog
        title={`Edit ${customer.name}`}
        saveLabel="Save"
        customer={customer}
        isOpen={isEditing}
        onOpenChange={setIsEditing}
        onSave={async (details) => {
          await updateCustomer(customer.id, details);
          await queryClient.invalidateQueries({ queryKey: customerQuery(customer.id).queryKey });
          void queryClient.invalidateQueries({ queryKey: ["customers"] });
          setIsEditing(false);
          toast.success("Saved");
        }}
      />
    </section>
  );
}

function Detail({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children ?? <span className="text-ink-faint">–</span>}</dd>
    </>
  );
}
