import { fitHtml } from "./fit-html.ts";

interface ProseProps {
  /** Sanitized when it was published. */
  html: string;
  className?: string | undefined;
}

/** Rendered markdown. */
export function Prose({ html, className }: ProseProps) {
  return (
    <div
      className={className === undefined ? "prose" : `prose ${className}`}
      dangerouslySetInnerHTML={{ __html: fitHtml(html) }}
    />
  );
}
