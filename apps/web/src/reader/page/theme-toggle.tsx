import { wording } from "../wording.ts";

/**
 * Shown and named by enhance.ts, which makes it work: without scripts the page follows the reader's system. Its disc is
 * drawn by the style sheet, for whatever stands in the masthead stands before the first words of every page.
 */
export function ThemeToggle() {
  return (
    <button
      type="button"
      className="theme-toggle"
      data-to-dark={wording.toDark}
      data-to-light={wording.toLight}
      hidden
    />
  );
}
