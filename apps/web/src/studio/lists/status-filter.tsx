import type { EntryStatus } from "@letterpress/client";
import { allStatuses, statusWords } from "../ui/entry-statuses.ts";

interface StatusFilterProps {
  status: EntryStatus | undefined;
  onChange: (status: EntryStatus | undefined) => void;
}

export function StatusFilter({ status, onChange }: StatusFilterProps) {
  return (
    <select
      aria-label="Status"
      value={status ?? ""}
      onChange={(event) =>
        onChange(event.target.value === "" ? undefined : (event.target.value as EntryStatus))
      }
      className="field-box w-auto! pr-8!"
    >
      <option value="">Any status</option>
      {allStatuses.map((one) => (
        <option key={one} value={one}>
          {statusWords[one].label}
        </option>
      ))}
    </select>
  );
}
