import type { DbOrTx } from "@letterpress/db/create-db";
import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";
import { tokenHash } from "./token-hash.ts";

/**
 * Lucia's session id is the cookie's value. This adapter hashes it on the way in and hands the caller's own back, so
 * the database never holds a usable session.
 */
export function sessionAdapter(db: DbOrTx): Adapter {
  return {
    async getSessionAndUser(token) {
      const row = await db.session.findUnique({
        where: { tokenHash: tokenHash(token) },
        include: { user: { select: { id: true, email: true, name: true, role: true } } },
      });
      if (!row) return [null, null];
      const { id, ...attributes } = row.user;
      const session: DatabaseSession = { id: token, userId: id, expiresAt: row.expiresAt, attributes: {} };
      const user: DatabaseUser = { id, attributes };
      return [session, user];
    },
    async getUserSessions() {
      throw new Error("Sessions cannot be listed with their tokens: only hashes are stored.");
    },
    async setSession(session) {
      await db.session.create({
        data: { tokenHash: tokenHash(session.id), userId: session.userId, expiresAt: session.expiresAt },
      });
    },
    async updateSessionExpiration(token, expiresAt) {
      await db.session.updateMany({ where: { tokenHash: tokenHash(token) }, data: { expiresAt } });
    },
    async deleteSession(token) {
      await db.session.deleteMany({ where: { tokenHash: tokenHash(token) } });
    },
    async deleteUserSessions(userId) {
      await db.session.deleteMany({ where: { userId } });
    },
    async deleteExpiredSessions() {
      await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } });
    },
  };
}
