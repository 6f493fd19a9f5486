import type { Metadata } from "next";
import { Queues } from "@/components/queues/queues";
import { Permitted } from "../../../permitted";

export const metadata: Metadata = { title: "Queues" };

export default function QueuesPage() {
  return (
    <Permitted permission="routing_settings.read" cannot="see the queues">
      <div className="px-4 pt-4 sm:px-6">
        <Queues />
      </div>
    </Permitted>
  );
}
