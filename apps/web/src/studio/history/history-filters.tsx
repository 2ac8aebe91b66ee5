import { useQuery } from "@tanstack/react-query";
import { seesOnlyOwn } from "../auth/may.ts";
import { useMe } from "../auth/use-me.ts";
import { usersQuery } from "../connection/desk-queries.ts";
import { TypeFilter } from "../ui/type-filter.tsx";
import { eventGroups, isEventGroup } from "./event-groups.ts";
import type { HistorySearch } from "./history-search.ts";

interface HistoryFiltersProps {
  search: HistorySearch;
  onChange: (search: HistorySearch) => void;
}

const box = "field-box min-w-0 flex-1 basis-32 sm:w-auto! sm:flex-none sm:basis-auto";

export function HistoryFilters({ search, onChange }: HistoryFiltersProps) {
  const { role } = useMe();
  const { data: users = [] } = useQuery(usersQuery);
  const { person: _p, ...withoutPerson } = search;
  const { did: _d, ...withoutDid } = search;
  const { type: _t, ...withoutType } = search;
  const { from: _f, ...withoutFrom } = search;
  const { to: _o, ...withoutTo } = search;
  const { autosaves, ...withoutAutosaves } = search;
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <select
        aria-label="Person"
        value={search.person ?? ""}
        onChange={({ target: { value } }) =>
          onChange(value === "" ? withoutPerson : { ...withoutPerson, person: value })
        }
        className={`${box} pr-8!`}
      >
        <option value="">Everybody</option>
        {users.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="What they did"
        value={search.did ?? ""}
        onChange={({ target: { value } }) =>
          onChange(isEventGroup(value) ? { ...withoutDid, did: value } : withoutDid)
        }
        className={`${box} pr-8!`}
      >
        <option value="">Everything</option>
        {Object.entries(eventGroups)
          .filter(([group]) => !seesOnlyOwn(role) || !["redirects", "access", "assets"].includes(group))
          .map(([group, { label }]) => (
            <option key={group} value={group}>
              {label}
            </option>
          ))}
      </select>
      <TypeFilter
        type={search.type}
        onChange={(type) => onChange(type === undefined ? withoutType : { ...withoutType, type })}
      />
      <div className="flex min-w-0 flex-1 basis-72 flex-wrap gap-3 sm:flex-none sm:basis-auto sm:flex-nowrap">
        <label className="flex min-w-0 flex-1 basis-36 flex-wrap items-center gap-x-2 text-muted sm:flex-none sm:basis-auto">
          From
          <input
            type="date"
            value={search.from ?? ""}
            max={search.to}
            onChange={({ target: { value } }) =>
              onChange(value === "" ? withoutFrom : { ...withoutFrom, from: value })
            }
            className={box}
          />
        </label>
        <label className="flex min-w-0 flex-1 basis-36 flex-wrap items-center gap-x-2 text-muted sm:flex-none sm:basis-auto">
          Until
          <input
            type="date"
            value={search.to ?? ""}
            min={search.from}
            onChange={({ target: { value } }) =>
              onChange(value === "" ? withoutTo : { ...withoutTo, to: value })
            }
            className={box}
          />
        </label>
      </div>
      <label className="flex min-h-9 cursor-pointer items-center gap-2 text-muted">
        <input
          type="checkbox"
          checked={autosaves === true}
          onChange={({ target: { checked } }) =>
            onChange(checked ? { ...search, autosaves: true } : withoutAutosaves)
          }
          className="size-4 accent-accent"
        />
        Autosaves too
      </label>
    </div>
  );
}
