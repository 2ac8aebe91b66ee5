/** The last moment of the year 9999. Later years are written differently by JavaScript and PostgreSQL. */
export const latestDate = new Date("9999-12-31T23:59:59.999Z");
