import type { EventListQuery } from "../connection/desk.ts";
import { type EventGroup, eventGroups, isEventGroup } from "./event-groups.ts";

/** What the history's address says. Days are those of whoever looks, both included. */
export interface HistorySearch {
  person?: string;
  did?: EventGroup;
  type?: string;
  from?: string;
  to?: string;
  autosaves?: true;
}

const day = /^\d{4}-\d\d-\d\d$/;

export function readHistorySearch(search: Record<string, unknown>): HistorySearch {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const person = text(search.person);
  const type = text(search.type);
  const from = text(search.from);
  const to = text(search.to);
  return {
    ...(person === undefined ? {} : { person }),
    ...(isEventGroup(search.did) ? { did: search.did } : {}),
    ...(type === undefined ? {} : { type }),
    ...(from !== undefined && day.test(from) ? { from } : {}),
    ...(to !== undefined && day.test(to) ? { to } : {}),
    ...(search.autosaves === true ? { autosaves: true } : {}),
  };
}

/** What the server is asked for: moments instead of days. */
export function toEventQuery({ person, did, type, from, to, autosaves }: HistorySearch): EventListQuery {
  const begins = from === undefined ? null : midnight(from, 0);
  const ends = to === undefined ? null : midnight(to, 1);
  return {
    ...(person === undefined ? {} : { actorId: person }),
    ...(did === undefined ? {} : { names: [...eventGroups[did].names] }),
    ...(type === undefined ? {} : { type }),
    ...(begins ? { from: begins } : {}),
    ...(ends ? { to: ends } : {}),
    ...(autosaves ? { autosaves } : {}),
  };
}

/** When a local day begins, or one of those after it. Null where there is no such day. */
function midnight(text: string, after: number): Date | null {
  const [year = 0, month = 0, date = 0] = text.split("-").map(Number);
  const time = new Date(year, month - 1, date + after);
  return Number.isNaN(time.getTime()) ? null : time;
}
