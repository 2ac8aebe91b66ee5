import type { EntryStatus, TypeDescription } from "@letterpress/client";
import type { Ref } from "react";
import { SearchBox } from "../ui/search-box.tsx";
import { StatusFilter } from "./status-filter.tsx";

/** What a list's address says. */
export interface ListSearch {
  search?: string;
  status?: EntryStatus;
  /** Only what is assigned to the person who looks. */
  assigned?: "me";
}

interface ListFiltersProps {
  type: TypeDescription;
  query: ListSearch;
  onChange: (query: ListSearch) => void;
  onDown: () => void;
  searchRef: Ref<HTMLInputElement>;
}

export function ListFilters({ type, query, onChange, onDown, searchRef }: ListFiltersProps) {
  const { search: _search, ...withoutSearch } = query;
  const { status: _status, ...withoutStatus } = query;
  const { assigned, ...withoutAssigned } = query;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <SearchBox
        label={`Search ${type.pluralLabel.toLowerCase()}`}
        search={query.search ?? ""}
        onSearch={(search) => onChange(search ? { ...withoutSearch, search } : withoutSearch)}
        onDown={onDown}
        inputRef={searchRef}
      />
      <StatusFilter
        status={query.status}
        onChange={(status) => onChange(status ? { ...withoutStatus, status } : withoutStatus)}
      />
      <button
        type="button"
        aria-pressed={assigned === "me"}
        onClick={() => onChange(assigned ? withoutAssigned : { ...query, assigned: "me" })}
        className="min-h-9 rounded-md border border-control bg-surface px-3 font-medium text-muted hover:text-ink aria-pressed:border-accent aria-pressed:bg-accent-tint aria-pressed:text-accent"
      >
        Assigned to me
      </button>
    </div>
  );
}
