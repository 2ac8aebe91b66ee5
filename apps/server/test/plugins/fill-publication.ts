import { createApiKey } from "@letterpress/api/api-keys/create-api-key";
import { createAsset } from "@letterpress/api/assets/create-asset";
import { createUser } from "@letterpress/api/auth/create-user";
import { sessionsOf } from "@letterpress/api/auth/sessions";
import type { Deps } from "@letterpress/api/deps";
import { outsideContext } from "../../src/outside-context.ts";
import type { PublicationRouter } from "../../src/publication-router.ts";

const system = { kind: "system", name: "test" } as const;

/** One of everything that can be asked for: who may ask, as headers, and for each query an input that it answers. */
export async function fillPublication(deps: Deps, router: PublicationRouter) {
  const { asset, ...ids } = await makeContent(deps, router);
  const inputs: Record<string, unknown> = {
    "apiKeys.list": undefined,
    "assets.get": { id: asset },
    "assets.list": { limit: 10 },
    "auth.me": undefined,
    "bin.list": undefined,
    "calendar.list": { from: new Date("2026-01-01"), to: new Date("2026-02-01") },
    "comments.list": { entryId: ids.article },
    "desk.waiting": {},
    "events.list": { limit: 5, entryId: undefined },
    "publication.get": undefined,
    "publication.types": undefined,
    "redirects.get": { path: "/old" },
    "redirects.list": { search: "old" },
    "releases.get": { id: ids.release },
    "releases.list": undefined,
    "releases.problems": { id: ids.release },
    "releases.references": { id: ids.release },
    "releases.upcoming": { entryIds: [ids.article] },
    "users.choices": undefined,
  };
  for (const type of ["article", "page", "person", "tag"] as const) {
    const id = ids[type];
    inputs[`content.${type}.get`] = { id };
    inputs[`content.${type}.list`] = { limit: 2, count: true };
    inputs[`entries.${type}.get`] = { id };
    inputs[`entries.${type}.list`] = undefined;
    inputs[`entries.${type}.choices`] = {};
    inputs[`entries.${type}.revisions`] = { id };
    inputs[`entries.${type}.revision`] = { id, version: 1 };
    inputs[`entries.${type}.publishPlan`] = { id };
    inputs[`entries.${type}.referrers`] = { id };
  }
  const session = async (role: "owner" | "editor") => {
    const [email, password] = [`${role}@example.com`, "correct horse battery"];
    const user = await createUser(deps, system, { email, name: role, role, password });
    const { id } = await sessionsOf(deps.db).createSession(user.id, {});
    return { cookie: `letterpress-3000=${id}` };
  };
  const { token } = await createApiKey(deps, system, { name: "Key", scope: "read" });
  const callers: Record<string, Record<string, string>> = {
    nobody: {},
    owner: await session("owner"),
    editor: await session("editor"),
    "an API key": { authorization: `Bearer ${token}` },
  };
  return { ids, inputs, callers };
}

async function makeContent(deps: Deps, router: PublicationRouter) {
  const caller = { actor: system, session: { token: null, set() {}, clear() {} } };
  const press = router.createCaller(outsideContext(deps, caller, { requestId: "", clientAddress: "" }));
  const { entries } = press;
  async function* bytes() {
    yield new TextEncoder().encode("%PDF-1.7 of nothing");
  }
  const asset = await createAsset(deps, system, { filename: "report.pdf", bytes: bytes() });
  const published = async (type: "person" | "tag" | "page" | "article", fields: object) => {
    const { id } = await entries[type].create({ fields } as never);
    await entries[type].publish({ id, expectedVersion: 1 });
    return id;
  };
  const person = await published("person", { name: "Ann Author", since: "2020-02-29" });
  const tag = await published("tag", { name: "Type" });
  const page = await published("page", { title: "About", body: "Of “us” — ☃ and 😀." });
  const about = { body: "## Some\n\n*words*.", author: person, tags: [tag] };
  const article = await published("article", { ...about, title: "On type", level: "beginner" });
  await published("article", { ...about, title: "On ink" });
  await published("article", { ...about, title: "On paper", standfirst: "Said first." });
  await entries.article.create({ fields: { title: "A draft" } as never });
  await press.redirects.create({ path: "/old", target: "/pages/about" });
  const release = await press.releases.create({ name: "Spring" });
  await press.releases.setItem({ id: release.id, entryId: page, action: "publish" });
  return { person, tag, page, article, release: release.id, asset: asset.id };
}
