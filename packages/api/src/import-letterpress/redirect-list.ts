import { z } from "zod";
import type { Actor } from "../access/actor.ts";
import type { Deps } from "../deps.ts";
import { redirectsFile } from "../export/file-names.ts";
import { createRedirect } from "../redirects/create-redirect.ts";
import { encodePath, normalisePath } from "../redirects/normalise-path.ts";
import { parseTarget } from "../redirects/redirect-target.ts";
import type { Outcome } from "./import-report.ts";
import type { ImportSource } from "./import-source.ts";
import { parseYaml } from "./parse-yaml.ts";
import type { Problem } from "./problem.ts";
import { readText } from "./read-text.ts";

export interface RedirectLine {
  from: string;
  to: string;
}

const linesFor = (publicUrl: string) =>
  z
    .array(
      z.strictObject({
        from: z
          .string()
          .refine(
            (path) => path.startsWith("/") && normalisePath(encodePath(path)) === path,
            "Use a path such as /old/address.",
          ),
        to: z
          .string()
          .refine((target) => parseTarget(target, publicUrl) !== null, "Use a path, or an http(s) address."),
      }),
    )
    .nullable();

/** Reads the redirects that were made by hand; none where there is no file of them. */
export async function readRedirects(
  { publicUrl }: Deps,
  source: ImportSource,
  problems: Problem[],
): Promise<RedirectLine[]> {
  if (!(await source.list("")).includes(redirectsFile)) return [];
  const { value, issues, lineOf } = parseYaml((await readText(source, redirectsFile)) ?? "");
  for (const { line, message } of issues) problems.push({ file: redirectsFile, line, message });
  if (issues.length > 0) return [];
  const checked = linesFor(publicUrl).safeParse(value ?? null);
  if (checked.success) return checked.data ?? [];
  for (const { path, message } of checked.error.issues)
    problems.push({ file: redirectsFile, line: lineOf(path), message });
  return [];
}

/** Makes a redirect as somebody would by hand. Throws what `createRedirect` does. */
export async function bringRedirect(
  deps: Deps,
  actor: Actor,
  { from, to }: RedirectLine,
  { overwrite }: { overwrite: boolean },
): Promise<Outcome> {
  const row = await deps.db.pathRedirect.findUnique({ where: { path: from }, select: { target: true } });
  if (row?.target === to) return "unchanged";
  if (row && !overwrite) return "kept";
  await createRedirect(deps, actor, { path: encodePath(from), target: to });
  return row ? "changed" : "created";
}
