const key = "rounded border border-control px-1.5 font-sans text-xs";

/** Taught where they work; a touch screen has no use for them. */
export function KeyHints() {
  return (
    <p className="mt-3 text-sm text-muted pointer-coarse:hidden">
      <kbd className={key}>/</kbd> search · <kbd className={key}>n</kbd> new · <kbd className={key}>j</kbd>{" "}
      <kbd className={key}>k</kbd> move · <kbd className={key}>Enter</kbd> open · <kbd className={key}>x</kbd>{" "}
      select
    </p>
  );
}
