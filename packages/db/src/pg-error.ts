import { DrizzleQueryError } from "drizzle-orm";
import pg from "pg";

/** What went wrong in the database, in words a use case or the HTTP layer can act on. */
export type DatabaseFault =
  | { readonly kind: "unique-violation"; readonly constraint: string }
  /** Restarting, full of connections, unreachable, or too slow: try again in a moment. */
  | { readonly kind: "unavailable" }
  | { readonly kind: "disk-full" }
  | { readonly kind: "lock-timeout" }
  /** A deadlock or serialization failure: the whole transaction may be tried again. */
  | { readonly kind: "serialization" }
  /** Text that PostgreSQL cannot hold, such as U+0000. */
  | { readonly kind: "bad-text" }
  /** Row-level security, a missing grant or a frozen row: the use case should have refused this before. */
  | { readonly kind: "not-permitted" };

/**
 * A statement that PostgreSQL refused, safe to log: SQLSTATE, constraint and the SQL text with its placeholders, but none of the
 * values, which appear in Drizzle's messages and in the driver's details.
 */
class StatementRefused extends Error {
  readonly code: string;
  readonly constraint: string | undefined;
  readonly statement: string;

  constructor(refusal: pg.DatabaseError, statement: string) {
    // Class 22 ("invalid input for uuid: …") quotes the value; other messages name only tables and columns.
    const said = refusal.code?.startsWith("22") ? "a value was not accepted" : refusal.message;
    super(`${said} (SQLSTATE ${refusal.code})`);
    this.name = "StatementRefused";
    this.code = refusal.code ?? "";
    this.constraint = refusal.constraint;
    this.statement = statement;
  }
}

/** Replaces an error of Drizzle or the driver before it leaves this package; any other error passes unchanged. */
export function withoutValues(error: unknown): unknown {
  const [cause, statement] = error instanceof DrizzleQueryError ? [error.cause, error.query] : [error, ""];
  return cause instanceof pg.DatabaseError ? new StatementRefused(cause, statement) : (cause ?? error);
}

/** Was this statement refused only because one before it had failed, in the same transaction? */
export function isRefusedForAnother(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  return cause instanceof pg.DatabaseError && cause.code === "25P02";
}

const unavailableCodes = new Set([
  "57P01",
  "57P02",
  "57P03",
  "57P05",
  "57014",
  "53300",
  "53400",
  "53200",
  "25P03",
  "25006",
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
]);

/** node-postgres gives some lost connections no code. */
const lostConnection =
  /^(timeout expired|timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Client was closed)/;

/**
 * Reads a driver error, also one that Drizzle wrapped. Null for every other error: that is a bug and stays a 500.
 * The only place that knows driver codes.
 */
export function databaseFault(error: unknown): DatabaseFault | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const code = "code" in at && typeof at.code === "string" ? at.code : "";
    if (at instanceof AggregateError) {
      const first = at.errors.map(databaseFault).find((fault) => fault !== null);
      if (first) return first;
    }
    if (code === "23505") return { kind: "unique-violation", constraint: constraintOf(at) };
    if (unavailableCodes.has(code) || /^08[0-9A-Z]{3}$/.test(code)) return { kind: "unavailable" };
    if (code === "53100" || code === "ENOSPC") return { kind: "disk-full" };
    if (code === "55P03") return { kind: "lock-timeout" };
    if (code === "40001" || code === "40P01") return { kind: "serialization" };
    if (code === "22021" || code === "22P05") return { kind: "bad-text" };
    if (code === "42501") return { kind: "not-permitted" };
    if (code === "" && lostConnection.test(at.message)) return { kind: "unavailable" };
  }
  return null;
}

/** The SQLSTATE of a driver error, also a wrapped one, or null. For tests and the migrator. */
export function sqlState(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    if ("code" in at && typeof at.code === "string") return at.code;
  }
  return null;
}

function constraintOf(error: Error): string {
  return "constraint" in error && typeof error.constraint === "string" ? error.constraint : "";
}
