-- DropIndex
DROP INDEX "facet_type_locale_field_value_published_at_entry_id_idx";

-- AlterTable: bytewise order, whatever the database's own. Prisma's schema has no word for it.
ALTER TABLE "facet" ALTER COLUMN "value" TYPE TEXT COLLATE "C";

-- CreateIndex
CREATE INDEX "facet_type_locale_field_value_published_at_entry_id_idx" ON "facet"("type", "locale", "field", "value", "published_at", "entry_id");

-- CreateIndex
CREATE INDEX "published_entry_type_locale_updated_at_entry_id_idx" ON "published_entry"("type", "locale", "updated_at", "entry_id");
