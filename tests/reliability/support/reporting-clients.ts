import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { hashPassword } from "@avances/api";
import { openDatabase } from "@avances/db";
import { setPassword } from "@avances/db/queries/password-queries";
import { listCatalogues } from "@avances/db/queries/reference-queries";
import { insertRound } from "@avances/db/queries/round-queries";
import { insertSubmissions } from "@avances/db/queries/submission-queries";
import { insertUser } from "@avances/db/queries/user-queries";
import type { Actor } from "@avances/domain/access";
import type { Answer } from "@avances/domain/answer";
import type { Catalogue } from "@avances/domain/catalogue";
import { revisionsOf } from "@avances/domain/submission";
import { completeAnswers } from "@avances/testing";
import { secret } from "./api-child.ts";

const password = "una tortuga cruza despacio";
export const countries = ["BLZ", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"] as const;
const year = 2027;

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** One request on its own connection. Rejects when no complete reply came. */
export function ask(
  base: string,
  method: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${base}/api/v1${path}`,
      {
        method,
        agent: false,
        timeout: 20_000,
        headers: {
          connection: "close",
          ...(method !== "GET" && { origin: "http://127.0.0.1:3000", "x-requested-with": "rcm" }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("aborted", () => reject(new Error("cut off in the middle")));
        incoming.on("end", () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer within twenty seconds")));
    outgoing.on("error", reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** A round in which eight countries owe a submission, each with a focal point who can sign in. Returns the submissions by country. */
async function seedRound(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const db = openDatabase({ url: databaseUrl, onError: () => undefined });
  try {
    const catalogue = await newestCatalogue(db);
    const secretary: Actor = {
      userId: randomUUID(),
      role: "secretariat",
      country: null,
      organisation: null,
      assignedIndicators: null,
      sessionId: randomUUID(),
      displayName: "Secretary",
    };
    const now = new Date();
    const today = (days: number) => new Date(now.valueOf() + days * 86_400_000).toISOString().slice(0, 10);
    const ids = Object.fromEntries(countries.map((country) => [country, randomUUID()]));
    const people = countries.map((country) => ({ id: randomUUID(), country }));
    await db.asActor(secretary, async (tx) => {
      await insertRound(tx, {
        year,
        catalogueVersion: catalogue.version,
        referenceStart: `${year - 1}-01-01`,
        referenceEnd: `${year - 1}-12-31`,
        opensOn: today(-30),
        dueOn: today(60),
        obligatedGroup: "CA-MEX",
        openedAt: now,
      });
      await insertSubmissions(
        tx,
        countries.map((countryCode) => ({
          id: ids[countryCode] as string,
          roundYear: year,
          countryCode,
          obligated: true,
          status: "not_started",
          dueOn: today(60),
        })),
      );
      for (const { id, country } of people)
        await insertUser(tx, {
          id,
          email: addressOf(country),
          displayName: `Focal point ${country}`,
          role: "focal_point",
          countryCode: country,
          language: "es",
          createdAt: now,
          confirmedAt: now,
        });
    });
    const hash = await hashPassword({ config: { secrets: { passwordPepper: secret } } }, password);
    await db.asAuth(async (tx) => {
      for (const { id } of people) await setPassword(tx, id, hash, now);
    });
    return ids;
  } finally {
    await db.close();
  }
}

async function newestCatalogue(db: ReturnType<typeof openDatabase>): Promise<Catalogue> {
  const found = (await db.asPublic(listCatalogues)).at(-1);
  if (!found) throw new Error("The database has no catalogue");
  return found.catalogue;
}

const addressOf = (country: string) => `focal.${country.toLowerCase()}@people.example`;

/** Signs a focal point in; for ten minutes the cookie is valid on any instance over the same database. */
export async function signIn(base: string, country: string): Promise<string> {
  const reply = await ask(base, "POST", "/session", { body: { email: addressOf(country), password } });
  if (reply.status !== 200) throw new Error(`Sign-in of ${country} was refused: ${reply.text}`);
  return [reply.headers["set-cookie"] ?? []]
    .flat()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** One saved state of an answer, recognisable in each of its parts. */
interface Mark {
  readonly revision: number;
  readonly mark: string;
}

interface Seen {
  /** Revision of the submission. */
  readonly revision: number;
  readonly answers: Readonly<Record<string, number>>;
}

interface Signing {
  readonly kind: "submit" | "withdraw";
  readonly key: string;
  /** The state and answers it was decided on; null until they were read. */
  seen: Seen | null;
  /** The reply, once it has come. */
  reply: string | null;
}

/** One country at work. It records what it was told, and which outcomes it never learned. */
export class ReportingClient {
  readonly country: string;
  readonly submissionId: string;
  base: string;
  cookie = "";
  /** Everything that was wrong with a reply. */
  readonly faults: string[] = [];
  /** Number of replies by status; 0 = no complete reply. */
  readonly statuses = new Map<number, number>();
  readonly signings: Signing[] = [];
  saved = 0;
  #answers: readonly Answer[] = [];
  readonly #acknowledged = new Map<string, Mark>();
  readonly #uncertain = new Map<string, string[]>();
  #isSubmitted = false;
  #count = 0;

  constructor(base: string, country: string, submissionId: string) {
    this.base = base;
    this.country = country;
    this.submissionId = submissionId;
  }

  /** Signs in and saves a complete set of answers. */
  async begin(catalogue: Catalogue, seed: number): Promise<void> {
    this.cookie = await signIn(this.base, this.country);
    this.#answers = completeAnswers(catalogue, { seed });
    const reply = await this.#ask("PUT", "/answers", {
      body: { answers: this.#answers.map((answer) => ({ ...marked(answer, "first"), revision: 0 })) },
    });
    if (reply?.status !== 200) throw new Error(`${this.country}: ${reply?.text}`);
    for (const { indicatorCode } of this.#answers)
      this.#acknowledged.set(indicatorCode, { revision: 1, mark: "first" });
  }

  /** Saves one answer after another, and signs off at intervals, until told to stop. */
  async work(shouldStop: () => boolean, signsEvery = 9): Promise<void> {
    while (!shouldStop()) {
      this.#count += 1;
      const last = this.signings.at(-1);
      // A request that never got its reply is repeated with its key before anything else is done.
      if (last?.reply === null) await this.sign(last.kind, last);
      else if (this.#count % signsEvery === 0) await this.sign(this.#isSubmitted ? "withdraw" : "submit");
      else if (this.#isSubmitted) await this.sign("withdraw");
      else await this.#save();
    }
  }

  async #save(): Promise<void> {
    const answer = this.#answers[(this.#count * 7) % this.#answers.length] as Answer;
    const code = answer.indicatorCode;
    if (this.#uncertain.has(code)) return this.#lookUp(answer);
    const { revision } = this.#acknowledged.get(code) as Mark;
    const mark = `${this.country}-${this.#count}`;
    const { indicatorCode: _, ...body } = marked(answer, mark);
    const reply = await this.#ask("PUT", `/answers/${code}`, { body, headers: { "if-match": `"v${revision}"` } });
    if (reply?.status === 200) {
      this.saved += 1;
      this.#acknowledged.set(code, { revision: revision + 1, mark });
      if (JSON.parse(reply.text).answer.revision !== revision + 1) this.faults.push(`${code}: an odd revision`);
    } else if (reply === null || reply.status === 503) this.#uncertain.set(code, [mark]);
    else this.faults.push(`${this.country} ${code}: ${reply.status} ${reply.text}`);
  }

  /** The outcome of a save without a reply: read, as the page does, before saving again. */
  async #lookUp(answer: Answer): Promise<void> {
    const reply = await this.#ask("GET", "");
    if (reply?.status !== 200) return;
    const { answers } = JSON.parse(reply.text) as { answers: SavedAnswer[] };
    this.#adopt(answer, answers);
  }

  #adopt(answer: Answer, answers: readonly SavedAnswer[]): void {
    const code = answer.indicatorCode;
    const stored = answers.find(({ indicatorCode }) => indicatorCode === code);
    this.#compare(answer, stored, this.#acknowledged.get(code) as Mark);
    if (stored) this.#acknowledged.set(code, { revision: stored.revision, mark: stored.comment });
    this.#uncertain.delete(code);
  }

  /** Signs off or withdraws. Without a reply it stays open, to be repeated with the same key. */
  async sign(
    kind: Signing["kind"],
    signing: Signing = { kind, key: `key-${randomUUID()}`, seen: null, reply: null },
  ): Promise<void> {
    if (!this.signings.includes(signing)) this.signings.push(signing);
    signing.seen ??= await this.#look();
    if (signing.seen === null) return;
    const { revision, answers } = signing.seen;
    const body = kind === "submit" ? { declaration: true, answers } : undefined;
    const reply = await this.#ask("POST", `/${kind}`, {
      ...(body && { body }),
      headers: { "idempotency-key": signing.key, "if-match": `"v${revision}"` },
    });
    if (reply?.status === 200) {
      if (signing.reply !== null && signing.reply !== reply.text)
        this.faults.push(`${this.country}: ${kind} repeated with its key gave another answer`);
      signing.reply = reply.text;
      this.#isSubmitted = kind === "submit";
    } else if (reply !== null && reply.status !== 503)
      this.faults.push(`${this.country}: ${kind} ${reply.status} ${reply.text}`);
  }

  async #look(): Promise<Seen | null> {
    const reply = await this.#ask("GET", "");
    if (reply?.status !== 200) return null;
    const view = JSON.parse(reply.text) as { submission: { revision: number }; answers: SavedAnswer[] };
    return { revision: view.submission.revision, answers: revisionsOf(view.answers) };
  }

  /**
   * After an interruption: repeats with their keys the signings whose reply never came, and compares what is stored with what was
   * acknowledged. Each stored answer must be the acknowledged one or, completely, the one whose outcome was unknown.
   */
  async settle(): Promise<void> {
    const last = this.signings.at(-1);
    for (const signing of this.signings.slice(-3)) {
      if (signing === last && signing.reply === null) await this.sign(signing.kind, signing);
      else if (signing.reply !== null) await this.#repeat(signing);
      else this.faults.push(`${this.country}: went on after an open ${signing.kind}`);
    }
    const reply = await this.#ask("GET", "");
    if (reply?.status !== 200) {
      this.faults.push(`${this.country}: cannot be read: ${reply?.status}`);
      return;
    }
    const view = JSON.parse(reply.text) as { answers: SavedAnswer[]; submission: { status: string; version: number } };
    this.#isSubmitted = view.submission.status === "submitted";
    for (const answer of this.#answers) this.#adopt(answer, view.answers);
    const submitted = this.signings.filter(({ kind, reply: got }) => kind === "submit" && got !== null).length;
    if (view.submission.version !== submitted)
      this.faults.push(`${this.country}: ${submitted} submissions, but version ${view.submission.version}`);
  }

  /** Repeats an acknowledged act with its key: the reply must be the same, and there must be no second act. */
  async #repeat(signing: Signing): Promise<void> {
    const wasSubmitted = this.#isSubmitted;
    await this.sign(signing.kind, signing);
    this.#isSubmitted = wasSubmitted;
  }

  #compare(answer: Answer, stored: SavedAnswer | undefined, known: Mark): void {
    const code = `${this.country} ${answer.indicatorCode}`;
    if (!stored) {
      this.faults.push(`${code}: lost`);
      return;
    }
    const isAcknowledged = stored.revision === known.revision && stored.comment === known.mark;
    const attempts = this.#uncertain.get(answer.indicatorCode) ?? [];
    const isAttempt = stored.revision === known.revision + 1 && attempts.includes(stored.comment);
    if (!isAcknowledged && !isAttempt)
      this.faults.push(
        `${code}: v${known.revision} ${known.mark} was acknowledged, v${stored.revision} ${stored.comment} is stored`,
      );
    const whole = marked(answer, stored.comment);
    const { state, value, reason, comment, evidence } = stored;
    if (
      canonical({ state, value, reason, comment, evidence, indicatorCode: answer.indicatorCode }) !== canonical(whole)
    )
      this.faults.push(`${code}: is not whole`);
  }

  /** Number of acts that must be in the record: the first filling, every stored revision after it, every signing. */
  get acts(): { readonly revisions: number; readonly signings: number } {
    const revisions = [...this.#acknowledged.values()].reduce((sum, { revision }) => sum + revision - 1, 0);
    return { revisions, signings: this.signings.filter(({ reply }) => reply !== null).length };
  }

  async #ask(
    method: string,
    path: string,
    options: { body?: unknown; headers?: Readonly<Record<string, string>> } = {},
  ): Promise<Reply | null> {
    const headers = { cookie: this.cookie, ...options.headers };
    const reply = await ask(this.base, method, `/submissions/${this.submissionId}${path}`, {
      ...options,
      headers,
    }).catch(() => null);
    const status = reply?.status ?? 0;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (status === 503 && !(Number(reply?.headers["retry-after"]) > 0)) this.faults.push("503 without Retry-After");
    return reply;
  }
}

type SavedAnswer = Answer & { readonly revision: number };

/** The mark is written in the comment and in the evidence: if an answer were half stored, the two would differ. */
function marked(answer: Answer, mark: string): Answer {
  const evidence = [...answer.evidence.slice(0, 1), { title: mark, url: null, locator: mark }];
  return { ...answer, comment: mark, evidence };
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Eight countries at work on one instance. */
export async function startClients(base: string, databaseUrl: string): Promise<readonly ReportingClient[]> {
  const ids = await seedRound(databaseUrl);
  const db = openDatabase({ url: databaseUrl, onError: () => undefined });
  const catalogue = await newestCatalogue(db).finally(() => db.close());
  const clients = countries.map((country) => new ReportingClient(base, country, ids[country] as string));
  for (const [index, client] of clients.entries()) await client.begin(catalogue, index + 1);
  return clients;
}
