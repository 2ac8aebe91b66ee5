import { Prisma } from "../generated/client.ts";

/**
 * The name of a type, field or locale. It is written into the statement itself, so that the plan that PostgreSQL keeps
 * is the one for this type: how many entries it has decides on more than any other value. What could not be a name is
 * sent like any value.
 */
export function nameSql(name: string): Prisma.Sql {
  return isName.test(name) ? Prisma.raw(`'${name}'`) : Prisma.sql`${name}`;
}

/** Nothing in it could end the text between the quotes. */
const isName = /^[a-zA-Z][a-zA-Z0-9-]{0,63}$/;
