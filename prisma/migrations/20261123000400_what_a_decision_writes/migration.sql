-- What is written for each decision, and so bounds how many there are in a second (docs/decisions/0034).

-- An entry is only ever looked for by its conversation: one index is the key and the way to it.
ALTER TABLE "routing_log" DROP CONSTRAINT "routing_log_pkey";
DROP INDEX "routing_log_organization_id_conversation_id_at_id_idx";
ALTER TABLE "routing_log" ADD CONSTRAINT "routing_log_pkey" PRIMARY KEY ("organization_id", "conversation_id", "at", "id");

-- Who is given a conversation is an agent whose row the same transaction holds.
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_organization_id_assignee_id_fkey";
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_organization_id_offered_to_id_fkey";
