import fastifyCookie from "@fastify/cookie";
import { apiKeyResolver } from "@letterpress/api/api-keys/api-key-resolver";
import { resolveSession } from "@letterpress/api/auth/resolve-session";
import type { SessionPort } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import type { FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";
import type { KnownCallers } from "../admission/known-callers.ts";
import { bearerToken } from "../bearer-token.ts";
import type { Caller } from "../outside-context.ts";

declare module "fastify" {
  interface FastifyInstance {
    /**
     * Who is calling, by an API key or else by the session's cookie. Asked only by the routes that need to know.
     * Throws `API_KEY_INVALID` and `TOO_MANY_ATTEMPTS`.
     */
    identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller>;
  }
}

interface IdentityOptions {
  deps: Deps;
  publicUrl: string;
  callers: KnownCallers;
}

/** What a request with an API key has: browsers add cookies by themselves, so that a key must never meet one. */
const noSession: SessionPort = { token: null, set() {}, clear() {} };

/**
 * Sessions in a cookie. Over HTTPS its name starts with `__Host-`, so that no other host or path can set it; over
 * plain HTTP (a developer's machine) it carries the port, as browsers share cookies between ports.
 */
export const identity = fastifyPlugin(async (app, options: IdentityOptions) => {
  await app.register(fastifyCookie);
  const url = new URL(options.publicUrl);
  const secure = url.protocol === "https:";
  const name = secure ? "__Host-letterpress" : `letterpress-${url.port || "80"}`;
  const attributes = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;
  const { callers } = options;
  const resolveApiKey = apiKeyResolver(options.deps);

  app.decorate("identify", async (request: FastifyRequest, reply: FastifyReply) => {
    const token = bearerToken(request);
    if (token !== undefined) {
      const actor = await resolveApiKey({ token, clientAddress: request.ip });
      callers.remember(request.raw);
      return { actor, session: noSession };
    }
    const session: SessionPort = {
      token: request.cookies[name] ?? null,
      set: (token, expires) => reply.setCookie(name, token, { ...attributes, expires }),
      clear: () => reply.clearCookie(name, attributes),
    };
    const { actor, renewedUntil } = await resolveSession(options.deps, session.token);
    if (actor.kind !== "nobody") callers.remember(request.raw);
    // A page of one person goes on after another tab has signed in somebody else: they must not seem to have done it.
    const { "letterpress-user": userId } = request.headers;
    if (userId !== undefined && actor.kind === "user" && userId !== actor.userId)
      return { actor: { kind: "nobody" }, session: { ...session, token: null } };
    if (!renewedUntil || session.token === null) return { actor, session };
    session.set(session.token, renewedUntil);
    return { actor, session, isRenewed: true };
  });
});
