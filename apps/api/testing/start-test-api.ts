import { randomBytes, randomUUID, randomUUIDv7 } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  apiPrefix,
  type BodyInputOf,
  type Contract,
  type Problem,
  type QueryInputOf,
  type ResponseOf,
} from "@avances/contracts";
import { beginDemonstration, type Database, openDatabase } from "@avances/db";
import { settledKind } from "@avances/db/queries/instance-queries";
import { confirmUser, decideRequest, hadSecondPerson, insertAccountRequest } from "@avances/db/queries/people-queries";
import { insertSession } from "@avances/db/queries/session-queries";
import { findSubmissionInRound } from "@avances/db/queries/submission-in-round-queries";
import { insertUser } from "@avances/db/queries/user-queries";
import { type Actor, countryRoles, type Role, reachesFar, seesAssignedOnly } from "@avances/domain/access";
import { createTestDatabase, type FixedClock, fixedClock } from "@avances/testing";
import type { FastifyInstance } from "fastify";
import { type ApiConfig, ApiConfigSchema } from "#config.ts";
import type { Deps, Log } from "#deps.ts";
import { cookieName } from "#http/cookies.ts";
import { idsInOrder } from "#ids-in-order.ts";
import { loadCatalogues, loadReferenceData } from "#load-reference-data.ts";
import { openFiles } from "#open-files.ts";
import { buildServer } from "#server.ts";
import { holdAgainstOpenApi } from "./as-described.ts";

/** `secretariat`, `focal_point:CRI`, `rcgm_delegate`; a second person of the same kind: `secretariat#2`. */
export type Who = Role | `${Role}:${string}` | `${Role}#${number}` | `${Role}:${string}#${number}`;

export interface TestPerson extends Actor {
  readonly email: string;
  /** `name=value` of the session cookie. */
  readonly cookie: string;
}

export interface TestCall<C extends Contract> {
  /** Absent = nobody is signed in. */
  readonly as?: Who | TestPerson;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: QueryInputOf<C>;
  readonly body?: BodyInputOf<C>;
  /** For `If-Match`. If absent, an act on a submission names the present revision; null = send none. */
  readonly revision?: number | null;
  /** If absent and the contract needs one, a new one is made; null = send none. */
  readonly idempotencyKey?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestReply<C extends Contract> {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** The parsed body of a success. Throws (with the problem) when the call was refused. */
  readonly body: ResponseOf<C>;
  /** The problem document of a refusal, else null. */
  readonly problem: Problem | null;
  readonly text: string;
  /** The reply as it was sent. */
  readonly bytes: Buffer;
}

export interface TestApi {
  readonly app: FastifyInstance;
  readonly deps: Deps;
  readonly db: Database;
  readonly clock: FixedClock;
  readonly databaseUrl: string;
  /** For the superuser, so that a test can check what the product cannot see. */
  readonly ownerUrl: string;
  /** Everything that was logged, as JSON lines. */
  readonly logLines: string[];
  /** A signed-in person of this kind; the same one each time. Contributors have the first two indicators of the catalogue. */
  person(who: Who): Promise<TestPerson>;
  /** Adds a further signed-in person with exactly these rights. */
  addPerson(person: {
    role: Role;
    country?: string | null;
    organisation?: string | null;
    assignedIndicators?: readonly string[] | null;
    email?: string;
    displayName?: string;
  }): Promise<TestPerson>;
  call<C extends Contract>(contract: C, call?: TestCall<C>): Promise<TestReply<C>>;
  /** Present revision of the submission, as a person who has just read it knows it; 1 when there is none. */
  revisionOf(submissionId: string): Promise<number>;
  close(): Promise<void>;
}

export interface TestApiOptions {
  /** ISO instant; 2027-02-10T15:00:00Z by default. */
  readonly now?: string;
  readonly config?: Partial<ApiConfig>;
  /** Is it the database of a demonstration? */
  readonly demonstration?: boolean;
  /** Adds routes. */
  readonly extend?: (app: FastifyInstance) => void;
}

/** The whole API on a fresh database, called without a network. One per test file; `close()` in `afterAll`. */
export async function startTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  const database = await createTestDatabase();
  const clock = fixedClock(options.now ?? "2027-02-10T15:00:00Z");
  const logLines: string[] = [];
  const db = openDatabase({ url: database.url, poolSize: 8, onError: () => undefined });
  if (options.demonstration) await beginDemonstration(database.ownerUrl);
  const demonstration = (await db.authQuery(settledKind)) === "demonstration";
  const config = { ...ApiConfigSchema.parse({ ...testConfig(database.url), ...options.config }), demonstration };
  const [catalogues, reference] = await Promise.all([loadCatalogues(db), loadReferenceData(db)]);
  const deps: Deps = {
    ...{ db, clock, catalogues, reference, config, log: collect(logLines), newId: idsInOrder() },
    files: openFiles(config),
  };
  const { app, tokens } = await buildServer(deps, options.extend).catch(async (error: unknown) => {
    await db.close();
    await database.drop();
    throw error;
  });
  holdAgainstOpenApi(app);
  const people = new Map<Who, Promise<TestPerson>>();

