import { textOfPdf } from "@avances/api/testing/pdf-text";
import type { TestPerson } from "@avances/api/testing/start-test-api";
import { allContracts } from "@avances/contracts";
import { endUser } from "@avances/db/queries/user-queries";
import { type ActorRole, rolesFor, scopeOf } from "@avances/domain/access";
import { languages } from "@avances/domain/catalogue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Operation, operations, type Targets } from "./support/operations.ts";
import { foreign, own, type Reader, type TwoCountries, twoCountries, year } from "./support/two-countries.ts";

let world: TwoCountries;
/** Every canary that reached somebody who may not read it: who, by which call, from where. */
const leaks: string[] = [];

beforeAll(async () => {
  world = await twoCountries();
}, 120_000);
afterAll(() => world?.close());

interface Answer {
  readonly status: number;
  readonly code: string | null;
  /** What distinguishes one refusal from another for the caller; the id of the request is left out, because it always differs. */
  readonly refusal: string;
  readonly text: string;
}

/** Makes one request, and looks for canaries in everything that comes back. */
async function ask(
  operation: Operation,
  as: TestPerson | null,
  targets: Targets,
  body = operation.body?.(targets),
): Promise<Answer> {
  const reply = await world.api.call(operation.contract, {
    ...(as && { as }),
    ...(operation.params && { params: operation.params(targets) }),
    ...(operation.query && { query: operation.query(targets) as never }),
    ...(body !== undefined && { body: body as never }),
    ...(operation.revision !== undefined && { revision: operation.revision }),
  });
  const isPdf = String(reply.headers["content-type"]).startsWith("application/pdf");
  const text = isPdf ? textOfPdf(reply.bytes) : reply.text;
  watch(as, operation.contract.operationId, `${text}\n${JSON.stringify(reply.headers)}`);
  const { instance: _, ...problem } = reply.problem ?? { instance: "" };
  return {
    status: reply.status,
    code: reply.problem?.code ?? null,
    refusal: JSON.stringify(reply.problem ? problem : null),
    text: reply.text,
  };
}

function watch(as: TestPerson | null, what: string, text: string): void {
  const reader: Reader = { role: as?.role ?? "public", country: as?.country ?? null };
  for (const canary of world.canaries) {
    if (text.includes(canary.text) && !canary.mayBeReadBy(reader, what))
      leaks.push(`${canary.where} to ${reader.role} ${reader.country} by ${what}`);
  }
}

/** All kinds of callers from outside the foreign country, and nobody (null). */
function visitors(): readonly (TestPerson | null)[] {
  return [null, ...world.people.filter((person) => person.country !== foreign)];
}

const roleOf = (person: TestPerson | null): ActorRole => person?.role ?? "public";
const label = (operation: Operation, person: TestPerson | null) =>
  `${operation.contract.operationId} as ${roleOf(person)} ${person?.country ?? ""}`.trim();
/** A filter of a list only narrows what is visible; only a named thing can be foreign. */
const canBeForeign = ({ names }: Operation) => names !== "nothing";

test("every operation of the API is walked, and every one has somebody who may call it", () => {
  expect(operations.map(({ contract }) => contract.operationId)).toEqual(allContracts.map((each) => each.operationId));
  for (const { contract } of operations) expect(rolesFor(contract.action), contract.operationId).not.toEqual([]);
  for (const [country, targets] of Object.entries(world.targets))
    for (const [name, value] of Object.entries(targets)) expect(value, `${name} of ${country}`).not.toBe("");
});

