import { createHash } from "node:crypto";
import jwt, { type JWT } from "@fastify/jwt";
import type { FastifyInstance } from "fastify";
import type { ApiConfig } from "../config.ts";

/** The claims of an access token: who, and which session. It never holds rights. */
export interface AccessClaims {
  readonly userId: string;
  readonly sessionId: string;
}

export interface AccessTokens {
  sign(claims: AccessClaims, now: Date): string;
  /** Null for every token that this portal did not issue or that has expired. The caller is not told which. */
  verify(token: string, now: Date): AccessClaims | null;
}

export const accessTokenSeconds = 600;
const issuer = "avances";
const audience = "avances-api";
const skewSeconds = 60;

/** Registers the signer and the verifiers (present and previous key, chosen by `kid` from a fixed map). */
export function useAccessTokens(app: FastifyInstance, config: ApiConfig): () => AccessTokens {
  const keys = new Map<string, "current" | "previous">();
  add("current", config.secrets.jwtKey);
  if (config.secrets.jwtPreviousKey) add("previous", config.secrets.jwtPreviousKey);

  function add(namespace: "current" | "previous", secret: string): void {
    keys.set(keyId(secret), namespace);
    app.register(jwt, {
      namespace,
      secret: Buffer.from(secret, "base64url"),
      decoratorName: `jwt-${namespace}`,
      sign: { algorithm: "HS256", kid: keyId(secret) },
      verify: {
        algorithms: ["HS256"],
        allowedIss: issuer,
        allowedAud: audience,
        requiredClaims: ["iss", "aud", "sub", "sid", "iat", "exp", "typ"],
        // Times are checked below, against the product's own clock.
        ignoreExpiration: true,
        clockTolerance: skewSeconds * 1000,
      },
    });
  }

  return () => {
    const signers = app.jwt as unknown as Record<"current" | "previous", JWT>;
    return {
      sign: ({ userId, sessionId }, now) => {
        const iat = Math.floor(now.valueOf() / 1000);
        const claims = {
          iss: issuer,
          aud: audience,
          sub: userId,
          sid: sessionId,
          typ: "access",
          iat,
          exp: iat + accessTokenSeconds,
        };
        return signers.current.sign(claims);
      },
      verify: (token, now) => {
        try {
          const key = keys.get(headerKid(token));
          return key ? readClaims(signers[key].verify(token), now) : null;
        } catch {
          return null;
        }
      },
    };
  };
}

/** A second check after the library's: shape, type and times. */
function readClaims(payload: unknown, now: Date): AccessClaims | null {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) return null;
  const { iss, aud, sub, sid, typ, iat, exp } = payload as Readonly<Record<string, unknown>>;
  if (iss !== issuer || aud !== audience || typ !== "access") return null;
  if (typeof sub !== "string" || typeof sid !== "string" || !isId(sub) || !isId(sid)) return null;
  if (!Number.isInteger(iat) || !Number.isInteger(exp)) return null;
  const seconds = now.valueOf() / 1000;
  const [issuedAt, expiresAt] = [iat as number, exp as number];
  if (expiresAt - issuedAt > accessTokenSeconds || expiresAt <= seconds || issuedAt > seconds + skewSeconds)
    return null;
  return { userId: sub, sessionId: sid };
}

function headerKid(token: string): string {
  const header: unknown = JSON.parse(Buffer.from(token.slice(0, token.indexOf(".")), "base64url").toString());
  return typeof header === "object" && header !== null && "kid" in header && typeof header.kid === "string"
    ? header.kid
    : "";
}

function keyId(secret: string): string {
  return createHash("sha256").update(`avances kid ${secret}`).digest("base64url").slice(0, 12);
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