  const addPerson: TestApi["addPerson"] = async (wanted) => {
    const { role, country = null, organisation = null, displayName = `${role} ${country ?? ""}`.trim() } = wanted;
    const assignedIndicators =
      wanted.assignedIndicators === undefined && seesAssignedOnly(role)
        ? catalogues.current.indicators.slice(0, 2).map((each) => each.code)
        : (wanted.assignedIndicators ?? null);
    const [userId, sessionId, now] = [randomUUIDv7(), randomUUIDv7(), clock.now()];
    const email = wanted.email ?? `${role}.${(country ?? "all").toLowerCase()}.${userId.slice(-6)}@example.org`;
    const [maker, witness] = [randomUUIDv7(), randomUUIDv7()].map(
      (id): Actor => ({
        userId: id,
        role: "secretariat",
        country: null,
        organisation: null,
        assignedIndicators: null,
        sessionId: id,
        displayName: "test",
      }),
    ) as [Actor, Actor];
    const row = {
      id: userId,
      email,
      displayName,
      role,
      countryCode: country,
      organisationCode: organisation,
      assignedIndicators: assignedIndicators === null ? null : [...assignedIndicators],
      language: "en",
      createdAt: now,
    } as const;
    // Once the secretariat has had two people, the database refuses a far-reaching account opened by one alone.
    const requestId = await db.asActor(maker, async (tx) => {
      const needsTwo = reachesFar({ role, country }) && (await hadSecondPerson(tx));
      await insertUser(tx, { ...row, confirmedAt: needsTwo ? null : now });
      if (!needsTwo) return null;
      const request = { id: randomUUIDv7(), userId, act: "open", requestedAt: now, requestedBy: maker.userId } as const;
      return (await insertAccountRequest(tx, { ...request, requestedByName: "test" }))?.id ?? null;
    });
    if (requestId !== null) {
      await db.asActor(witness, async (tx) => {
        await decideRequest(tx, requestId, { outcome: "confirmed", by: witness.userId, at: now });
        await confirmUser(tx, userId, witness.userId, now);
      });
    }
    const actor: Actor = { userId, role, country, organisation, assignedIndicators, sessionId, displayName };
    await db.asAuth((tx) => insertSession(tx, sessionRow(actor, now)));
    return { ...actor, email, cookie: `${cookieName(config, "at")}=${tokens().sign({ userId, sessionId }, now)}` };
  };

  const person: TestApi["person"] = (who) => {
    let made = people.get(who);
    if (!made) {
      const [role, country] = (who.split("#")[0] as string).split(":") as [Role, string | undefined];
      const needsCountry = (countryRoles as readonly Role[]).includes(role);
      made = addPerson({ role, country: country ?? (needsCountry ? "CRI" : null) });
      people.set(who, made);
    }
    return made;
  };

  const revisionOf: TestApi["revisionOf"] = async (submissionId) =>
    (await db.asWorker((tx) => findSubmissionInRound(tx, submissionId)))?.revision ?? 1;

