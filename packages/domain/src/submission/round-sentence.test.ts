import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Language, languages } from "../catalogue/language.ts";
import { roundFacts, roundSentence } from "./round-sentence.ts";
import type { SubmissionStatus } from "./submission-status.ts";
import { timeliness } from "./timeliness.ts";

/** What a country did so far, as events: the second computation counts these and never looks at a status. */
interface Story {
  readonly obligated: boolean;
  /** Days after the due date at which it first submitted; null = never. */
  readonly submitted: number | null;
  readonly since: "nothing" | "returned" | "withdrawn" | "published";
  readonly begun: boolean;
  /** Whether the secretariat excused the country; `reporting`: it then reports voluntarily all the same. */
  readonly excused: "no" | "silent" | "reporting";
  /** Days by which its date was moved; 0 = not moved. */
  readonly moved: number;
}

const anyStory: fc.Arbitrary<Story> = fc.record({
  obligated: fc.boolean(),
  submitted: fc.option(fc.integer({ min: -60, max: 60 })),
  since: fc.constantFrom("nothing", "returned", "withdrawn", "published"),
  begun: fc.boolean(),
  excused: fc.constantFrom("no", "no", "silent", "reporting"),
  moved: fc.constantFrom(0, 0, 20, 40),
});

const due = Date.parse("2027-04-30T12:00:00Z");
const day = 86_400_000;

function report(story: Story, today: number) {
  const firstSubmittedAt =
    story.submitted === null || story.submitted > today ? null : new Date(due + story.submitted * day);
  const after = { nothing: "submitted", returned: "returned", withdrawn: "draft", published: "published" } as const;
  const open: SubmissionStatus = story.begun ? "draft" : "not_started";
  const own = story.excused === "reporting" && !story.begun ? "exempt" : open;
  const status: SubmissionStatus =
    story.excused === "silent" ? "exempt" : firstSubmittedAt === null ? own : after[story.since];
  const exempt = story.excused !== "no";
  const dueDate = new Date(due + story.moved * day).toISOString().slice(0, 10);
  return {
    obligated: story.obligated,
    exempt,
    status,
    firstSubmittedAt,
    extended: story.moved > 0,
    timeliness: timeliness({
      status,
      dueDate,
      timeZone: "America/Managua",
      firstSubmittedAt,
      now: new Date(due + today * day),
      obligated: story.obligated,
      exempt,
    }),
  };
}

/** The same counts, computed independently from the events. */
function retold(stories: readonly Story[], today: number) {
  const counts = { expected: 0, received: 0, receivedLate: 0, returned: 0, withdrawn: 0, overdue: 0, extended: 0 };
  const more = { inPreparation: 0, notStarted: 0, exempt: 0 };
  for (const { obligated, excused, submitted, since, moved, begun } of stories) {
    if (!obligated) continue;
    counts.expected++;
    const isReceived = submitted !== null && submitted <= today;
    // For an excused country only a report that was sent and not withdrawn counts in the round.
    const isSilent = excused !== "no" && !isReceived;
    if (excused === "silent" || isSilent || (excused !== "no" && since === "withdrawn")) more.exempt++;
    else if (isReceived) {
      counts.received++;
      if (excused === "no" && submitted > moved) counts.receivedLate++;
      if (since === "returned") counts.returned++;
      if (since === "withdrawn") counts.withdrawn++;
    } else if (today > moved) counts.overdue++;
    else if (moved > 0) counts.extended++;
    else if (begun) more.inPreparation++;
    else more.notStarted++;
  }
  return { ...counts, ...more };
}

const phrases: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  en: {
    overdue: /(\d+) (?:late|not received)/,
    extended: /(\d+) extended/,
    inPreparation: /(\d+) in preparation/,
    notStarted: /(\d+) not started/,
    exempt: /(\d+) exempt/,
    receivedLate: /(\d+) after the due date/,
    returned: /(\d+) returned for clarification/,
    withdrawn: /(\d+) taken back by the countr/,
  },
  es: {
    overdue: /(\d+) (?:fuera de plazo|no recibidos?)/,
    extended: /(\d+) con prórroga/,
    inPreparation: /(\d+) en preparación/,
    notStarted: /(\d+) sin iniciar/,
    exempt: /(\d+) exentos?/,
    receivedLate: /(\d+) después de la fecha límite/,
    returned: /(\d+) devueltos? para aclaración/,
    withdrawn: /(\d+) retirados? por /,
  },
};

/** The whole in each form that the sentence can have, and which counts it says. */
const wholes: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  en: {
    some: /(\d+) of (\d+) received/,
    all: /all (\d+) reports owed were received/,
    allOfOne: /the one report that is owed was received/,
    exempt: /all (\d+) obligated countries are exempt/,
    exemptOfOne: /the one obligated country is exempt/,
    asked: /(\d+) reports? (?:is|are) expected/,
    nobody: /no country is obliged to report/,
  },
  es: {
    some: /(\d+) de (\d+) recibidos/,
    all: /se recibieron los (\d+) informes que se debían/,
    allOfOne: /se recibió el único informe que se debía/,
    exempt: /los (\d+) países obligados están exentos/,
    exemptOfOne: /el único país obligado está exento/,
    asked: /se esperan? (\d+) informes?/,
    nobody: /ningún país está obligado a informar/,
  },
};

