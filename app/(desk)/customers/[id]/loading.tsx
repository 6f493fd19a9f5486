import { CustomerProfileSkeleton } from "@/components/customers/customer-profile";

export default function Loading() {
  return <CustomerProfileSkeleton />;
}
