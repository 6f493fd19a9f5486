import { PageHeader } from "@/components/layout/page-header";
import { CustomerTableSkeleton } from "@/components/customers/customer-table";

export default function Loading() {
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader title="Customers" className="min-h-12 sm:min-h-13" />
      <div className="h-14" />
      <CustomerTableSkeleton />
    </div>
  );
}
