import { wording } from "../wording.ts";

/** Data as it was saved, for those who want to see it. */
export function JsonView({ value }: { value: unknown }) {
  return (
    <details className="json">
      <summary>{wording.showData}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
      <pre tabIndex={0}>
        <code>{JSON.stringify(value, null, 2)}</code>
      </pre>
    </details>
  );
}
