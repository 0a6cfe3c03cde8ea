import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { sqlState } from "./pg-error.ts";
import { loginName, roleName, workingRoles } from "./role-names.ts";

/** A database that cannot be prepared. The message is one sentence that says what to do. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationRefused";
  }
}

export interface RoleOptions {
  /** Connection string of the product's login, with its password. */
  readonly appUrl: string;
  /** The prefix of this database's role names. */
  readonly prefix: string;
  /** True: change the password of an existing login to that of `appUrl`. False: refuse a login with another password. */
  readonly rotateLogin: boolean;
}

/**
 * Makes the roles of this database and their memberships, whatever exists already. Roles belong to the whole server, so migrations of
 * other databases may do the same at the same moment; the one that loses such a race checks again. A role that belongs to another
 * database, or to somebody else, is refused, never taken over.
 */
export async function ensureRoles(client: pg.Client, { appUrl, prefix, rotateLogin }: RoleOptions): Promise<void> {
  const login = readLogin(appUrl);
  const owner = await client.query<{ name: string; version: number; database: string }>(
    "select current_user as name, current_setting('server_version_num')::int as version, current_database() as database",
  );
  const { name: ownerName, version, database } = owner.rows[0] as { name: string; version: number; database: string };
  if (version < 150_000) throw new MigrationRefused("PostgreSQL 15 or newer is needed.");
  if (login.user === ownerName) {
    throw new MigrationRefused(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role ${ownerName}; they must be two roles.`,
    );
  }
  // All refusals come before anything is created.
  const isKnown = await isRole(client, login.user);
  if (isKnown) {
    await refuseSharedLogin(client, login.user, prefix);
    if (login.password && !rotateLogin && !(await canSignIn(appUrl))) throw wrongPassword(login.user);
  }
  // On a connection of its own, so it is found out while the roles are looked after.
  const signsIn = isKnown && login.password ? canSignIn(appUrl) : Promise.resolve(false);
  signsIn.catch(() => undefined);
  const ownerRole = roleName(prefix, "owner");
  const working = workingRoles.map((role) => roleName(prefix, role));
  for (const role of [ownerRole, ...working]) {
    await settle(client, () => isRole(client, role), "create role %1$I nologin nobypassrls", role);
  }
  await ensureLogin(client, appUrl, login, { rotateLogin, signsIn });
  await refuseStrongRoles(client, [...working, login.user]);

  await settle(client, () => canSet(client, ownerName, ownerRole, version), "grant %1$I to %2$I", ownerRole, ownerName);
  await client.query(await format(client, "grant create, connect on database %1$I to %2$I", database, ownerRole));
  await client.query(await format(client, "grant connect on database %1$I to %2$I", database, login.user));
  for (const role of working) {
    // From PostgreSQL 16 on, inheriting is a property of the membership; before that, of the role.
    const terms = version >= 160_000 ? " with inherit false, set true" : "";
    await settle(
      client,
      () => canSet(client, login.user, role, version),
      `grant %1$I to %2$I${terms}`,
      role,
      login.user,
    );
  }
}

interface Login {
  readonly user: string;
  readonly password: string;
}

/** Creates a new login with its password; changes that of an existing one only on request. */
async function ensureLogin(
  client: pg.Client,
  appUrl: string,
  login: Login,
  { rotateLogin, signsIn }: { rotateLogin: boolean; signsIn: Promise<boolean> },
): Promise<void> {
  const verifier = login.password ? scramVerifier(login.password) : "";
  await settle(
    client,
    () => isRole(client, login.user),
    `create role %1$I login noinherit nobypassrls${verifier && " password %2$L"}`,
    login.user,
    verifier,
  );
  if (!verifier || (await signsIn) || (await canSignIn(appUrl))) return;
  // Another migration created it in the meantime, with a password of its own.
  if (!rotateLogin) throw wrongPassword(login.user);
  await settle(client, () => canSignIn(appUrl), "alter role %1$I password %2$L", login.user, verifier);
}

/** The login may be in use elsewhere with its own password, so that password is never changed silently. */
function wrongPassword(login: string): MigrationRefused {
  return new MigrationRefused(
    `The login ${login} exists on this server, and the password given for it does not work: give the right one, name another login, or start once with --rotate-login to change it (whatever still uses the old password is then locked out).`,
  );
}

/** Refuses a login that belongs to another instance: that instance could read this database. */
async function refuseSharedLogin(client: pg.Client, login: string, prefix: string): Promise<void> {
  const found = await client.query<{ role: string }>(
    `select r.rolname as role from pg_auth_members m join pg_roles r on r.oid = m.roleid
     where m.member = (select oid from pg_roles where rolname = $1) and r.rolname <> all($2) and exists (
       select from pg_roles o where o.rolname = regexp_replace(r.rolname, '_[a-z]+$', '_owner') and r.rolname ~ $3)
     limit 1`,
    [login, workingRoles.map((role) => roleName(prefix, role)), `_(${workingRoles.join("|")})$`],
  );
  const [other] = found.rows;
  if (!other) return;
  throw new MigrationRefused(
    `The login ${login} belongs to another instance on this server (it acts as ${other.role}), which this one could then read: name a login of its own in DATABASE_URL, for example ${loginName(prefix)}.`,
  );
}

function readLogin(appUrl: string): Login {
  const url = new URL(appUrl);
  const user = decodeURIComponent(url.username);
  if (!user) throw new MigrationRefused("DATABASE_URL names no role to sign in as.");
  return { user, password: decodeURIComponent(url.password).normalize("NFKC") };
}

/** Repeats until the wanted state is there: another migration on this server may have been quicker. */
async function settle(
  client: pg.Client,
  isSo: () => Promise<boolean>,
  statement: string,
  ...names: string[]
): Promise<void> {
  for (let attempt = 1; !(await isSo()); attempt += 1) {
    try {
      await client.query(await format(client, statement, ...names));
      return;
    } catch (error) {
      const isRace = ["23505", "42710", "XX000", "40001"].includes(sqlState(error) ?? "");
      if (!isRace || attempt === 20) throw error;
      await wait(20 * attempt);
    }
  }
}

/** Identifiers and literals are quoted by PostgreSQL itself. */
async function format(client: pg.Client, statement: string, ...names: string[]): Promise<string> {
  const [first = "", second = ""] = names;
  const result = await client.query<{ statement: string }>("select format($1, $2::text, $3::text) as statement", [
    statement,
    first,
    second,
  ]);
  return result.rows[0]?.statement ?? "";
}

async function isRole(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query("select from pg_roles where rolname = $1", [name])).rowCount === 1;
}

async function canSet(client: pg.Client, member: string, role: string, version: number): Promise<boolean> {
  const privilege = version >= 160_000 ? "SET" : "MEMBER";
  const answer = await client.query<{ can: boolean }>("select pg_has_role($1::name, $2::name, $3) as can", [
    member,
    role,
    privilege,
  ]);
  return answer.rows[0]?.can === true;
}

async function refuseStrongRoles(client: pg.Client, names: readonly string[]): Promise<void> {
  const strong = await client.query<{ name: string }>(
    "select rolname as name from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole)",
    [names],
  );
  if (strong.rows.length > 0) {
    const list = strong.rows.map((row) => row.name).join(", ");
    throw new MigrationRefused(
      `These roles may do too much (superuser, BYPASSRLS or CREATEROLE): ${list}. Row-level security would not hold.`,
    );
  }
}

/** Is the password right? Throws when something else prevents signing in. */
async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = sqlState(error);
    if (code === "28P01") return false;
    // The password is right, but the login has no access to this database yet.
    if (code === "42501") return true;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationRefused(`The server cannot be reached as DATABASE_URL says (${reason}).`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL stores instead of a password (RFC 5803), so that the password itself appears in no statement and no server log. */
function scramVerifier(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const keyOf = (label: string) => createHmac("sha256", salted).update(label).digest();
  const storedKey = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${keyOf("Server Key").toString("base64")}`;
}
