-- CreateTable
CREATE TABLE "redirect" (
    "type" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "entry_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("type","locale","slug")
);

-- CreateIndex
CREATE INDEX "redirect_entry_id_idx" ON "redirect"("entry_id");

-- AddForeignKey
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "entry"("id") ON DELETE CASCADE ON UPDATE CASCADE;