/** What a reader learns from the sentence: a count that is not mentioned is zero. */
function read(language: Language, sentence: string) {
  const counts: Record<string, number> = Object.fromEntries(
    Object.entries(phrases[language]).map(([part, words]) => [part, Number(sentence.match(words)?.[1] ?? 0)]),
  );
  const { exempt = 0 } = counts;
  const forms = Object.entries(wholes[language]).filter(([, words]) => words.test(sentence));
  expect(forms, sentence).toHaveLength(1);
  const [[form, words] = ["", /./]] = forms;
  const [, first = "1", second = "0"] = sentence.match(words) ?? [];
  const n = Number(first);
  switch (form) {
    case "some":
      return { ...counts, received: n, expected: Number(second) };
    case "all":
    case "allOfOne":
      return { ...counts, received: n, expected: n + exempt };
    case "exempt":
    case "exemptOfOne":
      return { ...counts, received: 0, exempt: n, expected: n };
    case "asked":
      return { ...counts, received: 0, notStarted: n, expected: n + exempt };
    default:
      return { ...counts, received: 0, expected: 0 };
  }
}

const round = { opensOn: "2027-04-10", dueOn: "2027-04-30", closesOn: "2027-06-14" };
const dayOf = (today: number) => new Date(due + today * day).toISOString().slice(0, 10);
/** Days of the sentence are no counts. */
const silent = () => "día";

describe.each(languages)("the sentence about a round, in %s", (language) => {
  test("says what happened, and its parts add up to the whole, before it opens, while it runs and after it closed", () => {
    fc.assert(
      fc.property(fc.array(anyStory, { maxLength: 12 }), fc.integer({ min: -40, max: 60 }), (stories, today) => {
        const reports = stories.map((story) => report(story, today));
        const facts = roundFacts(round, reports, dayOf(today));
        const [sentence = "", voluntary = ""] = roundSentence(language, facts, silent).split(/(?<=\.) /);
        const expected = retold(stories, today);
        expect(read(language, sentence), sentence).toEqual(expected);
        // Outside the parentheses each country is counted once.
        const { expected: whole, received, overdue, extended, inPreparation, notStarted, exempt } = expected;
        expect(received + overdue + extended + inPreparation + notStarted + exempt).toBe(whole);
        const free = reports.filter(({ obligated }) => !obligated);
        const sent = free.filter(({ firstSubmittedAt }) => firstSubmittedAt !== null).length;
        expect(facts.voluntary).toEqual({ countries: free.length, received: sent });
        expect(voluntary === "").toBe(free.length === 0);
        if (free.length > 1) {
          expect(voluntary).toContain(` ${free.length} `);
          expect(/none|ninguno/.test(voluntary)).toBe(sent === 0);
          if (sent > 0) expect(voluntary.match(/\d+/g)?.map(Number)).toEqual([free.length, sent]);
        }
      }),
      { numRuns: 400 },
    );
  });
});

test("each state of a round has its own words", () => {
  const story = (part: Partial<Story>): Story => ({
    ...{ obligated: true, submitted: null, since: "nothing", begun: false, excused: "no", moved: 0 },
    ...part,
  });
  const said = (language: Language, today: number, ...stories: Partial<Story>[]) =>
    roundSentence(
      language,
      roundFacts(
        round,
        stories.map((part) => report(story(part), today)),
        dayOf(today),
      ),
      (date) => date,
    );
  const eight = Array.from({ length: 8 }, () => ({}));
  expect(said("es", -30, ...eight, { obligated: false })).toBe(
    "Se abre el 2027-04-10, con fecha límite 2027-04-30: se esperan 8 informes. Un país puede informar voluntariamente y no lo ha hecho.",
  );
  expect(
    said("en", -5, { submitted: -10, since: "returned" }, { begun: true }, { moved: 20 }, { excused: "silent" }, {}),
  ).toBe(
    "Due 2027-04-30: 1 of 5 received (1 returned for clarification), 1 extended, 1 in preparation, 1 not started, 1 exempt.",
  );
  expect(
    said("es", 8, { submitted: 2 }, { begun: true }, {}, { obligated: false, submitted: 1 }, { obligated: false }),
  ).toBe(
    "Con fecha límite 2027-04-30: 1 de 3 recibidos (1 después de la fecha límite), 2 fuera de plazo. De 2 países que pueden informar voluntariamente, 1 lo ha hecho.",
  );
  expect(said("en", 3, { submitted: -1 }, { submitted: 2 }, { excused: "silent" })).toBe(
    "Due 2027-04-30: all 2 reports owed were received (1 after the due date), 1 exempt.",
  );
  expect(said("en", 50, { submitted: -1 }, {})).toBe("Closed on 2027-06-14: 1 of 2 received, 1 not received.");
  expect(said("es", 3, { excused: "silent" }, { excused: "silent" })).toBe(
    "Con fecha límite 2027-04-30: los 2 países obligados están exentos.",
  );
  expect(said("en", 3, { obligated: false, submitted: 1 }, { obligated: false, submitted: 1 })).toBe(
    "Due 2027-04-30: no country is obliged to report. Of 2 countries that may report voluntarily, 2 have done so.",
  );
});
