import type { ReactNode } from "react";

/** The first line of a page: what it shows, and what can be done. */
export function ScreenHeader({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-center justify-between gap-3">
      <h1 className="font-serif text-3xl leading-tight font-medium">{title}</h1>
      <div className="flex items-center gap-2">{children}</div>
    </header>
  );
}
