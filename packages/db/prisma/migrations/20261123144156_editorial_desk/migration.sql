-- CreateEnum
CREATE TYPE "entry_stage" AS ENUM ('draft', 'inReview', 'approved', 'archived');

-- CreateEnum
CREATE TYPE "revision_kind" AS ENUM ('save', 'autosave', 'restore');

-- CreateEnum
CREATE TYPE "release_action" AS ENUM ('publish', 'unpublish');

-- DropIndex
DROP INDEX "entry_type_locale_slug_key";

-- AlterTable
ALTER TABLE "entry" ADD COLUMN     "assignee_id" UUID,
ADD COLUMN     "deleted_at" TIMESTAMPTZ(3),
ADD COLUMN     "deleted_by_id" UUID,
ADD COLUMN     "schedule_failure" JSONB,
ADD COLUMN     "scheduled_by_id" UUID,
ADD COLUMN     "scheduled_for" TIMESTAMPTZ(3),
ADD COLUMN     "scheduled_version" INTEGER,
ADD COLUMN     "stage" "entry_stage" NOT NULL DEFAULT 'draft';

-- AlterTable
ALTER TABLE "event" ADD COLUMN     "actor_id" UUID,
ADD COLUMN     "owner_id" UUID;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "coalesced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "kind" "revision_kind" NOT NULL DEFAULT 'save',
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "sitting_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "parent_id" UUID,
    "version" INTEGER NOT NULL,
    "field" TEXT,
    "body" TEXT NOT NULL,
    "author_id" UUID,
    "author_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "path_redirect" (
    "path" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "path_redirect_pkey" PRIMARY KEY ("path")
);

-- CreateTable
CREATE TABLE "presence" (
    "id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "scheduled_for" TIMESTAMPTZ(3),
    "scheduled_by_id" UUID,
    "schedule_failure" JSONB,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_item" (
    "release_id" UUID NOT NULL,
    "entry_id" UUID NOT NULL,
    "action" "release_action" NOT NULL,
    "version" INTEGER,
    "added_by_id" UUID,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "release_item_pkey" PRIMARY KEY ("release_id","entry_id")
);

-- CreateTable
CREATE TABLE "secret" (
    "name" TEXT NOT NULL,
    "value" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secret_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "comment_entry_id_created_at_idx" ON "comment"("entry_id", "created_at");

-- CreateIndex
CREATE INDEX "comment_parent_id_idx" ON "comment"("parent_id");

-- CreateIndex
CREATE INDEX "path_redirect_target_idx" ON "path_redirect"("target");

-- CreateIndex
CREATE INDEX "path_redirect_created_at_path_idx" ON "path_redirect"("created_at" DESC, "path" DESC);

-- CreateIndex
CREATE INDEX "presence_entry_id_idx" ON "presence"("entry_id");

-- CreateIndex
CREATE INDEX "release_scheduled_for_idx" ON "release"("scheduled_for") WHERE ("scheduled_for" IS NOT NULL);

-- CreateIndex
CREATE INDEX "release_created_at_id_idx" ON "release"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "release_item_entry_id_idx" ON "release_item"("entry_id");

-- CreateIndex
CREATE INDEX "entry_scheduled_for_idx" ON "entry"("scheduled_for") WHERE ("scheduled_for" IS NOT NULL);

-- CreateIndex
CREATE INDEX "entry_deleted_at_idx" ON "entry"("deleted_at") WHERE ("deleted_at" IS NOT NULL);

-- CreateIndex
CREATE INDEX "entry_assignee_id_updated_at_idx" ON "entry"("assignee_id", "updated_at" DESC) WHERE ("assignee_id" IS NOT NULL);

-- CreateIndex
CREATE INDEX "entry_first_published_at_idx" ON "entry"("first_published_at");

-- CreateIndex
CREATE UNIQUE INDEX "entry_type_locale_slug_key" ON "entry"("type", "locale", "slug") WHERE ("deleted_at" IS NULL);

-- CreateIndex
CREATE INDEX "event_actor_id_id_idx" ON "event"("actor_id", "id");

-- CreateIndex
CREATE INDEX "event_name_id_idx" ON "event"("name", "id");

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "presence" ADD CONSTRAINT "presence_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_item" ADD CONSTRAINT "release_item_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Prisma's schema has no words for these.
ALTER TABLE "entry" ADD CONSTRAINT "entry_schedule_check"
  CHECK (num_nonnulls("scheduled_for", "scheduled_version") IN (0, 2));
ALTER TABLE "presence" SET UNLOGGED;

-- Events that were written before say by whom and of whose entry they are, as far as it is known.
UPDATE "event" SET "actor_id" = coalesce("actor"->>'userId', "actor"->>'keyId')::uuid
WHERE "actor" ?| ARRAY['userId', 'keyId'];
UPDATE "event" e SET "owner_id" = n."created_by_id" FROM "entry" n WHERE n."id" = e."entry_id";
UPDATE "event" e SET "actor" = jsonb_set(e."actor", '{name}', to_jsonb(u."name")) FROM "user" u
WHERE u."id" = e."actor_id" AND e."actor"->>'kind' = 'user';
UPDATE "event" e SET "actor" = jsonb_set(e."actor", '{name}', to_jsonb(k."name")) FROM "api_key" k
WHERE k."id" = e."actor_id" AND e."actor"->>'kind' = 'apiKey';
UPDATE "event" e SET "payload" = jsonb_set(e."payload", '{title}', to_jsonb(n."title")) FROM "entry" n
WHERE n."id" = e."entry_id";
