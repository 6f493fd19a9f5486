import type { Metadata } from "next";
import { Teams } from "@/components/teams/teams";
import { Permitted } from "../../../permitted";

export const metadata: Metadata = { title: "Teams" };

export default function TeamsPage() {
  return (
    <Permitted permission="routing_settings.read" cannot="see the teams">
      <div className="px-4 pt-4 sm:px-6">
        <Teams />
      </div>
    </Permitted>
  );
}
