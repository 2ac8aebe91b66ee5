import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { newApiKey } from "@letterpress/api/api-keys/new-api-key";
import { type Command, UsageError } from "./command.ts";

/** Where a mistake is, as the command line calls it. */
const optionOf: Record<string, string> = { name: "--name", scope: "--scope", expiresInDays: "--expires" };

/** Makes an API key, which it prints once. */
export const keyCreate: Command = {
  name: ["key", "create"],
  usage: "key create --name NAME --scope read|write [--expires DAYS]",
  summary: "Makes an API key for a program and prints it.",
  options: { name: { type: "string" }, scope: { type: "string" }, expires: { type: "string" } },
  async run(deps, { options: { name, scope, expires } }) {
    const parsed = newApiKey.safeParse({
      name,
      scope,
      ...(expires === undefined ? {} : { expiresInDays: Number(expires) }),
    });
    if (!parsed.success)
      throw new UsageError(
        parsed.error.issues.map(({ path, message }) => `${optionOf[String(path[0])]}: ${message}`).join("\n"),
      );
    const { key, token } = await createApiKey(deps, { kind: "system", name: "key create" }, parsed.data);
    const end = key.expiresAt ? `It expires on ${key.expiresAt.toISOString().slice(0, 10)}. ` : "";
    console.log(`Made the API key "${key.name}" (${key.scope}). ${end}It is shown this once:\n${token}`);
  },
};
