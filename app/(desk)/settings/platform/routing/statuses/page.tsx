import type { Metadata } from "next";
import { Statuses } from "@/components/statuses/statuses";
import { Permitted } from "../../../permitted";

export const metadata: Metadata = { title: "Statuses" };

export default function StatusesPage() {
  return (
    <Permitted permission="routing_settings.read" cannot="see the statuses">
      <div className="px-4 pt-4 sm:px-6">
        <Statuses />
      </div>
    </Permitted>
  );
}