test("who may not call an operation is refused alike for an own, a foreign and a missing thing, whatever the body, and changes nothing", async () => {
  const before = await world.content();
  const wrong: string[] = [];
  let calls = 0;
  for (const operation of operations) {
    for (const person of visitors()) {
      if (scopeOf(roleOf(person), operation.contract.action) !== null) continue;
      const expected = person === null ? "401 not-signed-in" : "403 not-allowed";
      const replies = [
        await ask(operation, person, world.targets[own]),
        await ask(operation, person, world.targets[foreign]),
        await ask(operation, person, world.missing),
        ...(operation.contract.body ? [await ask(operation, person, world.targets[foreign], { nonsense: 1 })] : []),
      ];
      calls += replies.length;
      for (const { status, code } of replies)
        if (`${status} ${code}` !== expected) wrong.push(`${label(operation, person)}: ${status} ${code}`);
      if (new Set(replies.map(({ refusal }) => refusal)).size > 1) wrong.push(`${label(operation, person)}: differs`);
    }
  }
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(500);
  expect(await world.content()).toEqual(before);
});

test("whoever's account has ended is nobody to every operation, though the token in their browser goes on, and changes nothing", async () => {
  const { api } = world;
  const secretariat = world.person("secretariat", null);
  const gone = [
    await api.addPerson({ role: "observer", organisation: "IOM" }),
    await api.addPerson({ role: "civil_society", organisation: "RNCOM" }),
    await api.addPerson({ role: "rcgm_delegate" }),
  ];
  for (const { userId } of gone) await api.db.asActor(secretariat, (tx) => endUser(tx, userId, api.deps.clock.now()));
  const before = await world.content();
  const wrong: string[] = [];
  const personal = operations.filter(({ contract }) => !rolesFor(contract.action).includes("public"));
  for (const operation of personal) {
    const nobody = await ask(operation, null, world.targets[own]);
    for (const person of gone) {
      const there = await ask(operation, person, world.targets[own]);
      if (there.status !== 401 || there.refusal !== nobody.refusal)
        wrong.push(`${label(operation, person)}: ${there.status} ${there.code}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(personal.length).toBeGreaterThan(100);
  expect(await world.content()).toEqual(before);
});

test("a thing of another country answers like a missing one, also to a wrong body, and nothing of it changes", async () => {
  const before = await world.content();
  const wrong: string[] = [];
  let calls = 0;
  for (const operation of operations.filter(canBeForeign)) {
    for (const person of visitors()) {
      const scope = scopeOf(roleOf(person), operation.contract.action);
      if (scope !== "own" && scope !== "assigned") continue;
      const [there, missing] = [
        await ask(operation, person, world.targets[foreign]),
        await ask(operation, person, world.missing),
      ];
      calls += 2;
      if (there.status !== 404 || there.code !== "not-found")
        wrong.push(`${label(operation, person)}: ${there.status} ${there.code}`);
      if (there.refusal !== missing.refusal) wrong.push(`${label(operation, person)}: tells that it exists`);
      for (const body of operation.contract.body ? [{ nonsense: 1 }, [], "x", null, { state: "reported" }] : []) {
        const badThere = await ask(operation, person, world.targets[foreign], body);
        const badMissing = await ask(operation, person, world.missing, body);
        calls += 2;
        if (badThere.status < 400 || badThere.refusal !== badMissing.refusal)
          wrong.push(`${label(operation, person)}: a wrong body tells that it exists`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(80);
  expect(await world.content()).toEqual(before);
});

test("who may call an operation gets past the guards with the own thing, and no other country's rows change", async () => {
  const before = await world.content(foreign);
  const wrong: string[] = [];
  // Reads first: later operations change the own country's things.
  const inOrder = [...operations].sort(
    (a, b) => Number(a.contract.method !== "GET") - Number(b.contract.method !== "GET"),
  );
  for (const operation of inOrder) {
    for (const person of visitors()) {
      if (person?.role === "secretariat" || scopeOf(roleOf(person), operation.contract.action) === null) continue;
      // A session of its own, because some operations end it.
      const caller = person && (await world.api.addPerson({ role: person.role, country: person.country }));
      const { status, code } = await ask(operation, caller, world.targets[own]);
      const isNotFound = code === "not-found" && operation.isMissing !== true;
      const isNotTheirs = operation.isMissingFor?.includes(roleOf(person)) === true;
      const isRefused = code === "not-allowed" || isNotFound !== isNotTheirs || status >= 500;
      // Without a refresh cookie there is nothing to refresh: this refusal comes from the operation itself.
      const isKept = code === "not-signed-in" && operation.contract.operationId !== "refreshSession";
      if (isRefused || isKept) wrong.push(`${label(operation, person)}: ${status} ${code}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(await world.content(foreign)).toEqual(before);
});

test("the secretariat gets past the guards in every country, and no act of it changes a working copy", async () => {
  const before = (await world.content()).answer;
  const wrong: string[] = [];
  const secretariat = world.person("secretariat", null);
  const inOrder = [...operations].sort(
    (a, b) => Number(a.contract.method !== "GET") - Number(b.contract.method !== "GET"),
  );
  for (const operation of inOrder) {
    if (scopeOf("secretariat", operation.contract.action) === null) continue;
    for (const country of [own, foreign] as const) {
      const caller =
        operation.contract.method === "GET" ? secretariat : await world.api.addPerson({ role: "secretariat" });
      const { status, code } = await ask(operation, caller, world.targets[country]);
      const isNotFound = code === "not-found" && operation.isMissing !== true;
      const isRefused = code === "not-allowed" || isNotFound || status >= 500;
      if (isRefused) wrong.push(`${label(operation, caller)} in ${country}: ${status} ${code}`);
    }
    if (!canBeForeign(operation) || operation.names === "country") continue;
    const missing = await ask(operation, await world.api.addPerson({ role: "secretariat" }), world.missing);
    if (missing.code !== "not-found") wrong.push(`${label(operation, secretariat)}: missing is ${missing.status}`);
  }
  expect(wrong).toEqual([]);
  expect((await world.content()).answer).toBe(before);
});

test("each country reads its own private words, so the canaries are where they should be", async () => {
  const seen = new Set<string>();
  for (const country of [own, foreign] as const) {
    const focalPoint = world.person("focal_point", country);
    const getSubmission = operations.find(({ contract }) => contract.operationId === "getSubmission") as Operation;
    const { draftId, frozenId } = world.targets[country];
    for (const submissionId of [draftId, frozenId]) {
      const { text } = await ask(getSubmission, focalPoint, { ...world.targets[country], draftId: submissionId });
      for (const canary of world.canaries) if (text.includes(canary.text)) seen.add(canary.where);
    }
  }
  for (const country of [own, foreign])
    for (const place of [
      "draft reason",
      "draft comment",
      "draft evidence",
      "reworked comment",
      "own talk",
      "shared talk",
    ])
      expect(seen).toContain(`${place} ${country}`);
});

test("no private word reaches anybody else: not in answers, refusals, lists, files, pages or the log", async () => {
  const nobody = [
    "/openapi.json",
    "/docs",
    ...languages.slice(1).map((language) => `/docs/${language}`),
    "/livez",
    "/readyz",
    "/nothing",
    "/api/v1/nothing",
  ];
  for (const url of nobody) watch(null, url, (await world.api.app.inject({ url })).body);
  const codes = world.api.deps.catalogues.current.indicators.map(({ code }) => code);
  const publicFiles = [
    ...codes.flatMap((code) => [`public/indicators/${code}`, `public/data.csv?indicator=${code}`]),
    ...world.api.deps.reference.countries.map(({ alpha3 }) => `public/countries/${alpha3}`),
    "public/data.csv",
    `public/data.csv?country=${foreign}&year=${year - 2}`,
  ];
  for (const file of publicFiles) watch(null, file, (await world.api.app.inject({ url: `/api/v1/${file}` })).body);
  for (const person of world.people) {
    for (const operation of operations.filter(({ contract }) => contract.method === "GET"))
      for (const targets of [world.targets[own], world.targets[foreign]]) await ask(operation, person, targets);
  }
  const log = world.api.logLines.join("\n");
  expect(world.canaries.filter(({ text }) => log.includes(text)).map(({ where }) => where)).toEqual([]);
  expect(world.canaries.length).toBeGreaterThan(50);
  expect(leaks).toEqual([]);
});
