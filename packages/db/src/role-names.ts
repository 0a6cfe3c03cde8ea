import { createHash } from "node:crypto";
import { rolePrefixPattern } from "@avances/settings";

/** The roles the product works with. None can sign in; the login is a member of all of them and of nothing else. */
export const workingRoles = ["api", "auth", "worker", "publisher", "public"] as const;
export type WorkingRole = (typeof workingRoles)[number];

/**
 * Roles belong to the whole server, so each database has its own, told apart by a prefix: `<prefix>_owner`, `<prefix>_api` and so on.
 * `app` is the prefix on the embedded server, which nobody shares, in databases made before prefixes existed, and in the migrations' text.
 */
export const firstPrefix = "app";

export function roleName(prefix: string, role: WorkingRole | "owner"): string {
  return `${prefix}_${role}`;
}

/** The name of the login that is made when none is given. */
export function loginName(prefix: string): string {
  return prefix === firstPrefix ? "avances" : `${prefix}_login`;
}

/** The prefix of a new database: its name, or something similar that is a plain identifier and unique to it. */
export function prefixFor(database: string): string {
  if (rolePrefixPattern.test(database)) return database;
  const plain = database
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 20);
  return `db_${plain}_${createHash("sha256").update(database).digest("hex").slice(0, 8)}`;
}

/** The prefix in the name of an owner role, or null when it is not a name that the product gives. */
export function prefixOfOwner(role: string): string | null {
  const prefix = role.endsWith("_owner") ? role.slice(0, -"_owner".length) : "";
  return rolePrefixPattern.test(prefix) ? prefix : null;
}

const rolesInMigrations = new RegExp(`\\b${firstPrefix}_(owner|${workingRoles.join("|")})\\b`, "g");

/** A migration's statement with the role names of this database in place of those in its text. */
export function withRoles(statement: string, prefix: string): string {
  return statement.replace(rolesInMigrations, (_, role: WorkingRole | "owner") => roleName(prefix, role));
}
