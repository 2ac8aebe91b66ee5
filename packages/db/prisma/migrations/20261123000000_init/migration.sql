-- CreateEnum
CREATE TYPE "role" AS ENUM ('owner', 'admin', 'editor', 'author', 'contributor');

-- CreateTable
CREATE TABLE "asset" (
    "id" UUID NOT NULL,
    "filename" TEXT NOT NULL,
    "mime_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "alt" TEXT NOT NULL DEFAULT '',
    "focal_x" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "focal_y" DOUBLE PRECISION NOT NULL DEFAULT 0.5,
    "placeholder" TEXT NOT NULL,
    "variants" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "asset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "entry" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "first_published_at" TIMESTAMPTZ(3),
    "published_version" INTEGER,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "entry_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("entry_id","version")
);

-- CreateTable
CREATE TABLE "event" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "entry_id" UUID,
    "asset_id" UUID,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_record" (
    "source" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_record_pkey" PRIMARY KEY ("source","external_id")
);

-- CreateTable
CREATE TABLE "published_entry" (
    "entry_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "facet" (
    "entry_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "facet_pkey" PRIMARY KEY ("entry_id","field","value")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "token_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "set_up_token" (
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "set_up_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateIndex
CREATE INDEX "asset_created_at_id_idx" ON "asset"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "entry_type_updated_at_id_idx" ON "entry"("type", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "entry_updated_at_id_idx" ON "entry"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "entry_type_locale_slug_key" ON "entry"("type", "locale", "slug");

-- CreateIndex
CREATE INDEX "event_entry_id_id_idx" ON "event"("entry_id", "id");

-- CreateIndex
CREATE INDEX "import_record_entry_id_idx" ON "import_record"("entry_id");

-- CreateIndex
CREATE INDEX "published_entry_type_locale_published_at_entry_id_idx" ON "published_entry"("type", "locale", "published_at" DESC, "entry_id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "published_entry_type_locale_slug_key" ON "published_entry"("type", "locale", "slug");

-- CreateIndex
CREATE INDEX "facet_type_locale_field_value_published_at_entry_id_idx" ON "facet"("type", "locale", "field", "value", "published_at" DESC, "entry_id" DESC);

-- CreateIndex
CREATE INDEX "facet_field_value_idx" ON "facet"("field", "value");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_record" ADD CONSTRAINT "import_record_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_entry" ADD CONSTRAINT "published_entry_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "facet" ADD CONSTRAINT "facet_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "published_entry"("entry_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand: range filters and the order of facet values compare bytes, so they are the same on every database.
ALTER TABLE "facet" ALTER COLUMN "value" TYPE TEXT COLLATE "C";
