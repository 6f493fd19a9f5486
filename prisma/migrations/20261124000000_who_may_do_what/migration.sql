-- CreateEnum
CREATE TYPE "audit_source" AS ENUM ('screen', 'api_key', 'import', 'system');

-- AlterTable
ALTER TABLE "api_key" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_used_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "chat_frame_origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "setup_hidden_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "queue" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "joined_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "invitation" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "audit_log" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" "audit_source" NOT NULL,
    "actor_user_id" UUID,
    "api_key_id" UUID,
    "actor_name" TEXT NOT NULL,
    "address" TEXT,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "subject_name" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "audit_log_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "invitation_organization_id_user_id_idx" ON "invitation"("organization_id", "user_id");

-- CreateIndex
CREATE INDEX "audit_log_organization_id_subject_id_id_idx" ON "audit_log"("organization_id", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_organization_id_actor_user_id_id_idx" ON "audit_log"("organization_id", "actor_user_id", "id");

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "user"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organization_id_created_by_id_fkey" FOREIGN KEY ("organization_id", "created_by_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organization_id_created_by_id_fkey" FOREIGN KEY ("organization_id", "created_by_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand.

-- Whoever is there has joined.
UPDATE "user" SET "joined_at" = "created_at";

-- Queues keep the order in which they have been shown.
UPDATE "queue" q SET "position" = n."position"
  FROM (SELECT "organization_id", "id", row_number() OVER (PARTITION BY "organization_id" ORDER BY "name", "id") AS "position" FROM "queue") n
  WHERE q."organization_id" = n."organization_id" AND q."id" = n."id";

-- What was written stays as it was written. The owner of a table may take these from itself too.
REVOKE UPDATE, DELETE, TRUNCATE ON "audit_log" FROM CURRENT_USER;

-- What administrators may now do.
UPDATE "permission_set" SET "permissions" = "permissions" || ARRAY['user.manage', 'permission_set.manage', 'channel.manage', 'api_key.manage', 'audit_log.read']
  WHERE "is_default" AND "name" IN ('Admin', 'Owner') AND NOT 'user.manage' = ANY ("permissions");
UPDATE "permission_set" SET "permissions" = "permissions" || ARRAY['organization.manage']
  WHERE "is_default" AND "name" = 'Owner' AND NOT 'organization.manage' = ANY ("permissions");
