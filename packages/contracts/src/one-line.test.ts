import { expect, test } from "vitest";
import type { z } from "zod";
import { allContracts } from "./all-contracts.ts";
import { notOneLine } from "./values.ts";

interface Text {
  readonly at: string;
  readonly schema: z.ZodType;
}

/** Every text that a caller may send in this schema, names of entries included. */
function textsIn(schema: z.ZodType, at: string): readonly Text[] {
  const { def } = schema as unknown as { def: Definition };
  if (notOneLine.has(schema)) return [{ at, schema }];
  switch (def.type) {
    case "string":
      return [{ at, schema }];
    case "pipe":
      return def.in?.def.type === "string" ? [{ at, schema }] : textsIn(def.in as z.ZodType, at);
    case "object":
      return Object.entries(def.shape ?? {}).flatMap(([name, part]) => textsIn(part, `${at}.${name}`));
    case "array":
      return textsIn(def.element as z.ZodType, `${at}[]`);
    case "record":
      return [...textsIn(def.keyType as z.ZodType, `${at}{name}`), ...textsIn(def.valueType as z.ZodType, `${at}{}`)];
    case "union":
      return (def.options ?? []).flatMap((option, place) => textsIn(option, `${at}|${place}`));
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return textsIn(def.innerType as z.ZodType, at);
    case "enum":
    case "literal":
    case "number":
    case "boolean":
    case "undefined":
      return [];
    default:
      throw new Error(`${at}: a ${def.type} is new here; say what it holds`);
  }
}

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly keyType?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType & { readonly def: Definition };
}

const all = allContracts.flatMap(({ operationId, params, query, body }) =>
  [params, query, body].flatMap((schema) => (schema === undefined ? [] : textsIn(schema, operationId))),
);
const isFree = ({ schema }: Text) => notOneLine.has(schema);

test("texts of several lines, secrets and what is only compared are these, and no others", () => {
  const free = Object.groupBy(all.filter(isFree), ({ schema }) => notOneLine.get(schema)?.why ?? "");
  const names = (some: readonly Text[] = []) => some.map(({ at }) => at.replace(/\|\d/g, ""));
  expect(names(free["a secret"])).toEqual([
    "createSession.password",
    "changePassword.current",
    "changePassword.next",
    "acceptInvitation.password",
    "acceptPasswordReset.password",
  ]);
  expect(names(free["only compared"])).toEqual(["createSession.email", "requestPasswordReset.email"]);
  expect(names(free["several lines"])).toEqual([
    "correctRound.reason",
    "cancelRound.reason",
    "saveAnswer.value.text",
    "saveAnswer.reason",
    "saveAnswer.comment",
    "saveAnswers.answers[].value.text",
    "saveAnswers.answers[].reason",
    "saveAnswers.answers[].comment",
    "withdrawSubmission.reason",
    "returnSubmission.comments[].body",
    "exemptSubmission.reason",
    "extendSubmission.reason",
    "correctExtension.reason",
    "takeBackExtension.reason",
    "correctReturnDate.reason",
    "takeBackExemption.reason",
    "addComment.body",
    "resendNotices.text.en",
    "resendNotices.text.es",
  ]);
});

const samples = [
  "Ana Solano",
  "ana@state.example",
  "https://www.state.example/ley",
  "01a22198-ba5a-7d6e-88d6-4502ba24e57c",
  "2027-04-30",
  "2027-04-30T12:00:00Z",
  "2027",
  "CRI",
  "USD",
  "2026.1",
  "CA-MEX",
  "TIP-LEG-01",
  "sex",
  "sex×age",
  "a".repeat(43),
];
const signs = [
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u001b",
  "\u0085",
  "\u2028",
  "\u202e",
  "\u200e",
  "\u2067",
  "\u200b",
  "\u00ad",
  "\ufeff",
];

const held = all.filter((text) => !isFree(text));

test.each(held)("$at is one line that is read as it is stored", ({ schema }) => {
  const taken = samples.filter((text) => schema.safeParse(text).success);
  expect(taken).not.toEqual([]);
  for (const text of taken) {
    for (const sign of signs) {
      for (const place of [0, Math.floor(text.length / 2), text.length]) {
        const forged = text.slice(0, place) + sign + text.slice(place);
        expect(schema.safeParse(forged).success, JSON.stringify(forged)).toBe(false);
      }
    }
  }
});
