import type { ReactNode } from "react";

interface HeadingProps {
  level: number;
  className: string;
  children: ReactNode;
}

/** A heading; HTML has no level below 6. */
export function Heading({ level, className, children }: HeadingProps) {
  const Tag = `h${Math.min(level, 6)}` as "h2";
  return <Tag className={className}>{children}</Tag>;
}
