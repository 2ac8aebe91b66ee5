-- CreateIndex
CREATE INDEX "entry_in_review_idx" ON "entry"("type") WHERE (stage = 'inReview');
