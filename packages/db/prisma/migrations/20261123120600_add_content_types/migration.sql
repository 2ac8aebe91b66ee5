-- CreateTable
CREATE TABLE "content_type" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "description" JSONB NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "content_type_pkey" PRIMARY KEY ("name")
);
