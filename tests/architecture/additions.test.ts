import { beforeAll, expect, test } from "vitest";
import { compileWith, type Finding } from "./support/compile-with.ts";
import type { Addition } from "./support/copy-of-house.ts";

/**
 * What a vocabulary needs is keyed by its members, so that whoever adds one is led by the compiler to every place that must know it. Here
 * each kind of addition is made to a copy of the house; a place that reads the vocabulary without being named would be missing below.
 */
const round = "packages/domain/src/round";
const rule = "audience: reporters, asks: false, toldWhile: []";
const event = (name: string, origin: string): Addition => ({
  path: `${round}/notice-calendar.ts`,
  after: "export const eventRules = {\n",
  text: `  ${name}: { origin: "${origin}", speaksOf: null, ${rule} },\n`,
});

const wordsAndLetters = ["apps/web/src/ui/notice.texts.ts", "packages/notices/src/letters/notice-letter.ts"];
const whereItLeads = "packages/notices/src/letters/notice-link.ts";

const additions: readonly {
  readonly kind: string;
  readonly member: string;
  readonly addition: Addition;
  readonly named: readonly string[];
}[] = [
  {
    kind: "a step of the calendar",
    member: "made_up_step",
    addition: {
      path: `${round}/notice-calendar.ts`,
      after: "export const noticeCalendar = [\n",
      text: '  { step: "made_up_step", anchor: "due", offsetDays: -3, audience: reporters, asks: true },\n',
    },
    named: ["apps/web/src/features/rounds/planned-events.ts", ...wordsAndLetters],
  },
  {
    kind: "a notice of what happens to a version",
    member: "made_up_on_version",
    addition: event("made_up_on_version", "version"),
    named: ["packages/notices/src/calendar/events.ts", ...wordsAndLetters, whereItLeads],
  },
  {
    kind: "a notice of an act",
    member: "made_up_on_act",
    addition: event("made_up_on_act", "act"),
    named: ["packages/domain/src/submission/act-news.ts", ...wordsAndLetters, whereItLeads],
  },
  {
    kind: "an audience",
    member: "made_up_audience",
    addition: {
      path: `${round}/notice-audience.ts`,
      after: "export const noticeAudiences = [\n",
      text: '  "made_up_audience",\n',
    },
    named: [
      "packages/domain/src/round/notice-audience.ts",
      "packages/notices/src/letters/english.ts",
      "packages/notices/src/letters/notice-facts.ts",
      "packages/notices/testing/said.ts",
      "packages/notices/src/letters/spanish.ts",
    ],
  },
  {
    kind: "a mail about an account",
    member: "made_up_mail",
    addition: {
      path: `${round}/mail-kind.ts`,
      after: "export const accountMailKinds = [",
      text: '"made_up_mail", ',
    },
    named: ["apps/web/src/ui/notice.texts.ts"],
  },
  {
    kind: "a reason why a message does not leave",
    member: "made-up-outcome",
    addition: {
      path: `${round}/notice-outcome.ts`,
      after: "export const noticeOutcomes = [\n",
      text: '  "made-up-outcome",\n',
    },
    named: ["apps/web/src/ui/notice.texts.ts"],
  },
];

/**
 * A kind of value is born in its name, in what a report holds of it and in what is published of it, and so it travels. What a report holds
 * does not travel here: that is for the compiler to find.
 */
const valueType: readonly Addition[] = [
  {
    path: "packages/domain/src/catalogue/catalogue.ts",
    after: "export const valueTypes = [",
    text: '"made_up_value", ',
  },
  {
    path: "packages/domain/src/answer/answer.ts",
    after: "export interface AnswerValues {\n",
    text: "  readonly made_up_value: { readonly madeUp: number };\n",
  },
  {
    path: "packages/domain/src/suppression/published-submission.ts",
    after: "export interface PublishedValues {\n",
    text: "  readonly made_up_value: { readonly madeUp: number };\n",
  },
  {
    path: "packages/contracts/src/published/values.ts",
    after: 'export const PublishedValueSchema = z\n  .discriminatedUnion("type", [\n',
    text: '    z.object({ type: z.literal("made_up_value"), madeUp: z.number() }),\n',
  },
];
/** What a maintainer has to decide about a kind of value, each in its file. */
const toDecide = [
  // Does it travel as it is (schema), does it count persons, when is it whole and sound, what do rules, index and protection make of it?
  "packages/contracts/src/answers.ts",
  "packages/domain/src/answer/carry-forward.ts",
  "packages/domain/src/answer/complete-value.ts",
  "packages/domain/src/answer/counted-value.ts",
  "packages/domain/src/answer/rule-operand.ts",
  "packages/domain/src/answer/structural-findings.ts",
  "packages/domain/src/progress-index/indicator-score.ts",
  "packages/domain/src/suppression/publish-answers.ts",
  // How is it asked for and read, how is it said and shown?
  "apps/web/src/features/report/form/value-control.tsx",
  "apps/web/src/features/report/saving/values/value-forms.ts",
  "apps/web/src/features/review-desk/answer-value.tsx",
  "apps/web/src/values/words-of-values.tsx",
  // Is it drawn, compared and told in a sentence, and what stands in the file?
  "apps/api/src/features/published/files/data-lines.ts",
  "apps/web/src/features/indicators/answered-facts.ts",
  "apps/web/src/features/indicators/comparison-facts.ts",
  "apps/web/src/features/indicators/indicator-chart.tsx",
  "packages/charts/src/series/drawn-as.ts",
  "packages/charts/src/series/shown-figure.ts",
  "packages/charts/src/series/value-marks.ts",
  // What does the demonstration answer?
  "packages/demonstration/src/complete-answers.ts",
];
/** Where answers go over the wire: in order again once it travels. */
const untilItTravels = [
  "apps/local/src/demonstration/tell-story.ts",
  "apps/web/src/features/report/form/last-round.tsx",
  "apps/web/src/features/report/saving/to-value-from-form.ts",
];

let findings: readonly Finding[];
beforeAll(async () => {
  findings = await compileWith([...additions.map(({ addition }) => addition), ...valueType]);
}, 600_000);

test.each(additions)("$kind: the compiler names every place", ({ member, named }) => {
  const places = findings.filter(({ message }) => message.includes(member)).map(({ path }) => path);
  // Whoever reads a table that lacks the member is found with it; that goes when the member has its row.
  expect(places).toEqual(expect.arrayContaining([...named]));
});

/** What is found without the name of an addition: for a value without its case the compiler often tells only that an answer is missing. */
function unnamed(): readonly Finding[] {
  const members = additions.map(({ member }) => member);
  return findings.filter(({ message }) => !members.some((member) => message.includes(member)));
}

test("a kind of value: the compiler names every place that must know what to do with it, and no other", () => {
  expect(new Set(unnamed().map(({ path }) => path))).toEqual(new Set([...toDecide, ...untilItTravels]));
});
