import type { ReactNode } from "react";

interface NoticeProps {
  tone: "danger" | "note";
  children: ReactNode;
  /** Buttons at the end. */
  actions?: ReactNode;
}

/** A message in the page, beside what it is about. */
export function Notice({ tone, children, actions }: NoticeProps) {
  const look = tone === "danger" ? "border-danger bg-danger-tint" : "border-ochre bg-ochre-tint";
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={`appear flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border-l-4 px-4 py-2.5 ${look}`}
    >
      <div className="min-w-0 flex-1 basis-60">{children}</div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
