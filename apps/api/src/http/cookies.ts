import type { FastifyReply, FastifyRequest } from "fastify";
import type { ApiConfig } from "../config.ts";

export type CookieName = "at" | "rt" | "dv";

/**
 * `__Host-` names and `Secure` as soon as the portal is reached over https. Browsers refuse both over plain http, which only a
 * local instance uses (production refuses to start without https), so there the same cookies go without them.
 */
export function cookieName(config: Pick<ApiConfig, "publicUrl">, name: CookieName): string {
  return isSecure(config) ? `__Host-${name}` : `avances-${name}`;
}

export function readCookie(
  config: Pick<ApiConfig, "publicUrl">,
  request: FastifyRequest,
  name: CookieName,
): string | null {
  return request.cookies[cookieName(config, name)] ?? null;
}

export function setCookie(
  config: Pick<ApiConfig, "publicUrl">,
  reply: FastifyReply,
  name: CookieName,
  value: string,
  maxAge: number,
): void {
  reply.setCookie(cookieName(config, name), value, { ...attributes(config), maxAge });
}

export function clearCookie(config: Pick<ApiConfig, "publicUrl">, reply: FastifyReply, name: CookieName): void {
  reply.setCookie(cookieName(config, name), "", { ...attributes(config), maxAge: 0 });
}

function attributes(config: Pick<ApiConfig, "publicUrl">) {
  return { path: "/", httpOnly: true, sameSite: "strict", secure: isSecure(config) } as const;
}

function isSecure(config: Pick<ApiConfig, "publicUrl">): boolean {
  return config.publicUrl.startsWith("https:");
}
