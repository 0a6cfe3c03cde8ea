import { setTimeout as wait } from "node:timers/promises";
import { addFile } from "@avances/api/testing/add-file";
import { aRound, fill, submit } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi, type TestPerson } from "@avances/api/testing/start-test-api";
import { type Role, rolesFor } from "@avances/domain/access";
import { goodCsv } from "@avances/files/testing/good-files";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Operation, operations, type Targets } from "../security/support/operations.ts";

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly $ref?: string;
}

interface OpenApiOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: object;
}

interface Request {
  readonly what: string;
  readonly body?: string | Buffer;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** The schema forbids what is sent, so it must not be accepted. */
  readonly isForbidden?: boolean;
}

let api: TestApi;
let targets: Targets;
let described: readonly (OpenApiOperation & { readonly method: string; readonly path: string })[];
const callers: readonly (Role | null)[] = [null, "focal_point", "secretariat"];
const seed = 20_270_210;
const slowMs = 2_000;
const slow = { timeout: 300_000 };

beforeAll(async () => {
  api = await startTestApi();
  const [drafts, frozen] = [await aRound(api, 2027, ["CRI"]), await aRound(api, 2026, ["CRI"])];
  await fill(api, "focal_point:CRI", frozen.CRI as string);
  await submit(api, "focal_point:CRI", frozen.CRI as string);
  const leaving = await api.addPerson({ role: "liaison_officer", country: "CRI" });
  targets = {
    draftId: drafts.CRI as string,
    frozenId: frozen.CRI as string,
    country: "CRI",
    year: 2027,
    personId: leaving.userId,
    mailId: "00000000-0000-4000-8000-000000000000",
    exchangeId: "00000000-0000-4000-8000-000000000000",
    sectionId: "00000000-0000-4000-8000-000000000000",
    fileId: await addFile(api, "focal_point:CRI", { name: "a.csv", content: goodCsv() }),
    proposalId: "00000000-0000-4000-8000-000000000000",
    meetingId: "00000000-0000-4000-8000-000000000000",
    reportId: "00000000-0000-4000-8000-000000000000",
    reportedId: "00000000-0000-4000-8000-000000000000",
    documentId: "00000000-0000-4000-8000-000000000000",
    narrativeId: "00000000-0000-4000-8000-000000000000",
    statementId: "00000000-0000-4000-8000-000000000000",
    voiceId: "00000000-0000-4000-8000-000000000000",
    activityId: "00000000-0000-4000-8000-000000000000",
    commitmentId: "00000000-0000-4000-8000-000000000000",
    replyId: "00000000-0000-4000-8000-000000000000",
  };
  const document = (await api.app.inject({ url: "/openapi.json" })).json() as {
    paths: Record<string, Record<string, OpenApiOperation>>;
    components: { parameters: Record<string, Parameter> };
  };
  const resolved = (parameter: Parameter) =>
    document.components.parameters[parameter.$ref?.split("/").at(-1) ?? ""] ?? parameter;
  described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], ...operation }]) => ({
      ...operation,
      parameters: parameters.map(resolved),
      method: method.toUpperCase(),
      path,
    })),
  );
});
afterAll(() => api.close());

const faults: string[] = [];
let requests = 0;
let slowest = 0;

/** Words that only appear when internals of the server leak. */
const machinery =
  /FST_|node_modules|\.[cm]?[jt]s:\d|\bat [\w.<>]+ \(|\bselect\b.+\bfrom\b|insert into|syntax error|violates|duplicate key|relation "|pg_catalog|postgres|ECONN|ZodError|drizzle|SQLSTATE|\/apps\/|\/packages\//i;

/** Sends one bad request and records everything that is wrong with the reply. */
async function send(
  operation: Operation,
  person: TestPerson | null,
  { what, body, path = addressOf(operation), headers = {}, isForbidden = false }: Request,
): Promise<void> {
  const { contract } = operation;
  const where = `${contract.operationId} as ${person?.role ?? "public"}, ${what}`;
  const all: Record<string, string | undefined> = {
    ...(contract.method !== "GET" && { origin: api.deps.config.publicUrl, "x-requested-with": "rcm" }),
    ...(body !== undefined && { "content-type": "application/json" }),
    ...(contract.ifMatch && { "if-match": `"v${await revisionFor(operation)}"` }),
    ...(contract.idempotent && { "idempotency-key": `fuzz-${requests}-key` }),
    ...(person && { cookie: person.cookie }),
    ...headers,
  };
  const ask = async () => {
    const before = process.cpuUsage();
    const response = await api.app.inject({
      method: contract.method,
      url: path,
      headers: Object.fromEntries(
        Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined),
      ),
      ...(body !== undefined && { payload: body }),
    });
    const { user, system } = process.cpuUsage(before);
    return { response, took: (user + system) / 1_000 };
  };
  requests += 1;
  let { response, took } = await ask();
  // Compilation or garbage collection may slow down one request, but not the same one twice.
  if (took > slowMs) ({ response, took } = await ask());
  slowest = Math.max(slowest, took);
  const { statusCode: status, body: text } = response;
  if (took > slowMs) faults.push(`${where}: took ${Math.round(took)} ms of the processor`);
  if (status >= 500) faults.push(`${where}: ${status} ${text.slice(0, 200)}`);
  if (status >= 400 && !String(response.headers["content-type"]).startsWith("application/problem+json"))
    faults.push(`${where}: ${status} is no problem document`);
  if (status >= 400 && machinery.test(text)) faults.push(`${where}: says too much: ${text.slice(0, 300)}`);
  if (status >= 400 && text.length > 20_000) faults.push(`${where}: answers with ${text.length} characters`);
  if (isForbidden && status < 400) faults.push(`${where}: was accepted`);
}

