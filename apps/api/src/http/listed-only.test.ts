import { AnswerValueSchema, allContracts, PlainAnswer } from "@avances/contracts";
import { loadCatalogueFile } from "@avances/db";
import { completeAnswers } from "@avances/testing";
import { expect, test } from "vitest";
import { z } from "zod";
import { listedOnly } from "./listed-only.ts";

const { catalogue } = loadCatalogueFile("packages/domain/catalogue/2026.3.json");
const answers = completeAnswers(catalogue, { seed: 11 });

/** The same value with one more field in every object that is not a record. */
function withMore(value: unknown, isRecord = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withMore(item));
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      withMore(field, isRecord || name === "breakdowns" || name === "crossTabs"),
    ]),
  );
  return isRecord ? copy : { ...copy, planted: "secret" };
}

test("what the schema lists is copied, whatever the type of the value, and nothing else", () => {
  expect(new Set(answers.map(({ value }) => value?.type)).size).toBe(7);
  const copy = listedOnly(z.object({ answers: z.array(PlainAnswer).readonly(), more: z.string().optional() }));
  const given = withMore({ answers });
  expect(JSON.stringify(given)).toContain("planted");
  expect(copy(given)).toEqual({ answers });
});

test("a reply with nothing unlisted is not copied; one unlisted field, however deep, is dropped where it stands", () => {
  const inner = z.object({ a: z.int(), b: z.record(z.string(), z.object({ c: z.int().nullable() })) });
  const keep = listedOnly(
    z.object({
      list: z.array(inner),
      either: z.discriminatedUnion("kind", [z.object({ kind: z.literal("k"), d: inner })]),
    }),
  );
  const row = () => ({ a: 1, b: { x: { c: 2 }, y: { c: null } } });
  const whole = { list: [row(), row()], either: { kind: "k", d: row() } };
  expect(keep(whole)).toBe(whole);
  const planted = () => structuredClone(whole) as typeof whole & Record<string, unknown>;
  const places: readonly ((reply: ReturnType<typeof planted>) => object)[] = [
    (reply) => reply,
    (reply) => reply.list[1] as object,
    (reply) => reply.list[1]?.b.y as object,
    (reply) => reply.either,
    (reply) => reply.either.d.b.x,
  ];
  for (const place of places) {
    const reply = planted();
    Object.assign(place(reply), { planted: "secret" });
    expect(keep(reply)).toEqual(whole);
  }
});

test("absent stays absent, null stays null, a loose object keeps all", () => {
  const schema = z.object({
    absent: z.string().optional(),
    nothing: z.object({ a: z.int() }).nullable(),
    loose: z.looseObject({ version: z.string() }),
    either: z.union([z.number(), z.literal("s")]),
  });
  const given = { nothing: null, loose: { version: "1", more: 2 }, either: "s", planted: 1 };
  expect(listedOnly(schema)(given)).toEqual({ nothing: null, loose: { version: "1", more: 2 }, either: "s" });
});

test.each([
  ["no object", z.object({ a: z.object({ b: z.int() }) }), { a: 7 }],
  ["no list", z.object({ a: z.array(z.int()) }), { a: { 0: 1 } }],
  ["a variant that is not listed", AnswerValueSchema, { type: "secret", value: 1 }],
  ["nothing where something is listed", z.object({ a: z.int() }), null],
])("%s is refused", (_, schema: z.ZodType, value) => {
  expect(() => listedOnly(schema)(value)).toThrow();
});

test("every contract has a shape that can be copied", () => {
  for (const contract of Object.values(allContracts)) expect(listedOnly(contract.response)).toBeTypeOf("function");
});
