/** The first day of the year 1. Dates before Christ are written differently by JavaScript and PostgreSQL. */
export const earliestDate = new Date("0001-01-01T00:00:00Z");
