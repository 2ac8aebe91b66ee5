import fastifyPlugin from "fastify-plugin";

/**
 * An answer that does not say that anybody may keep it is for who asked alone. `no-store` is not enough: Fastly goes by
 * `private` only, and keeps what says nothing, a 404 or somebody's drafts, for two minutes. What sets a cookie is
 * nobody else's in any case. Comes after the plugin of cookies, which are set at the end.
 */
export const keptByNobody = fastifyPlugin(async (app) => {
  app.addHook("onSend", (_request, reply, payload, done) => {
    // tRPC gives its streams as a whole response, whose headers come over those of the reply.
    const own = payload instanceof Response ? payload.headers : undefined;
    const said = own?.get("cache-control") ?? String(reply.getHeader("cache-control") ?? "");
    const isForAll = said.includes("public") && !reply.hasHeader("set-cookie");
    if (!isForAll) {
      for (const name of forCdns) reply.removeHeader(name);
      const kept = keptPrivate(said);
      if (own?.has("cache-control")) own.set("cache-control", kept);
      else reply.header("cache-control", kept);
    }
    done();
  });
});

/** What an answer for everybody has beside. */
const forCdns = ["surrogate-control", "surrogate-key", "cloudflare-cdn-cache-control", "cache-tag"];

function keptPrivate(said: string): string {
  if (said.includes("private")) return said;
  // Streams say what is not to be done to them on the way.
  return said === "" || said.includes("public") ? "private, no-store" : `private, ${said}`;
}
