-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "author_key_id" UUID;
