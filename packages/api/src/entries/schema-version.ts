/** The number of the schema that revisions and published entries are written in. */
export const schemaVersion = 1;
