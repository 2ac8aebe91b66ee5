-- An entry that a published one refers to is not deleted: since nested references, a facet of this name says so. What was
-- published before has facets of its reference fields alone.
INSERT INTO "facet" ("entry_id", "type", "locale", "field", "value", "published_at")
SELECT f."entry_id", f."type", f."locale", '@entries', f."value", f."published_at"
FROM "facet" f
JOIN "entry" e ON e."id"::text = f."value"
WHERE f."field" NOT LIKE '@%'
ON CONFLICT DO NOTHING;
