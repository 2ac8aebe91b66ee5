import type { ReactNode } from "react";

interface EntryLinkProps {
  /** The entry's address; `null` where its type has no pages, and then this is plain text. */
  path: string | null;
  className?: string;
  rel?: string;
  /** The path is that of the page itself. */
  isCurrent?: boolean;
  children: ReactNode;
}

export function EntryLink({ path, className, rel, isCurrent = false, children }: EntryLinkProps) {
  if (path === null) return <span className={className}>{children}</span>;
  return (
    <a href={path} className={className} rel={rel} aria-current={isCurrent ? "page" : undefined}>
      {children}
    </a>
  );
}
