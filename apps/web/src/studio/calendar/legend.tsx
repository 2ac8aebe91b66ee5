import { Icon } from "../ui/icon.tsx";
import { stateLooks } from "./calendar-line.tsx";

/** What the colours of the calendar say. */
export function Legend() {
  return (
    <ul aria-label="What the colours say" className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <li>
        <Swatch look={stateLooks.toCome} /> Scheduled
      </li>
      <li>
        <Swatch look={stateLooks.done} /> Published
      </li>
      <li>
        <Swatch look={stateLooks.troubled} /> Failed or late
      </li>
      <li className="flex items-center gap-1.5">
        <Icon name="release" size={14} /> A release
      </li>
    </ul>
  );
}

function Swatch({ look }: { look: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block size-3.5 rounded border border-current align-[-2px] ${look}`}
    />
  );
}
