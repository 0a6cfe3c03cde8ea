import { expect, test } from "vitest";
import { ApiProblem } from "#lib/api-client.ts";
import { newPasswordTexts } from "#ui/new-password.texts.ts";
import { problemTexts } from "#ui/problem-note.texts.ts";
import { refusalWords } from "./refusal-words.ts";
import { signInTexts } from "./sign-in.texts.ts";

function problem(status: number, code: string, details?: Record<string, unknown>): ApiProblem {
  const document = { type: `/problems/${code}`, title: "", status, code, instance: "", ...(details && { details }) };
  return new ApiProblem(status, code, status === 0 ? null : document);
}

const words = (error: unknown, language: "en" | "es" = "en") =>
  refusalWords(error, {
    t: signInTexts[language],
    common: problemTexts[language],
    newPassword: newPasswordTexts[language],
  });

test("a portal opened under another address says so and names its own, instead of blaming the connection", () => {
  const refused = problem(403, "request-refused", { address: "https://avances.example.org" });
  expect(words(refused)).toMatch(/opened under another address .* only at https:\/\/avances\.example\.org/);
  expect(words(refused, "es")).toMatch(/dirección distinta .* solo en https:\/\/avances\.example\.org/);
});

test("only a missing reply is a matter of the connection", () => {
  const { error } = signInTexts.en;
  expect([problem(0, "unreachable"), problem(0, "not-sent")].map((each) => words(each))).toEqual([
    error.unreachable,
    error.unreachable,
  ]);
  const others = [
    problem(500, "unexpected"),
    problem(404, "not-found"),
    problem(403, "not-allowed"),
    new TypeError("x"),
  ];
  for (const each of others) expect(words(each)).not.toBe(error.unreachable);
  expect(words(problem(401, "sign-in-refused"))).toBe(error.refused);
  expect(words(problem(503, "busy"))).toBe(error.busy);
});
