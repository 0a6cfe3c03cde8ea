import { createHash } from "node:crypto";
import { rolePrefixPattern } from "@avances/settings";

/** What the product works as. None can sign in; the login is a member of all of them, and of nothing else. */
export const workingRoles = ["api", "auth", "worker", "publisher", "public"] as const;
export type WorkingRole = (typeof workingRoles)[number];

/**
 * Roles belong to the whole server, so each database has its own, told apart by a prefix: `<prefix>_owner`, `<prefix>_api` and so on.
 * This is that of the embedded server, which nobody shares, of databases made before there were prefixes, and of the migrations' text.
 */
export const firstPrefix = "app";

export function roleName(prefix: string, role: WorkingRole | "owner"): string {
  return `${prefix}_${role}`;
}

/** The login that is made when nobody names one. */
export function loginName(prefix: string): string {
  return prefix === firstPrefix ? "avances" : `${prefix}_login`;
}

/** The prefix of a new database: its name, or something as like it as a plain name can be, and its alone. */
export function prefixFor(database: string): string {
  if (rolePrefixPattern.test(database)) return database;
  const plain = database
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, 20);
  return `db_${plain}_${createHash("sha256").update(database).digest("hex").slice(0, 8)}`;
}

/** The prefix in the name of an owner role, or null when the product did not name it. */
export function prefixOfOwner(role: string): string | null {
  const prefix = role.endsWith("_owner") ? role.slice(0, -"_owner".length) : "";
  return rolePrefixPattern.test(prefix) ? prefix : null;
}

const rolesInMigrations = new RegExp(`\\b${firstPrefix}_(owner|${workingRoles.join("|")})\\b`, "g");

/** A statement of a migration with the roles of this database in place of those its text names. */
export function withRoles(statement: string, prefix: string): string {
  return statement.replace(rolesInMigrations, (_, role: WorkingRole | "owner") => roleName(prefix, role));
}
