/** Conditions that one request may put together: each may cost a look at the index for each entry. */
export const conditionsMax = 50;

/** How deep `and`, `or` and `not` may nest. */
export const conditionDepthMax = 8;

/** Values of one `in`. */
export const oneOfMax = 100;

/** Values of all of them in one request: in a `not`, each may cost a look for each entry, too. */
export const valuesMax = 300;

/** How deep includes may go. */
export const includeDepthMax = 3;

/** Includes of one request, on all levels: PostgreSQL has to plan each. */
export const includesMax = 60;

/** Entries that one request may include, on all levels and counted as often as they are answered. */
export const includedMax = 2_000;

/** Characters of JSON that these may have, likewise: a link of a line must not fetch one large entry 2,000 times. */
export const includedSizeMax = 8_000_000;
