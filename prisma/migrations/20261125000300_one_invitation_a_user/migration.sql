-- AlterTable
ALTER TABLE "invitation" ADD COLUMN     "revoked_at" TIMESTAMPTZ(3);

-- DropIndex
DROP INDEX "invitation_organization_id_user_id_idx";

-- CreateIndex
CREATE UNIQUE INDEX "invitation_organization_id_user_id_key" ON "invitation"("organization_id", "user_id");
