import fastifyCookie from "@fastify/cookie";
import type { Actor } from "@letterpress/api/access/actor";
import { resolveSession } from "@letterpress/api/auth/resolve-session";
import type { SessionPort } from "@letterpress/api/context";
import type { Deps } from "@letterpress/api/deps";
import type { FastifyReply, FastifyRequest } from "fastify";
import fastifyPlugin from "fastify-plugin";

interface Caller {
  actor: Actor;
  session: SessionPort;
}

declare module "fastify" {
  interface FastifyInstance {
    /** Who is calling, by the session's cookie. Asked only by the routes that need to know. */
    identify(request: FastifyRequest, reply: FastifyReply): Promise<Caller>;
  }
}

/**
 * Sessions in a cookie. Over HTTPS its name starts with `__Host-`, so that no other host or path can set it; over
 * plain HTTP (a developer's machine) it carries the port, as browsers share cookies between ports.
 */
export const identity = fastifyPlugin(async (app, options: { deps: Deps; publicUrl: string }) => {
  await app.register(fastifyCookie);
  const url = new URL(options.publicUrl);
  const secure = url.protocol === "https:";
  const name = secure ? "__Host-letterpress" : `letterpress-${url.port || "80"}`;
  const attributes = { path: "/", httpOnly: true, sameSite: "lax", secure } as const;

  app.decorate("identify", async (request: FastifyRequest, reply: FastifyReply) => {
    const session: SessionPort = {
      token: request.cookies[name] ?? null,
      set: (token, expires) => reply.setCookie(name, token, { ...attributes, expires }),
      clear: () => reply.clearCookie(name, attributes),
    };
    const { actor, renewedUntil } = await resolveSession(options.deps, session.token);
    if (renewedUntil && session.token !== null) session.set(session.token, renewedUntil);
    return { actor, session };
  });
});
