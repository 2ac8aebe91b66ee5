import pg from "pg";
import { createSchemaEngine } from "../src/schema-engine.ts";
import { readSchemaFiles } from "../src/schema-files.ts";
import { introspectionAdapter } from "./introspection-adapter.ts";

/** The SQL that the database lacks to be as prisma/schema says; empty when it is. */
export async function missingSql(url: string): Promise<string> {
  const files = await readSchemaFiles();
  const pool = new pg.Pool({ connectionString: url });
  try {
    const engine = await createSchemaEngine(
      introspectionAdapter(pool),
      files.map(({ path, content }) => [path, content]),
    );
    const { stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: "." },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    engine.free();
    const sql = stdout?.trim() ?? "";
    return sql === "-- This is an empty migration." ? "" : sql;
  } finally {
    await pool.end();
  }
}
