import type { AsksOfCountry, ExchangeView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { describe, expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { askFacts, asksSentence } from "./asks-sentence.ts";

type RoundAsks = AsksOfCountry["rounds"][number];

const answer: ExchangeView = {
  kind: "exchange",
  id: "a",
  round: 2026,
  channel: "telephone",
  day: "2026-11-27",
  isAsk: true,
  nth: 3,
  withWhom: "",
  said: "by_date",
  promisedOn: "2026-12-04",
  detail: "",
  answersId: null,
  notedAt: "2026-11-27T15:00:00.000Z",
  letter: null,
  notedByName: "Paula Rivas",
  ofCancelledRound: false,
  withdrawn: null,
};
const round = (patch: Partial<RoundAsks> = {}): RoundAsks => ({
  year: 2026,
  referenceYear: 2025,
  opensOn: "2026-08-25",
  dueOn: "2026-11-21",
  status: "draft",
  isCancelled: false,
  asks: 3,
  lastAskOn: "2026-11-26",
  lastAnswerId: "a",
  ...patch,
});
const asks = (patch: Partial<AsksOfCountry> = {}): AsksOfCountry => ({
  country: "HND",
  name: { en: "Honduras", es: "Honduras" },
  capital: { en: "Tegucigalpa", es: "Tegucigalpa" },
  timeZone: "America/Tegucigalpa",
  today: "2026-11-28",
  rounds: [round()],
  entries: [answer],
  contacts: [],
  ...patch,
});
function said(data: AsksOfCountry, language: (typeof languages)[number] = "en", year?: number): string {
  const facts = askFacts(data, year);
  return facts === null ? "" : asksSentence(data, facts, language, formatsFor(language));
}

describe("the sentence over the requests to a country", () => {
  test("how often, when last, and what it said", () => {
    expect(said(asks())).toBe(
      "In the 2026 round, data for 2025, Honduras was asked for its report 3 times, last on 26 November 2026. On 27 November 2026 it said that it will send it by 4 December 2026.",
    );
    expect(said(asks(), "es")).toBe(
      "En la ronda 2026, datos de 2025, se pidió el informe a Honduras 3 veces, la última el 26 de noviembre de 2026. El 27 de noviembre de 2026 dijo que lo enviará a más tardar el 4 de diciembre de 2026.",
    );
  });

  test("once, and never, have their own words; without a request nobody is called silent", () => {
    const once = asks({ rounds: [round({ asks: 1, lastAnswerId: null })], entries: [] });
    expect(said(once)).toContain(
      "was asked for its report once, on 26 November 2026. No answer of the country is on record.",
    );
    const never = asks({ rounds: [round({ asks: 0, lastAskOn: null, lastAnswerId: null })], entries: [] });
    expect(said(never)).toBe("In the 2026 round, data for 2025, Honduras has not been asked for its report.");
  });

  test("nobody is called silent of whom a reply came by mail, and what it says is not told", () => {
    const reply = { kind: "replied", at: "2026-11-27T03:00:00Z", reason: null, code: null, status: null } as const;
    const recipient = {
      name: "Inés Mejía",
      role: "focal_point",
      state: "sent",
      settledAt: null,
      result: null,
    } as const;
    const message = {
      ...({ kind: "message", id: "m", round: 2026, step: "before_7", nth: 1, day: "2026-11-26" } as const),
      ...{ at: "2026-11-26T15:00:00Z", byName: null, ofCancelledRound: false },
      recipients: [{ ...recipient, reply: { ...reply, answer: null, awayUntil: null, stopsReminders: false } }],
    };
    const replied = asks({ rounds: [round({ asks: 1, lastAnswerId: null })], entries: [message] });
    // In the clocks of the capital.
    expect(said(replied)).toContain("A reply to a request came by mail on 26 November 2026; what it says is not noted");
    expect(said(replied)).not.toContain("No answer");
    // What the country said is told before it.
    expect(said({ ...replied, rounds: [round()], entries: [message, answer] })).not.toContain("came by mail");
  });

  test("a day that has passed is said to have passed, as long as the report has not arrived", () => {
    expect(said(asks({ today: "2026-12-04" }))).not.toContain("passed");
    expect(said(asks({ today: "2026-12-05" }))).toContain("That day has passed.");
    const arrived = said(asks({ today: "2026-12-05", rounds: [round({ status: "submitted" })] }));
    expect(arrived).not.toContain("passed");
    expect(arrived).toContain("Its report has been received.");
  });

  test("what is not awaited any more has no silence and no reproach", () => {
    for (const status of ["submitted", "accepted", "published", "returned", "exempt"] as const)
      expect(said(asks({ rounds: [round({ status, lastAnswerId: null })], entries: [] }))).not.toContain("No answer");
  });

  test("the round of the address, else the newest that stands; all rounds together when there are several", () => {
    const rounds = [
      round({ year: 2027, referenceYear: 2026, isCancelled: true, asks: 0, lastAskOn: null, lastAnswerId: null }),
      round(),
      round({
        year: 2025,
        referenceYear: 2024,
        asks: 12,
        lastAskOn: "2025-06-14",
        lastAnswerId: null,
        status: "published",
      }),
    ];
    expect(said(asks({ rounds }))).toMatch(/^In the 2026 round.*Since the 2025 round: 15 requests\.$/);
    expect(said(asks({ rounds }), "en", 2025)).toMatch(/^In the 2025 round, data for 2024, .* 12 times/);
    expect(said(asks({ rounds }), "en", 2027)).toContain("This round was withdrawn.");
    expect(said(asks({ rounds: [], entries: [] }))).toBe("");
  });

  test("countries with an article keep it", () => {
    const name = { en: "Dominican Republic", es: "República Dominicana" };
    const data = asks({ country: "DOM", name });
    expect(said(data)).toContain("the Dominican Republic was asked");
    expect(said(data, "es")).toContain("a la República Dominicana");
  });

  test("every answer has its words in every language", () => {
    for (const language of languages)
      for (const one of ["by_date", "waits_for", "nothing_to_report", "other_person", "other"] as const) {
        const entry = { ...answer, said: one, promisedOn: one === "by_date" ? answer.promisedOn : null };
        const text = said(asks({ entries: [entry] }), language);
        expect(text).not.toMatch(/undefined|null| {2}/);
        expect(text).toContain(formatsFor(language).date(answer.day));
      }
  });
});
