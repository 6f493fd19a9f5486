import type { Metadata } from "next";
import { WhyHere } from "@/components/conversations/why-here";
import { CustomerProfile } from "@/components/customers/customer-profile";

export const metadata: Metadata = { title: "Customer" };

export default async function CustomerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <CustomerProfile id={id} WhyHere={WhyHere} />;
}
