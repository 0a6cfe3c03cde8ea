import { parseCookie, stringifySetCookie } from "cookie";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiConfig } from "../config.ts";

export type CookieName = "at" | "rt" | "dv";

/**
 * `__Host-` names and `Secure` when the portal is reached over https. Browsers refuse both over plain http, which only a
 * local instance uses (production refuses to start without https), so there the same cookies have neither.
 */
export function cookieName(config: Pick<ApiConfig, "publicUrl">, name: CookieName): string {
  return isSecure(config) ? `__Host-${name}` : `avances-${name}`;
}

export function readCookie(
  config: Pick<ApiConfig, "publicUrl">,
  request: FastifyRequest,
  name: CookieName,
): string | null {
  const { cookie } = request.headers;
  return cookie === undefined ? null : (parseCookie(cookie)[cookieName(config, name)] ?? null);
}

export function setCookie(
  config: Pick<ApiConfig, "publicUrl">,
  reply: FastifyReply,
  name: CookieName,
  value: string,
  maxAge: number,
): void {
  // Several cookies on one reply become several headers.
  reply.header(
    "set-cookie",
    stringifySetCookie({ ...attributes(config), name: cookieName(config, name), value, maxAge }),
  );
}

export function clearCookie(config: Pick<ApiConfig, "publicUrl">, reply: FastifyReply, name: CookieName): void {
  setCookie(config, reply, name, "", 0);
}

function attributes(config: Pick<ApiConfig, "publicUrl">) {
  return { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure(config) } as const;
}

function isSecure(config: Pick<ApiConfig, "publicUrl">): boolean {
  return config.publicUrl.startsWith("https:");
}
