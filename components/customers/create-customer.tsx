"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { CustomerFormDialog } from "./customer-form-dialog";
import { createCustomer } from "./queries";

export function CreateCustomer({ isOpen, onOpenChange }: { isOpen: boolean; onOpenChange: (isOpen: boolean) => void }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  return (
    <CustomerFormDialog
      title="New customer"
      saveLabel="Create customer"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      onSave={async (details) => {
        const { id, name } = await createCustomer(details);
        void queryClient.invalidateQueries({ queryKey: ["customers", "list"] });
        onOpenChange(false);
        toast.success(`${name} is a customer now`);
        router.push(`/customers/${id}`);
      }}
    />
  );
}
