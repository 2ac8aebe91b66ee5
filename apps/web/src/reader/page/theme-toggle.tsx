import { wording } from "../wording.ts";

/** Shown by enhance.ts, which makes it work: without scripts the page follows the reader's system. */
export function ThemeToggle() {
  return (
    <button
      type="button"
      className="theme-toggle"
      data-to-dark={wording.toDark}
      data-to-light={wording.toLight}
      aria-label={wording.toDark}
      hidden
    >
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
      </svg>
    </button>
  );
}
