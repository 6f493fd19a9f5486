-- AlterTable
ALTER TABLE "auth_user" ADD COLUMN     "two_factor_enabled" BOOLEAN DEFAULT false;

-- CreateTable
CREATE TABLE "single_sign_on" (
    "organization_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT,
    "email_domains" TEXT[],
    "is_enabled" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "single_sign_on_pkey" PRIMARY KEY ("organization_id")
);

-- CreateTable
CREATE TABLE "auth_two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT false,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "auth_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "auth_two_factor_user_id_key" ON "auth_two_factor"("user_id");

-- AddForeignKey
ALTER TABLE "single_sign_on" ADD CONSTRAINT "single_sign_on_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "auth_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, as on every table of an organization (docs/decisions/0035).
ALTER TABLE "single_sign_on" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "single_sign_on" FORCE ROW LEVEL SECURITY;
CREATE POLICY "organization_wall" ON "single_sign_on" USING (
  "organization_id" = (SELECT NULLIF(NULLIF(current_setting('kith.organization', true), 'all'), '')::uuid)
  OR (SELECT current_setting('kith.organization', true)) = 'all');
