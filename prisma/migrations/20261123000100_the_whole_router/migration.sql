-- CreateEnum
CREATE TYPE "assigning" AS ENUM ('automatic', 'agents_accept');

-- CreateEnum
CREATE TYPE "rule_match" AS ENUM ('all', 'any');

-- CreateEnum
CREATE TYPE "dedicated_skip" AS ENUM ('routed_now', 'transferred');

-- AlterTable
ALTER TABLE "agent" ADD COLUMN     "custom_status_id" UUID,
ADD COLUMN     "hands_back" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "conversation"
ADD COLUMN     "dedicated_skip" "dedicated_skip",
ADD COLUMN     "is_overflowed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "offer_until" TIMESTAMPTZ(3),
ADD COLUMN     "offered_to_id" UUID,
ADD COLUMN     "overflow_at" TIMESTAMPTZ(3),
ADD COLUMN     "refusals" JSONB,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "customer" ADD COLUMN     "attributes" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "language" TEXT,
ADD COLUMN     "merged_at" TIMESTAMPTZ(3),
ADD COLUMN     "merged_into_id" UUID,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "queue" ADD COLUMN     "overflow_after_seconds" INTEGER;

-- AlterTable
ALTER TABLE "routing_settings" ADD COLUMN     "accept_timeout_seconds" INTEGER NOT NULL DEFAULT 30,
ADD COLUMN     "assigning" "assigning" NOT NULL DEFAULT 'automatic',
ADD COLUMN     "queue_rules_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "requeue_when_offline" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "transfer_checks_dedicated" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "team_queue" ADD COLUMN     "is_overflow" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "agent_presence" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agent_presence_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "custom_status" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" "agent_status" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "custom_status_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "business_hours" (
    "organization_id" UUID NOT NULL,
    "time_zone" TEXT NOT NULL,
    "weekly" JSONB NOT NULL,
    "exceptions" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "business_hours_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "queue_rule" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "match" "rule_match" NOT NULL,
    "conditions" JSONB NOT NULL,
    "queue_id" UUID NOT NULL,

    CONSTRAINT "queue_rule_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "agent_presence_organization_id_seen_at_idx" ON "agent_presence"("organization_id", "seen_at");

-- CreateIndex
CREATE UNIQUE INDEX "custom_status_organization_id_name_key" ON "custom_status"("organization_id", "name");

-- CreateIndex
CREATE INDEX "queue_rule_organization_id_position_idx" ON "queue_rule"("organization_id", "position");

-- CreateIndex
CREATE INDEX "queue_rule_organization_id_queue_id_idx" ON "queue_rule"("organization_id", "queue_id");

