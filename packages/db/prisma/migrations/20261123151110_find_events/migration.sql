-- CreateIndex
CREATE INDEX "event_owner_id_id_idx" ON "event"("owner_id", "id");

-- CreateIndex
CREATE INDEX "event_created_at_id_idx" ON "event"("created_at", "id");
