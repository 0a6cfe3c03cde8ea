import type { ActView } from "@avances/contracts";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import { LanguageContext } from "#i18n/language.ts";
import { Decisions } from "./decisions.tsx";

const state = { status: "not_started", version: 0, dueOn: "2027-04-30", returnDueOn: null } as const;
const act = (change: Partial<ActView>): ActView => ({
  revision: 2,
  act: "extended",
  at: "2027-03-01T15:00:00.000Z",
  byName: "Paula Rivas",
  byRole: "secretariat",
  before: state,
  after: { ...state, dueOn: "2027-05-31" },
  reason: "Change of minister",
  ...change,
});
const correction = {
  act: "dates_corrected" as "dates_corrected" | "closed" | "reopened",
  at: "2027-02-01T15:00:00.000Z",
  before: { opensOn: "2027-02-01", dueOn: "2027-04-30" },
  after: { opensOn: "2027-02-15", dueOn: "2027-04-30" },
  reason: "The month was mistyped",
};

function shown(language: "en" | "es", acts: readonly ActView[], roundCorrections = [correction]): string {
  const view = { acts, roundCorrections, timeZone: "America/Costa_Rica" };
  const page = createElement(LanguageContext, { value: language }, createElement(Decisions, { view }));
  return renderToString(page)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

test("a country reads what the office decided on its report, when, and the reason as it was written", () => {
  const english = shown("en", [act({})]);
  expect(english).toMatch(
    /1 Mar 2027.* The Technical Secretariat moved the due date from 30 April 2027 to 31 May 2027\. “Change of minister”/,
  );
  expect(english).toContain("corrected the dates of the round: opening day 15 February 2027, due date 30 April 2027");
  expect(english).toContain("“The month was mistyped”");
  expect(english.indexOf("Change of minister")).toBeLessThan(english.indexOf("mistyped"));
  expect(english).not.toContain("Paula Rivas");
  const spanish = shown("es", [act({ act: "exempted" })]);
  expect(spanish).toContain("La Secretaría Técnica eximió al país de esta ronda. «Change of minister»");
  expect(spanish).toContain("La Secretaría Técnica corrigió las fechas de la ronda: apertura el 15 de febrero de 2027");
});

test("a closing and its end are told as the round's, without a name", () => {
  const closed = { ...correction, act: "closed" as const, reason: "The meeting is earlier" };
  expect(shown("en", [], [closed])).toContain(
    "The Technical Secretariat closed the round before the day on which it closes by itself. What was not received may still be sent; an extension stands. “The meeting is earlier”",
  );
  expect(shown("es", [], [{ ...closed, act: "reopened" }])).toContain(
    "La Secretaría Técnica abrió la ronda de nuevo. «The meeting is earlier»",
  );
});

test("every act of the desk that asks for a reason shows it", () => {
  const acts = [
    "extended",
    "extension_corrected",
    "extension_taken_back",
    "return_date_corrected",
    "exempted",
    "exemption_taken_back",
  ] as const;
  for (const name of acts)
    expect(shown("en", [act({ act: name, reason: `Because ${name}` })])).toContain(`“Because ${name}”`);
});

test("a correction of the round is told once, and nothing is told where nothing was decided", () => {
  const followed = act({ act: "round_corrected", at: correction.at, reason: correction.reason });
  expect(shown("en", [followed]).match(/mistyped/g)).toHaveLength(1);
  const ownActs = [act({ act: "withdrawn", byRole: "focal_point" }), act({ act: "returned", reason: "" })];
  expect(shown("en", ownActs, [])).toBe("");
});
