/** A month by its year and its number from 1: what a calendar page shows. */
export interface Month {
  year: number;
  month: number;
}

export function monthOf(date: Date): Month {
  return { year: date.getFullYear(), month: date.getMonth() + 1 };
}

/** As the address has it: `2026-03`. */
export function monthText({ year, month }: Month): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
}

/** Null where the text is no month. */
export function readMonth(text: string | undefined): Month | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text ?? "") ?? [];
  return year === undefined ? null : { year: Number(year), month: Number(month) };
}

export function monthAfter({ year, month }: Month, by: number): Month {
  return monthOf(new Date(year, month - 1 + by, 1));
}

/** The name of a local day: `2026-03-09`. */
export function dayKey(date: Date): string {
  return `${monthText(monthOf(date))}-${String(date.getDate()).padStart(2, "0")}`;
}

/**
 * The weeks that a month touches, each of seven days as their local midnights. `firstDay` is 1 for Monday to 7 for
 * Sunday.
 */
export function weeksOf({ year, month }: Month, firstDay: number): Date[][] {
  const first = new Date(year, month - 1, 1);
  const before = (first.getDay() - (firstDay % 7) + 7) % 7;
  const days = new Date(year, month, 0).getDate();
  const weeks = Math.ceil((before + days) / 7);
  // Days are counted by the calendar: some have 23 hours, some 25.
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => new Date(year, month - 1, 1 - before + week * 7 + day)),
  );
}
