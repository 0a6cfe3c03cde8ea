import { languages } from "@avances/domain/catalogue";
import { roundTally, type SubmissionStatus, timeliness } from "@avances/domain/submission";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Language } from "#i18n/language.ts";
import { formatsFor } from "./format.ts";
import { roundSentence } from "./round-sentence.ts";

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
    overdue: /(\d+) late/,
    extended: /(\d+) extended/,
    inPreparation: /(\d+) in preparation/,
    notStarted: /(\d+) not started/,
    exempt: /(\d+) exempt/,
    receivedLate: /(\d+) after the due date/,
    returned: /(\d+) returned for clarification/,
    withdrawn: /(\d+) taken back by the countr/,
  },
  es: {
    overdue: /(\d+) fuera de plazo/,
    extended: /(\d+) con prórroga/,
    inPreparation: /(\d+) en preparación/,
    notStarted: /(\d+) sin iniciar/,
    exempt: /(\d+) exentos?/,
    receivedLate: /(\d+) después de la fecha límite/,
    returned: /(\d+) devueltos? para aclaración/,
    withdrawn: /(\d+) retirados? por /,
  },
};

/** What a reader learns from the sentence: a count that is not mentioned is zero. */
function read(language: Language, sentence: string) {
  const [, received, expected] = sentence.match(/^(\d+) (?:of|de) (\d+) (?:received|recibidos)/) ?? [];
  const told = Object.entries(phrases[language]).map(([part, words]) => [
    part,
    Number(sentence.match(words)?.[1] ?? 0),
  ]);
  return { expected: Number(expected), received: Number(received), ...Object.fromEntries(told) };
}

describe.each(languages)("the sentence about a round, in %s", (language) => {
  test("says what happened, and its parts add up to the whole", () => {
    fc.assert(
      fc.property(
        fc.array(anyStory, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: -40, max: 60 }),
        (stories, today) => {
          const counts = roundTally(stories.map((story) => report(story, today)));
          const sentence = roundSentence(language, formatsFor(language), counts);
          const expected = retold(stories, today);
          expect(read(language, sentence)).toEqual(expected);
          // Outside the parentheses each country is counted once.
          const { expected: whole, received, overdue, extended, inPreparation, notStarted, exempt } = expected;
          expect(received + overdue + extended + inPreparation + notStarted + exempt).toBe(whole);
          const outside = sentence.replace(/\([^)]*\)/, "").replace(/ (of|de) \d+/, "");
          const numbers = [...outside.matchAll(/\d+/g)].map(([digits]) => Number(digits));
          expect(numbers.reduce((sum, number) => sum + number, 0)).toBe(whole);
        },
      ),
      { numRuns: 400 },
    );
  });
});
