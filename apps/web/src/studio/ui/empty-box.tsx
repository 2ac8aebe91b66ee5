import type { ReactNode } from "react";

interface EmptyBoxProps {
  title: string;
  /** What it is for and how to begin. */
  children: ReactNode;
  /** What to do next. */
  action?: ReactNode;
}

/** Stands where a list would be, and teaches. */
export function EmptyBox({ title, children, action }: EmptyBoxProps) {
  return (
    <div className="rounded-lg border border-dashed border-control px-6 py-12 text-center">
      <h2 className="mb-1 text-lg font-semibold">{title}</h2>
      <div className="mx-auto max-w-md text-muted">{children}</div>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
