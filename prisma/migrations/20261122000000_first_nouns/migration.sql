-- CreateEnum
CREATE TYPE "agent_status" AS ENUM ('available', 'busy', 'unavailable', 'offline');

-- CreateEnum
CREATE TYPE "when_absent" AS ENUM ('route', 'wait');

-- CreateEnum
CREATE TYPE "queue_strategy" AS ENUM ('most_room', 'longest_idle');

-- CreateEnum
CREATE TYPE "conversation_state" AS ENUM ('open', 'snoozed', 'done');

-- CreateEnum
CREATE TYPE "routing_state" AS ENUM ('pending', 'waiting', 'in_line', 'assigned', 'out');

-- CreateEnum
CREATE TYPE "message_author" AS ENUM ('customer', 'agent');

-- CreateEnum
CREATE TYPE "routing_outcome" AS ENUM ('pending', 'assigned', 'waiting', 'in_line', 'out');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_router" (
    "organization_id" UUID NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 0,
    "changes_routed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "organization_router_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "permission_set" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "permissions" TEXT[],

    CONSTRAINT "permission_set_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "user" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "auth_user_id" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "permission_set_id" UUID NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "agent" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "status" "agent_status" NOT NULL DEFAULT 'offline',
    "status_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "own_capacity" INTEGER,
    "load" INTEGER NOT NULL DEFAULT 0,
    "last_assigned_at" TIMESTAMPTZ(3),
    "changes" INTEGER NOT NULL DEFAULT 0,
    "changes_routed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("organization_id","user_id")
);

-- CreateTable
CREATE TABLE "team" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "routing_enabled" BOOLEAN NOT NULL DEFAULT true,
    "capacity" INTEGER NOT NULL DEFAULT 5,

    CONSTRAINT "team_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("organization_id","team_id","user_id")
);

-- CreateTable
CREATE TABLE "team_queue" (
    "organization_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "queue_id" UUID NOT NULL,

    CONSTRAINT "team_queue_pkey" PRIMARY KEY ("organization_id","team_id","queue_id")
);