/** The present revision of the submission, so that the act is refused only for what the test made wrong. */
async function revisionFor({ contract, params }: Operation): Promise<number> {
  const id = params?.(targets).submissionId;
  return contract.method === "POST" && typeof id === "string" ? api.revisionOf(id) : 0;
}

function addressOf(operation: Operation, params = operation.params?.(targets) ?? {}): string {
  return `/api/v1${operation.contract.path.replace(/:([A-Za-z0-9]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))}`;
}

/** Each operation gets its own people, because some operations end the session or the account. */
async function eachOperation(
  attacked: readonly Operation[],
  work: (operation: Operation, person: TestPerson | null) => Promise<void>,
): Promise<void> {
  for (const operation of attacked) {
    for (const role of callers) {
      const country = role === "focal_point" ? "CRI" : null;
      await work(operation, role === null ? null : await api.addPerson({ role, country }));
    }
  }
}

const bodyOf = (operation: Operation) => operation.body?.(targets);
const withExample = operations.filter(({ body }) => body !== undefined);

/**
 * Who may not call an operation is refused before anything of the request is read but its address; that this is so is looked at with less of
 * everything.
 */
const mayCall = ({ contract }: Operation, person: TestPerson | null) =>
  rolesFor(contract.action).includes(person?.role ?? "public");

interface Place {
  readonly holder: Record<string | number, unknown>;
  readonly key: string | number;
  readonly path: string;
}

/** Every place in a JSON value, with the object or array that holds it. */
function placesIn(value: unknown, path = ""): readonly Place[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    { holder: value as Place["holder"], key, path: `${path}/${key}` },
    ...placesIn(inner, `${path}/${key}`),
  ]);
}

function changedAt(body: unknown, index: number, value: unknown): { text: string; path: string } {
  const copy = structuredClone(body);
  const place = placesIn(copy)[index] as Place;
  place.holder[place.key] = value;
  return { text: JSON.stringify(copy), path: place.path };
}

const kindOf = (value: unknown) => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);
const nested = (depth: number) => `${'{"a":['.repeat(depth / 2)}1${"]}".repeat(depth / 2)}`;

test("the document describes exactly the operations that are attacked here", () => {
  const names = described
    .map(({ operationId }) => operationId)
    .filter((name) => !["livez", "readyz", "getOpenApiDocument"].includes(name));
  expect(names.sort()).toEqual(operations.map(({ contract }) => contract.operationId).sort());
});

test(
  "a body with a value of the wrong type, size or kind in any place is refused and nothing breaks",
  slow,
  async () => {
    const wrongValues: readonly unknown[] = [7, -1, 1e308, 1.5, "x", true, [], {}, [[]], { a: 1 }, "x".repeat(200_000)];
    const unreadable = ["a\u0000b", "\ud800", "\udfff tail", "\u0000"];
    await eachOperation(withExample, async (operation, person) => {
      const body = bodyOf(operation);
      for (const index of placesIn(body).keys()) {
        const old = placesIn(body)[index] as Place;
        for (const value of mayCall(operation, person) ? wrongValues : wrongValues.slice(-2)) {
          const { text, path } = changedAt(body, index, value);
          const isForbidden = kindOf(value) !== kindOf(old.holder[old.key]) || String(value).length > 100_000;
          await send(operation, person, {
            what: `${path} = ${text.length > 300 ? "huge" : JSON.stringify(value)}`,
            body: text,
            isForbidden,
          });
        }
        for (const value of mayCall(operation, person) ? unreadable : unreadable.slice(0, 1)) {
          const { text, path } = changedAt(body, index, value);
          await send(operation, person, { what: `${path} = unreadable`, body: text, isForbidden: true });
        }
      }
    });
    expect(faults.splice(0)).toEqual([]);
  },
);

