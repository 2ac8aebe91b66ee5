import { formatMoment } from "../any-entry/format-moment.ts";
import { wording } from "../wording.ts";

/** Says on top of a page that it is a draft, and how long its link works. */
export function PreviewNote({ until, locale }: { until: Date; locale: string }) {
  return (
    <aside className="preview-note" aria-label={wording.preview}>
      <p>
        <strong>{wording.previewOfDraft}</strong> {wording.previewUntil(formatMoment(until, locale))}
      </p>
    </aside>
  );
}
