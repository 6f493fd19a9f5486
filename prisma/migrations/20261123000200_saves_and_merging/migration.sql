-- CreateEnum
CREATE TYPE "settings_part" AS ENUM ('queue_rules', 'business_hours', 'custom_statuses');

-- AlterTable
ALTER TABLE "routing_settings" DROP COLUMN "queue_rules_version";

-- CreateTable
CREATE TABLE "settings_save" (
    "organization_id" UUID NOT NULL,
    "part" "settings_part" NOT NULL,
    "version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID,

    CONSTRAINT "settings_save_pkey" PRIMARY KEY ("organization_id","part")
);

-- AddForeignKey
ALTER TABLE "settings_save" ADD CONSTRAINT "settings_save_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "settings_save" ADD CONSTRAINT "settings_save_organization_id_saved_by_id_fkey" FOREIGN KEY ("organization_id", "saved_by_id") REFERENCES "user"("organization_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- Finished by hand.
ALTER TABLE "settings_save" ADD CONSTRAINT "settings_save_version_check" CHECK ("version" >= 2);

-- Merging customers is for managers and those above them.
UPDATE "permission_set" SET "permissions" = array_append("permissions", 'customer.merge')
  WHERE "is_default" AND "name" IN ('Manager', 'Admin', 'Owner') AND NOT 'customer.merge' = ANY ("permissions");