  return {
    app,
    deps,
    db,
    clock,
    databaseUrl: database.url,
    ownerUrl: database.ownerUrl,
    logLines,
    person,
    addPerson,
    revisionOf,
    call: async (contract, call = {}) => {
      const caller = typeof call.as === "string" ? await person(call.as) : call.as;
      // Tokens last ten minutes and tests move the clock: every call gets a fresh one, for the same session.
      const cookie = caller && `${cookieName(config, "at")}=${tokens().sign(caller, clock.now())}`;
      const response = await app.inject({
        method: contract.method,
        url: addressOf(contract, call),
        headers: {
          ...headersOf(contract, call, await seenRevision(revisionOf, contract, call), config),
          ...(cookie && { cookie }),
          ...call.headers,
        },
        ...(call.body !== undefined && { payload: JSON.stringify(call.body) }),
      });
      return replyOf(contract, response);
    },
    close: async () => {
      await app.close();
      await db.close();
      await database.drop();
      await rm(config.filesDir, { recursive: true, force: true });
    },
  };
}

function testConfig(databaseUrl: string) {
  const secret = () => randomBytes(32).toString("base64url");
  return {
    production: false,
    port: 0,
    databaseUrl,
    publicUrl: "https://avances.example.org",
    publicRatePerMinute: 0,
    checkReplies: true,
    sessionRatePerMinute: 0,
    writeRatePerMinute: 0,
    // What is injected is answered when the stream has ended; tests of streams listen on a port, with seconds of their own.
    streamSeconds: 0,
    mailMode: "capture",
    mailFrom: "Avances <avances@example.org>",
    scheduler: false,
    webRoot: null,
    // Made when the first file comes.
    filesDir: join(tmpdir(), `avances-files-${randomBytes(6).toString("hex")}`),
    secrets: { jwtKey: secret(), ticketKey: secret(), deviceKey: secret(), passwordPepper: secret() },
  } as const;
}

/** Alive for as long as a test may need, whatever its clock does: for a year, and never idle because `lastUsedAt` is in the future. */
function sessionRow(actor: Actor, now: Date) {
  const year = new Date(now.valueOf() + 365 * 86_400_000);
  return { id: actor.sessionId, userId: actor.userId, createdAt: now, lastUsedAt: year, absoluteExpiresAt: year };
}

function addressOf(
  contract: Contract,
  { params = {}, query = {} }: Pick<TestCall<Contract>, "params" | "query">,
): string {
  const path = contract.path.replace(/:([A-Za-z0-9]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query as object)) if (value !== undefined) search.set(name, String(value));
  return `${apiPrefix}${path}${search.size > 0 ? `?${search}` : ""}`;
}

/** The revision that a person who has just read the submission would send with an act on it. */
async function seenRevision(
  revisionOf: TestApi["revisionOf"],
  contract: Contract,
  call: TestCall<Contract>,
): Promise<number | null> {
  if (call.revision !== undefined) return call.revision;
  const id = call.params?.submissionId;
  return contract.ifMatch && contract.method === "POST" && typeof id === "string" ? revisionOf(id) : null;
}

function headersOf(
  contract: Contract,
  call: TestCall<Contract>,
  revision: number | null,
  config: ApiConfig,
): Record<string, string> {
  const key = call.idempotencyKey === undefined ? `test-${randomUUID()}` : call.idempotencyKey;
  return {
    ...(contract.method !== "GET" && { origin: config.publicUrl, "x-requested-with": "rcm" }),
    ...(call.body !== undefined && { "content-type": "application/json" }),
    ...(revision !== null && { "if-match": `"v${revision}"` }),
    ...(contract.idempotent && key !== null && { "idempotency-key": key }),
  };
}

function replyOf<C extends Contract>(
  contract: C,
  response: Awaited<ReturnType<FastifyInstance["inject"]>>,
): TestReply<C> {
  const type = String(response.headers["content-type"] ?? "");
  const problem = type.startsWith("application/problem+json") ? (response.json() as Problem) : null;
  return {
    status: response.statusCode,
    headers: response.headers,
    text: response.body,
    bytes: response.rawPayload,
    problem,
    get body(): ResponseOf<C> {
      if (response.statusCode >= 400)
        throw new Error(`${contract.operationId} was refused: ${response.statusCode} ${response.body}`);
      return (type.startsWith("application/json") ? response.json() : response.body || undefined) as ResponseOf<C>;
    },
  };
}

function collect(lines: string[]): Log {
  const add = (level: string) => (fields: object, message: string) =>
    void lines.push(JSON.stringify({ level, message, ...fields }));
  return { info: add("info"), error: add("error") };
}
