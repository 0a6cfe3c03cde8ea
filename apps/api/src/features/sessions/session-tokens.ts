import { createHash, randomBytes } from "node:crypto";
import type { Tx } from "@avances/db";
import { insertRefreshToken } from "@avances/db/queries/session-queries";
import type { FastifyReply } from "fastify";
import type { Deps } from "#deps.ts";
import type { AccessTokens } from "#http/access-token.ts";
import { accessTokenSeconds } from "#http/access-token.ts";
import { clearCookie, setCookie } from "#http/cookies.ts";

/** Hours after which a session ends, even if it is in use. */
export const sessionHours = 12;

export interface SessionGrant {
  readonly sessionId: string;
  readonly userId: string;
  readonly refreshToken: string;
}

/** A new refresh token of a session; only its hash is stored. */
export async function issueRefreshToken(tx: Tx, sessionId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insertRefreshToken(tx, { tokenHash: hashRefreshToken(token), sessionId, issuedAt: now });
  return token;
}

export function hashRefreshToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Both cookies of a session. The access cookie lasts as long as its token, the refresh cookie at most as long as the session. */
export function setSessionCookies(
  deps: Pick<Deps, "config">,
  reply: FastifyReply,
  tokens: AccessTokens,
  grant: SessionGrant,
  now: Date,
): void {
  setCookie(deps.config, reply, "at", tokens.sign(grant, now), accessTokenSeconds);
  setCookie(deps.config, reply, "rt", grant.refreshToken, sessionHours * 3600);
}

export function clearSessionCookies(deps: Pick<Deps, "config">, reply: FastifyReply): void {
  clearCookie(deps.config, reply, "at");
  clearCookie(deps.config, reply, "rt");
}
