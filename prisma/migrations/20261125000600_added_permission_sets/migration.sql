-- AlterTable
ALTER TABLE "permission_set" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "added_permission_set" (
    "organization_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "permission_set_id" UUID NOT NULL,

    CONSTRAINT "added_permission_set_pkey" PRIMARY KEY ("organization_id","user_id","permission_set_id")
);

-- CreateIndex
CREATE INDEX "added_permission_set_organization_id_permission_set_id_idx" ON "added_permission_set"("organization_id", "permission_set_id");

-- AddForeignKey
ALTER TABLE "added_permission_set" ADD CONSTRAINT "added_permission_set_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "user"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "added_permission_set" ADD CONSTRAINT "added_permission_set_organization_id_permission_set_id_fkey" FOREIGN KEY ("organization_id", "permission_set_id") REFERENCES "permission_set"("organization_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Finished by hand.

ALTER TABLE "added_permission_set" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "added_permission_set" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "added_permission_set" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');