-- CreateIndex
CREATE INDEX "customer_organization_id_merged_into_id_idx" ON "customer"("organization_id", "merged_into_id");

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_organization_id_custom_status_id_fkey" FOREIGN KEY ("organization_id", "custom_status_id") REFERENCES "custom_status"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "agent_presence" ADD CONSTRAINT "agent_presence_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "agent"("organization_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "custom_status" ADD CONSTRAINT "custom_status_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_rule" ADD CONSTRAINT "queue_rule_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue_rule" ADD CONSTRAINT "queue_rule_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "queue"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_merged_into_id_fkey" FOREIGN KEY ("organization_id", "merged_into_id") REFERENCES "customer"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_offered_to_id_fkey" FOREIGN KEY ("organization_id", "offered_to_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Finished by hand: what Prisma's schema cannot say.

-- Route now was a column of its own.
UPDATE "conversation" SET "dedicated_skip" = 'routed_now' WHERE "is_routed_now";
ALTER TABLE "conversation" DROP COLUMN "is_routed_now";
-- Facts are written once and read whole: as plain JSON they are kept as they were written, at a third of the cost.
-- The stored facts of a decision give the same decision again, in this version too.
UPDATE "routing_log" SET "facts" = jsonb_set("facts" #- '{conversation,isRoutedNow}', '{conversation,dedicatedSkip}', '"routed_now"')
  WHERE "facts" -> 'conversation' ->> 'isRoutedNow' = 'true';
ALTER TABLE "routing_log" ALTER COLUMN "facts" TYPE json;

-- Who writes an entry holds the conversation's row, and no conversation is ever deleted: checking it again costs a tenth of a pass.
ALTER TABLE "routing_log" DROP CONSTRAINT "routing_log_organization_id_conversation_id_fkey";

-- Limits of the routing contract.
ALTER TABLE "routing_settings" ADD CONSTRAINT "routing_settings_accept_timeout_seconds_check" CHECK ("accept_timeout_seconds" BETWEEN 5 AND 600);
ALTER TABLE "queue" ADD CONSTRAINT "queue_overflow_after_seconds_check" CHECK ("overflow_after_seconds" BETWEEN 1 AND 86400);
ALTER TABLE "customer" ADD CONSTRAINT "customer_merged_check" CHECK (("merged_into_id" IS NULL) = ("merged_at" IS NULL) AND "merged_into_id" <> "id");
ALTER TABLE "customer" ALTER COLUMN "tags" SET NOT NULL;
ALTER TABLE "conversation" ALTER COLUMN "tags" SET NOT NULL;

-- A conversation stands in one state of routing, and has what that state needs.
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_state_check";
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_state_check" CHECK (
  CASE "routing_state"
    WHEN 'out' THEN "state" <> 'open'
    WHEN 'assigned' THEN "state" = 'open' AND "assignee_id" IS NOT NULL
    WHEN 'offered' THEN "state" = 'open' AND "assignee_id" IS NULL AND "offered_to_id" IS NOT NULL
    WHEN 'waiting' THEN "state" = 'open' AND "assignee_id" IS NULL AND "dedicated_agent_id" IS NOT NULL AND "wait_until" IS NOT NULL
    WHEN 'in_line' THEN "state" = 'open' AND "assignee_id" IS NULL AND "normal_reason" IS NOT NULL
    ELSE "state" = 'open' AND "assignee_id" IS NULL
  END
);
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_offer_check" CHECK (
  ("routing_state" = 'offered') = ("offered_to_id" IS NOT NULL) AND ("offered_to_id" IS NULL) = ("offer_until" IS NULL)
);

-- The frontier of a router pass. What somebody refused stands apart, because not everybody may take it: the heads of
-- the line that are loaded for those with room must all be theirs to take.
DROP INDEX "conversation_in_line_idx";
CREATE INDEX "conversation_in_line_idx" ON "conversation" ("organization_id", "queue_id", "weight", "priority", "entered_at", "id")
  WHERE "routing_state" = 'in_line' AND "refusals" IS NULL;
CREATE INDEX "conversation_overflowed_idx" ON "conversation" ("organization_id", "queue_id", "weight", "priority", "entered_at", "id")
  WHERE "routing_state" = 'in_line' AND "is_overflowed" AND "refusals" IS NULL;
CREATE INDEX "conversation_refused_idx" ON "conversation" ("organization_id", "priority", "entered_at", "id")
  WHERE "routing_state" = 'in_line' AND "refusals" IS NOT NULL;
CREATE INDEX "conversation_overflow_at_idx" ON "conversation" ("organization_id", "overflow_at", "id")
  WHERE "routing_state" = 'in_line' AND NOT "is_overflowed" AND "overflow_at" IS NOT NULL;
CREATE INDEX "conversation_offer_until_idx" ON "conversation" ("organization_id", "offer_until", "id") WHERE "routing_state" = 'offered';
CREATE INDEX "conversation_offered_to_idx" ON "conversation" ("organization_id", "offered_to_id") WHERE "routing_state" = 'offered';
-- Only what takes more than 1 may wait beside room that there is.
CREATE INDEX "conversation_heavy_waiters_idx" ON "conversation" ("organization_id") WHERE "routing_state" = 'waiting' AND "weight" > 1;
CREATE INDEX "agent_hands_back_idx" ON "agent" ("organization_id") WHERE "hands_back";

-- Whom a conversation came in from is asked for those that have nobody yet, and for those on another's timeline: most
-- rows are neither, and each index that a row is in is written anew when it is assigned.
DROP INDEX "conversation_organization_id_intake_customer_id_idx";
CREATE INDEX "conversation_intake_unassigned_idx" ON "conversation" ("organization_id", "intake_customer_id") WHERE "state" = 'open' AND "assignee_id" IS NULL;
CREATE INDEX "conversation_intake_moved_idx" ON "conversation" ("organization_id", "intake_customer_id") WHERE "customer_id" <> "intake_customer_id";

-- Most conversations have no visitor.
DROP INDEX "conversation_organization_id_visitor_id_idx";
CREATE INDEX "conversation_visitor_idx" ON "conversation" ("organization_id", "visitor_id") WHERE "visitor_id" IS NOT NULL;

-- Their rows change all the time, in place.
ALTER TABLE "agent" SET (fillfactor = 70);
ALTER TABLE "agent_presence" SET (fillfactor = 70);
