-- AlterTable
ALTER TABLE "published_entry" ADD COLUMN "shape" TEXT;
