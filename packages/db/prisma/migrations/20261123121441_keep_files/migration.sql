-- CreateEnum
CREATE TYPE "asset_kind" AS ENUM ('image', 'file');

-- AlterTable
ALTER TABLE "asset" ADD COLUMN     "kind" "asset_kind" NOT NULL DEFAULT 'image',
ALTER COLUMN "width" DROP NOT NULL,
ALTER COLUMN "height" DROP NOT NULL,
ALTER COLUMN "placeholder" DROP NOT NULL,
ALTER COLUMN "variants" DROP NOT NULL;

-- CreateTable
CREATE TABLE "unsettled_files" (
    "asset_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unsettled_files_pkey" PRIMARY KEY ("asset_id")
);

-- CreateIndex
CREATE INDEX "unsettled_files_since_idx" ON "unsettled_files"("since");

-- CreateIndex
CREATE INDEX "asset_kind_created_at_id_idx" ON "asset"("kind", "created_at" DESC, "id" DESC);

-- Prisma's schema has no word for this: a picture has all that only pictures have, a file none of it.
ALTER TABLE "asset" ADD CONSTRAINT "asset_kind_check"
  CHECK (num_nonnulls("width", "height", "placeholder", "variants") = CASE "kind" WHEN 'image' THEN 4 ELSE 0 END);

-- What is published already has a facet for each asset that it shows, by which these entries are found from now on.
INSERT INTO "facet" ("entry_id", "type", "locale", "field", "value", "published_at")
SELECT DISTINCT p."entry_id", p."type", p."locale", '@assets', a."id"::text, p."published_at"
FROM "published_entry" p
CROSS JOIN LATERAL regexp_matches(
  p."fields"::text, '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}', 'g'
) AS m("ids")
JOIN "asset" a ON a."id" = m."ids"[1]::uuid
ON CONFLICT DO NOTHING;