const heavy: readonly [string, string | Buffer][] = [
  ["20,000 levels", nested(20_000)],
  ["20,000 open brackets", "[".repeat(20_000)],
  ["1 MiB and a bit", JSON.stringify({ a: "x".repeat(1_048_576) })],
  ["3 MiB", Buffer.alloc(3_145_728, "x")],
  ["60,000 names", JSON.stringify(Object.fromEntries(Array.from({ length: 60_000 }, (_, n) => [`k${n}`, n])))],
];

test(
  "bodies that are no proper JSON, or far too large, deep or odd, are refused and nothing breaks",
  slow,
  async () => {
    const acts = operations.filter(({ contract }) => contract.method !== "GET");
    await eachOperation(acts, async (operation, person) => {
      const sound = bodyOf(operation);
      const text = JSON.stringify(sound ?? {});
      const open = text.slice(0, -1);
      const comma = open === "{" ? "" : ",";
      const bad: readonly [string, string | Buffer][] = [
        ["an unknown property", `${open}${comma}"surprise":1}`],
        ["__proto__", `${open}${comma}"__proto__":{"role":"secretariat"}}`],
        ["constructor.prototype", `${open}${comma}"constructor":{"prototype":{"role":"secretariat"}}}`],
        ["a NUL in a name", `${open}${comma}"a\\u0000b":1}`],
        ["a lone surrogate in a name", `${open}${comma}"\\ud800":1}`],
        ["an array", "[]"],
        ["an array of itself", `[${text},${text}]`],
        ["a string", '"x"'],
        ["a number", "1e400"],
        ["cut in the middle", text.slice(0, Math.max(1, text.length >> 1))],
        ["bad UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
        ["UTF-16", Buffer.from(text, "utf16le")],
        ["a byte order mark", `\ufeff${text}`],
        ["single quotes", "{'a':1}"],
        ["NaN", '{"a":NaN}'],
      ];
      // The same name twice with different values: JSON.parse takes the last one, which is valid here, so it may be accepted.
      const names = typeof sound === "object" && sound !== null ? Object.keys(sound) : [];
      const twice = names.length > 0 ? `{${JSON.stringify(names[0])}:{"x":1},${text.slice(1)}` : '{"a":1,"a":2}';
      await send(operation, person, { what: "a duplicate name", body: twice });
      // A person who may not call the operation is refused before the body is read, so most bodies are sent by one who may.
      const role = callers.find((each) => rolesFor(operation.contract.action).includes(each ?? "public"));
      const isReader = role !== undefined && (person?.role ?? null) === role;
      for (const [what, body] of isReader ? [...bad, ...heavy] : bad.slice(0, 8))
        await send(operation, person, { what, body, isForbidden: true });
    });
    expect(faults.splice(0)).toEqual([]);
    expect(({} as Record<string, unknown>).role).toBeUndefined();
  },
);

test("any other content type or encoding is refused, however it is spelled", slow, async () => {
  const types = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonx",
    "application/json5",
    "application/problem+json",
    "text/json",
    "application/json; charset=utf-16",
    "application/json; charset=latin1",
    "application/json, text/plain",
    "application/json;boundary=x",
    "application\\json",
    "*/*",
    "",
    `application/json; charset=${"x".repeat(4_000)}`,
  ];
  const encodings = ["gzip", "br", "deflate", "identity", "gzip, gzip"];
  const withBody = operations.filter(({ contract }) => contract.body !== undefined);
  await eachOperation(withBody, async (operation, person) => {
    const body = JSON.stringify(bodyOf(operation));
    const few = mayCall(operation, person) ? undefined : 3;
    for (const type of types.slice(0, few))
      await send(operation, person, {
        what: `type ${type.slice(0, 60)}`,
        body,
        headers: { "content-type": type },
        isForbidden: true,
      });
    for (const encoding of encodings.slice(0, few))
      await send(operation, person, {
        what: `encoding ${encoding}`,
        body,
        headers: { "content-encoding": encoding },
        isForbidden: true,
      });
  });
  expect(faults.splice(0)).toEqual([]);
});

