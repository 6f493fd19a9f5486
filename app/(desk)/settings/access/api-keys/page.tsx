import type { Metadata } from "next";
import { ApiKeys } from "@/components/api-keys/api-keys";
import { Permitted } from "../../permitted";

export const metadata: Metadata = { title: "API keys" };

export default function ApiKeysPage() {
  return (
    <Permitted permission="api_key.manage" title="API keys" cannot="make API keys">
      <ApiKeys />
    </Permitted>
  );
}
