import { PrismaPg } from "@prisma/adapter-pg";
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type ErrorCapturingSqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";

const { CHAR, TIMETZ } = pg.types.builtins;

/**
 * An adapter through which the schema engine can read PostgreSQL's catalogue. Some of its columns have the type
 * "char", which adapter-pg refuses; so they pass it in the guise of a type that the catalogue has nowhere.
 */
export function introspectionAdapter(pool: pg.Pool): ErrorCapturingSqlMigrationAwareDriverAdapterFactory {
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  pool.query = (async (...args: unknown[]) => {
    const result = await query(...args);
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TIMETZ;
    return result;
  }) as pg.Pool["query"];

  const factory = new PrismaPg(pool);
  return bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      adapter.queryRaw = async (sql) => {
        const result = await queryRaw(sql);
        const { Time, Character } = ColumnTypeEnum;
        return {
          ...result,
          columnTypes: result.columnTypes.map((type) => (type === Time ? Character : type)),
        };
      };
      return adapter;
    },
  });
}
