import type { Metadata } from "next";
import { CustomerList } from "@/components/customers/customer-list";

export const metadata: Metadata = { title: "Customers" };

export default async function CustomersPage({ searchParams }: { searchParams: Promise<{ search?: string | string[] }> }) {
  const { search } = await searchParams;
  return <CustomerList initialSearch={typeof search === "string" ? search : ""} />;
}
