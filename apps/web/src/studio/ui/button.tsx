import type { ComponentProps } from "react";

type Look = "primary" | "secondary" | "quiet" | "danger";

const looks: Record<Look, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong border-transparent",
  secondary: "bg-surface text-ink border-control hover:bg-sunken",
  quiet: "bg-transparent text-ink border-transparent hover:bg-sunken",
  danger: "bg-surface text-danger border-danger hover:bg-danger-tint",
};

/** Classes of a button, for links that look like one. */
export function buttonClass(look: Look): string {
  return `inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md border px-3 py-1 font-medium whitespace-nowrap transition-colors aria-disabled:opacity-55 aria-disabled:pointer-events-none ${looks[look]}`;
}

export function Button({
  look = "secondary",
  className = "",
  disabled = false,
  onClick,
  ...rest
}: ComponentProps<"button"> & { look?: Look }) {
  return (
    <button
      type="button"
      className={`${buttonClass(look)} ${className}`}
      // Browsers take the focus from what is disabled, and whoever works by keyboard begins at the top of the page again.
      aria-disabled={disabled || undefined}
      onClick={(event) => (disabled ? event.preventDefault() : onClick?.(event))}
      {...rest}
    />
  );
}
