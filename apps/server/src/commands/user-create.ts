import { randomBytes } from "node:crypto";
import { createUser } from "@letterpress/api/auth/create-user";
import { z } from "zod";
import { type Command, UsageError } from "./command.ts";

const input = z.object({
  email: z.email("--email must be an email address."),
  name: z.string("--name is missing.").min(1).max(120),
  role: z.enum(["owner", "admin", "editor", "author", "contributor"], {
    error: "--role must be owner, admin, editor, author or contributor.",
  }),
});

/** Makes a user with a random password, which it prints once. */
export const userCreate: Command = {
  name: ["user", "create"],
  usage: "user create --email ADDRESS --name NAME --role owner|admin|editor|author|contributor",
  summary: "Makes a user and prints their password.",
  options: { email: { type: "string" }, name: { type: "string" }, role: { type: "string" } },
  async run(deps, { options }) {
    const parsed = input.safeParse(options);
    if (!parsed.success) throw new UsageError(parsed.error.issues.map((issue) => issue.message).join("\n"));
    const password = randomBytes(12).toString("base64url");
    await createUser(deps, { kind: "system", name: "user create" }, { ...parsed.data, password });
    console.log(`Made the ${parsed.data.role} ${parsed.data.email}. Their password: ${password}`);
  },
};
