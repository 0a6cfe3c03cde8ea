import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { sqlState } from "./pg-error.ts";

/** Roles the product works as. None can sign in; the login role is a member of all but `app_owner`. */
const workingRoles = ["app_api", "app_auth", "app_worker", "app_publisher", "app_public"] as const;

/** A database that cannot be prepared; one sentence that says what to do. */
export class MigrationRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "MigrationRefused";
  }
}

/**
 * Makes the roles and their memberships, whatever is there already. Roles belong to the whole cluster, so migrators of other
 * databases may do the same at the same moment: whoever loses a race looks again.
 */
export async function ensureRoles(client: pg.Client, appUrl: string): Promise<void> {
  const login = readLogin(appUrl);
  const owner = await client.query<{ name: string; version: number }>(
    "select current_user as name, current_setting('server_version_num')::int as version",
  );
  const { name: ownerName, version } = owner.rows[0] as { name: string; version: number };
  if (version < 150_000) throw new MigrationRefused("PostgreSQL 15 or newer is needed.");
  if (login.user === ownerName) {
    throw new MigrationRefused(
      `DATABASE_URL and DATABASE_OWNER_URL both name the role ${ownerName}; they must be two roles.`,
    );
  }

  for (const role of ["app_owner", ...workingRoles]) {
    await settle(client, () => isRole(client, role), "create role %1$I nologin nobypassrls", role);
  }
  await settle(client, () => isRole(client, login.user), "create role %1$I login noinherit nobypassrls", login.user);
  await refuseStrongRoles(client, [...workingRoles, login.user]);

  await settle(client, () => canSet(client, ownerName, "app_owner", version), "grant app_owner to %1$I", ownerName);
  for (const role of workingRoles) {
    // From 16 on, inheriting is a matter of the membership; before, of the role.
    const terms = version >= 160_000 ? " with inherit false, set true" : "";
    await settle(
      client,
      () => canSet(client, login.user, role, version),
      `grant %1$I to %2$I${terms}`,
      role,
      login.user,
    );
  }
  if (login.password && !(await canSignIn(appUrl))) {
    await settle(
      client,
      () => canSignIn(appUrl),
      "alter role %1$I password %3$L",
      login.user,
      "",
      scramVerifier(login.password),
    );
  }
  await client.query(
    await format(client, "grant create, connect on database %1$I to app_owner", await databaseName(client)),
  );
  await client.query(
    await format(client, "grant connect on database %1$I to %2$I", await databaseName(client), login.user),
  );
}

function readLogin(appUrl: string): { user: string; password: string } {
  const url = new URL(appUrl);
  const user = decodeURIComponent(url.username);
  if (!user) throw new MigrationRefused("DATABASE_URL names no role to sign in as.");
  return { user, password: decodeURIComponent(url.password).normalize("NFKC") };
}

/** Does it until it is so: another migrator of the cluster may have been quicker. */
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
  const [first = "", second = "", third = ""] = names;
  const result = await client.query<{ statement: string }>(
    "select format($1, $2::text, $3::text, $4::text) as statement",
    [statement, first, second, third],
  );
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

async function databaseName(client: pg.Client): Promise<string> {
  return (await client.query<{ name: string }>("select current_database() as name")).rows[0]?.name ?? "";
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

async function canSignIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What PostgreSQL stores instead of a password (RFC 5803), so that the password itself is in no statement and no server log. */
function scramVerifier(password: string): string {
  const [salt, iterations] = [randomBytes(16), 4096];
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const keyOf = (label: string) => createHmac("sha256", salted).update(label).digest();
  const storedKey = createHash("sha256").update(keyOf("Client Key")).digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${keyOf("Server Key").toString("base64")}`;
}