-- CreateTable
CREATE TABLE "routing_settings" (
    "organization_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "dedicated_agent_enabled" BOOLEAN NOT NULL DEFAULT false,
    "automatic_user_unassignment" BOOLEAN NOT NULL DEFAULT true,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,

    CONSTRAINT "routing_settings_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "channel" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "dedicated_timeout_seconds" INTEGER NOT NULL DEFAULT 300,
    "when_agent_absent" "when_absent" NOT NULL DEFAULT 'route',

    CONSTRAINT "channel_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "queue" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 50,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "strategy" "queue_strategy" NOT NULL DEFAULT 'most_room',
    "is_default" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "queue_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "external_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dedicated_agent_id" UUID,
    "dedicated_agent_set_at" TIMESTAMPTZ(3),
    "dedicated_agent_set_by_id" UUID,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "conversation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "channel_id" UUID NOT NULL,
    "subject" TEXT,
    "state" "conversation_state" NOT NULL DEFAULT 'open',
    "snoozed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_message_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_message_preview" TEXT NOT NULL DEFAULT '',
    "done_at" TIMESTAMPTZ(3),
    "visitor_id" UUID,
    "assignee_id" UUID,
    "assigned_at" TIMESTAMPTZ(3),
    "routing_state" "routing_state" NOT NULL DEFAULT 'pending',
    "revision" INTEGER NOT NULL DEFAULT 0,
    "queue_id" UUID NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 1,
    "priority" INTEGER NOT NULL DEFAULT 50,
    "entered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dedicated_agent_id" UUID,
    "intake_customer_id" UUID NOT NULL,
    "wait_began_at" TIMESTAMPTZ(3),
    "wait_until" TIMESTAMPTZ(3),
    "passed_over_since" TIMESTAMPTZ(3),
    "is_routed_now" BOOLEAN NOT NULL DEFAULT false,
    "normal_reason" TEXT,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "message" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "author" "message_author" NOT NULL,
    "author_user_id" UUID,
    "text" TEXT NOT NULL,
    "client_message_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "visitor" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "visitor_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "routing_log" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "routing_outcome" NOT NULL,
    "reason" TEXT NOT NULL,
    "normal_routing" TEXT,
    "agent_id" UUID,
    "actor_user_id" UUID,
    "facts" JSONB NOT NULL,

    CONSTRAINT "routing_log_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "permission_set_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "auth_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "organization_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "auth_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auth_rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "auth_rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "permission_set_organization_id_name_key" ON "permission_set"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "user_organization_id_email_key" ON "user"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "user_organization_id_auth_user_id_key" ON "user"("organization_id", "auth_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_organization_id_name_key" ON "team"("organization_id", "name");

-- CreateIndex
CREATE INDEX "team_member_organization_id_user_id_idx" ON "team_member"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "team_queue_organization_id_queue_id_idx" ON "team_queue"("organization_id", "queue_id");

-- CreateIndex
CREATE UNIQUE INDEX "channel_organization_id_key_key" ON "channel"("organization_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "queue_organization_id_name_key" ON "queue"("organization_id", "name");

-- CreateIndex
CREATE INDEX "customer_organization_id_dedicated_agent_id_idx" ON "customer"("organization_id", "dedicated_agent_id");

-- CreateIndex
CREATE INDEX "customer_organization_id_name_id_idx" ON "customer"("organization_id", "name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_organization_id_email_key" ON "customer"("organization_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "customer_organization_id_external_id_key" ON "customer"("organization_id", "external_id");

-- CreateIndex
CREATE INDEX "conversation_organization_id_customer_id_created_at_id_idx" ON "conversation"("organization_id", "customer_id", "created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "conversation_organization_id_assignee_id_state_last_message_idx" ON "conversation"("organization_id", "assignee_id", "state", "last_message_at" DESC, "id");

-- CreateIndex
CREATE INDEX "conversation_organization_id_intake_customer_id_idx" ON "conversation"("organization_id", "intake_customer_id");

-- CreateIndex
CREATE INDEX "conversation_organization_id_visitor_id_idx" ON "conversation"("organization_id", "visitor_id");

-- CreateIndex
CREATE INDEX "conversation_organization_id_last_message_at_id_idx" ON "conversation"("organization_id", "last_message_at" DESC, "id");

-- CreateIndex
CREATE INDEX "message_organization_id_conversation_id_created_at_id_idx" ON "message"("organization_id", "conversation_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "message_organization_id_conversation_id_client_message_id_key" ON "message"("organization_id", "conversation_id", "client_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "visitor_organization_id_token_hash_key" ON "visitor"("organization_id", "token_hash");

-- CreateIndex
CREATE INDEX "routing_log_organization_id_conversation_id_at_id_idx" ON "routing_log"("organization_id", "conversation_id", "at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_organization_id_name_key" ON "api_key"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "auth_user_email_key" ON "auth_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "auth_session_token_key" ON "auth_session"("token");

-- CreateIndex
CREATE INDEX "auth_session_user_id_idx" ON "auth_session"("user_id");

-- CreateIndex
CREATE INDEX "auth_account_user_id_idx" ON "auth_account"("user_id");

-- CreateIndex
CREATE INDEX "auth_verification_identifier_idx" ON "auth_verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "auth_rate_limit_key_key" ON "auth_rate_limit"("key");

-- AddForeignKey
ALTER TABLE "organization_router" ADD CONSTRAINT "organization_router_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permission_set" ADD CONSTRAINT "permission_set_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_organization_id_permission_set_id_fkey" FOREIGN KEY ("organization_id", "permission_set_id") REFERENCES "permission_set"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent" ADD CONSTRAINT "agent_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "user"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "user"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_queue" ADD CONSTRAINT "team_queue_organization_id_team_id_fkey" FOREIGN KEY ("organization_id", "team_id") REFERENCES "team"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_queue" ADD CONSTRAINT "team_queue_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "queue"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_settings" ADD CONSTRAINT "routing_settings_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_settings" ADD CONSTRAINT "routing_settings_organization_id_updated_by_id_fkey" FOREIGN KEY ("organization_id", "updated_by_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "channel" ADD CONSTRAINT "channel_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "queue" ADD CONSTRAINT "queue_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_dedicated_agent_id_fkey" FOREIGN KEY ("organization_id", "dedicated_agent_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "customer" ADD CONSTRAINT "customer_organization_id_dedicated_agent_set_by_id_fkey" FOREIGN KEY ("organization_id", "dedicated_agent_set_by_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_intake_customer_id_fkey" FOREIGN KEY ("organization_id", "intake_customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_channel_id_fkey" FOREIGN KEY ("organization_id", "channel_id") REFERENCES "channel"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_queue_id_fkey" FOREIGN KEY ("organization_id", "queue_id") REFERENCES "queue"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_assignee_id_fkey" FOREIGN KEY ("organization_id", "assignee_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_dedicated_agent_id_fkey" FOREIGN KEY ("organization_id", "dedicated_agent_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_organization_id_visitor_id_fkey" FOREIGN KEY ("organization_id", "visitor_id") REFERENCES "visitor"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_organization_id_conversation_id_fkey" FOREIGN KEY ("organization_id", "conversation_id") REFERENCES "conversation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visitor" ADD CONSTRAINT "visitor_organization_id_customer_id_fkey" FOREIGN KEY ("organization_id", "customer_id") REFERENCES "customer"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_log" ADD CONSTRAINT "routing_log_organization_id_conversation_id_fkey" FOREIGN KEY ("organization_id", "conversation_id") REFERENCES "conversation"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_permission_set_id_fkey" FOREIGN KEY ("organization_id", "permission_set_id") REFERENCES "permission_set"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Finished by hand: what Prisma's schema cannot say.

-- Limits of the routing contract.
ALTER TABLE "channel" ADD CONSTRAINT "channel_dedicated_timeout_seconds_check" CHECK ("dedicated_timeout_seconds" BETWEEN 5 AND 3600);
ALTER TABLE "queue" ADD CONSTRAINT "queue_priority_check" CHECK ("priority" BETWEEN 1 AND 100);
ALTER TABLE "queue" ADD CONSTRAINT "queue_weight_check" CHECK ("weight" BETWEEN 1 AND 100);
ALTER TABLE "team" ADD CONSTRAINT "team_capacity_check" CHECK ("capacity" BETWEEN 0 AND 1000);
ALTER TABLE "agent" ADD CONSTRAINT "agent_own_capacity_check" CHECK ("own_capacity" BETWEEN 0 AND 1000);
ALTER TABLE "agent" ADD CONSTRAINT "agent_load_check" CHECK ("load" >= 0);
ALTER TABLE "routing_settings" ADD CONSTRAINT "routing_settings_version_check" CHECK ("version" >= 1);
ALTER TABLE "organization" ADD CONSTRAINT "organization_slug_check" CHECK ("slug" ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$');
ALTER TABLE "message" ADD CONSTRAINT "message_text_check" CHECK (char_length("text") BETWEEN 1 AND 10000);
ALTER TABLE "customer" ADD CONSTRAINT "customer_dedicated_agent_check" CHECK (("dedicated_agent_id" IS NULL) = ("dedicated_agent_set_at" IS NULL));
ALTER TABLE "customer" ADD CONSTRAINT "customer_email_check" CHECK ("email" = lower("email"));
ALTER TABLE "user" ADD CONSTRAINT "user_email_check" CHECK ("email" = lower("email"));

-- A conversation stands in one state of routing, and has what that state needs.
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_weight_check" CHECK ("weight" BETWEEN 1 AND 100);
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_priority_check" CHECK ("priority" BETWEEN 1 AND 100);
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_state_check" CHECK (
  CASE "routing_state"
    WHEN 'out' THEN "state" <> 'open'
    WHEN 'assigned' THEN "state" = 'open' AND "assignee_id" IS NOT NULL
    WHEN 'waiting' THEN "state" = 'open' AND "assignee_id" IS NULL AND "dedicated_agent_id" IS NOT NULL AND "wait_until" IS NOT NULL
    WHEN 'in_line' THEN "state" = 'open' AND "assignee_id" IS NULL AND "normal_reason" IS NOT NULL
    ELSE "state" = 'open' AND "assignee_id" IS NULL
  END
);
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_snoozed_check" CHECK (("state" = 'snoozed') = ("snoozed_until" IS NOT NULL));
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_done_check" CHECK (("state" = 'done') = ("done_at" IS NOT NULL));
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_wait_check" CHECK (
  ("wait_began_at" IS NULL) = ("wait_until" IS NULL) AND "wait_until" > "wait_began_at"
);

-- One default queue an organization.
CREATE UNIQUE INDEX "queue_default_key" ON "queue" ("organization_id") WHERE "is_default";

-- The frontier of a router pass: each index holds only the conversations in that state of routing, in the order in
-- which a pass wants them, so that a pass costs by what it decides and not by how many wait.
CREATE INDEX "conversation_pending_idx" ON "conversation" ("organization_id", "priority", "entered_at", "id") WHERE "routing_state" = 'pending';
CREATE INDEX "conversation_wait_until_idx" ON "conversation" ("organization_id", "wait_until", "id") WHERE "routing_state" = 'waiting';
CREATE INDEX "conversation_waiting_for_idx" ON "conversation" ("organization_id", "dedicated_agent_id", "priority", "wait_began_at", "entered_at", "id")
  INCLUDE ("weight", "channel_id") WHERE "routing_state" = 'waiting';
CREATE INDEX "conversation_in_line_idx" ON "conversation" ("organization_id", "queue_id", "weight", "priority", "entered_at", "id") WHERE "routing_state" = 'in_line';
CREATE INDEX "conversation_snoozed_until_idx" ON "conversation" ("organization_id", "snoozed_until", "id") WHERE "state" = 'snoozed';
CREATE INDEX "agent_changed_idx" ON "agent" ("organization_id") WHERE "changes" <> "changes_routed";