test("wrong parameters, in path, query and header, are refused and nothing breaks", slow, async () => {
  // These are looked at before anybody knows what is asked, by the router or while the address is decoded.
  const ofAddresses = [
    "",
    "..",
    "../../etc/passwd",
    "%00",
    "a\u0000b",
    "%ff",
    "%E0%A4%A",
    "x".repeat(190),
    "x".repeat(1_900),
    "\u202e",
    "🐢",
    "__proto__",
  ];
  const values = [
    ...ofAddresses,
    "0",
    "-1",
    "1e9",
    "99999999999999999999",
    "null",
    "undefined",
    "NaN",
    "[object Object]",
    "' or 1=1 --",
    '";drop table app.answer;--',
    "constructor",
    "{}",
    "*",
    "00000000-0000-0000-0000-000000000000",
    "2027",
    "CRI",
    "TIP-PRO-99",
  ];
  const headerValues = ["*", 'W/"v1"', '"v-1"', '"v1", "v2"', '"v99999999999"', "v1", "", "x".repeat(5_000)];
  await eachOperation(operations, async (operation, person) => {
    const { parameters = [] } =
      described.find(({ operationId }) => operationId === operation.contract.operationId) ?? {};
    const sound = operation.params?.(targets) ?? {};
    const body = bodyOf(operation) === undefined ? undefined : JSON.stringify(bodyOf(operation));
    const withBody = (request: Request) => (body === undefined ? request : { ...request, body });
    // X-By-Itself cannot be wrong: anything but 1 counts as absent.
    for (const { name, in: place } of parameters.filter((one) => one.name !== "X-By-Itself")) {
      const all = place === "header" ? headerValues : values;
      const few = place === "path" ? ofAddresses : all.slice(-2);
      for (const value of mayCall(operation, person) ? all : few) {
        const what = `${place} ${name} = ${JSON.stringify(value).slice(0, 40)}`;
        if (place === "path") {
          await send(operation, person, withBody({ what, path: addressOf(operation, { ...sound, [name]: value }) }));
          // Sent as it is, without encoding: meaningless percent signs, dots, spaces.
          const raw = operation.contract.path.replace(`:${name}`, value.replaceAll(/[^!-~]/g, "%20"));
          const rest = raw.replace(/:([A-Za-z0-9]+)/g, (_, other: string) => String(sound[other]));
          await send(operation, person, withBody({ what: `${what} raw`, path: `/api/v1${rest}` }));
        } else if (place === "query") {
          const path = addressOf(operation);
          await send(operation, person, withBody({ what, path: `${path}?${name}=${encodeURIComponent(value)}` }));
          await send(
            operation,
            person,
            withBody({ what: `${what} twice`, path: `${path}?${name}=${encodeURIComponent(value)}&${name}=x` }),
          );
          await send(operation, person, withBody({ what: `${what} as object`, path: `${path}?${name}[a]=1` }));
        } else {
          const isForbidden = operation.contract.method !== "GET" && !/preview/.test(body ?? "");
          await send(operation, person, withBody({ what, headers: { [name.toLowerCase()]: value }, isForbidden }));
        }
      }
    }
    for (const query of [
      "?surprise=1",
      "?a\u0000=1".replace("\u0000", "%00"),
      "?__proto__=1",
      `?${"a=1&".repeat(400)}`,
      `?q=${"x".repeat(3_000)}`,
    ]) {
      await send(
        operation,
        person,
        withBody({ what: `query ${query.slice(0, 30)}`, path: addressOf(operation) + query, isForbidden: true }),
      );
    }
  });
  expect(faults.splice(0)).toEqual([]);
});

test("random JSON, whole or planted into a sound body, breaks nothing", slow, async () => {
  const plant = fc.record({ place: fc.nat(), value: fc.jsonValue({ maxDepth: 4 }), isWhole: fc.boolean() });
  const samples = fc.sample(plant, { seed, numRuns: 25 });
  await eachOperation(withExample, async (operation, person) => {
    const body = bodyOf(operation);
    for (const { place, value, isWhole } of mayCall(operation, person) ? samples : samples.slice(0, 5)) {
      const places = placesIn(body).length;
      const text = isWhole || places === 0 ? JSON.stringify(value) : changedAt(body, place % places, value).text;
      await send(operation, person, { what: text.slice(0, 200), body: text });
    }
  });
  expect(faults.splice(0)).toEqual([]);
});

test("afterwards the process lives, answers at once and serves everybody", slow, async () => {
  await wait(50);
  expect((await api.app.inject({ url: "/livez" })).statusCode).toBe(200);
  expect((await api.app.inject({ url: "/readyz" })).json()).toMatchObject({ status: "ready" });
  const view = operations.find(({ contract }) => contract.operationId === "getSubmission") as Operation;
  const { cookie } = await api.addPerson({ role: "focal_point", country: "CRI" });
  expect((await api.app.inject({ url: addressOf(view), headers: { cookie } })).statusCode).toBe(200);
  expect(requests).toBeGreaterThan(5_000);
  console.info(`${requests} requests, the dearest took ${Math.round(slowest)} ms of the processor`);
  expect(slowest).toBeLessThan(slowMs);
  const said = api.logLines.filter((line) => /"level":"error"/.test(line));
  expect(said).toEqual([]);
});
