import { beforeAll, expect, test } from "vitest";
import { compileWith, type Finding } from "./support/compile-with.ts";
import type { Addition } from "./support/copy-of-house.ts";

/**
 * What a vocabulary needs is keyed by its members, so that the compiler leads anybody who adds one to every place that must know it. Here
 * each kind of addition is made to a copy of the repository; a place that reads the vocabulary without being named would be missing below.
 */
const round = "packages/domain/src/round";
const rule = "audience: reporters, asks: false, toldWhile: []";
const event = (name: string, origin: string): Addition => ({
  path: `${round}/notice-calendar.ts`,
  after: "export const eventRules = {\n",
  text: `  ${name}: { origin: "${origin}", speaksOf: null, ${rule} },\n`,
});

const letters = "packages/notices/src/letters/notice-letter.ts";
const wordsAndLetters = ["apps/web/src/ui/notice.texts.ts", letters];
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
    // It asks, so its name stands where files find it too.
    named: ["apps/web/src/features/rounds/planned-events.ts", `${round}/ask-step-words.ts`, letters],
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
      "packages/notices/testing/said/words.ts",
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
    kind: "a step at which somebody is asked about a matter",
    member: "made_up_matter_step",
    addition: {
      path: "packages/domain/src/network/matter-calendar.ts",
      after: "export const matterSteps = [\n",
      text: '  "made_up_matter_step",\n',
    },
    named: [
      "apps/web/src/ui/notice.texts.ts",
      "apps/web/src/features/network/commitments/commitments.texts.ts",
      "packages/domain/src/wording/notice-wording.ts",
    ],
  },
  {
    kind: "a step at which a country is asked for its progress",
    member: "made_up_progress_step",
    addition: {
      path: "packages/domain/src/network/progress-calendar.ts",
      after: "export const progressSteps = [",
      text: '"made_up_progress_step", ',
    },
    named: ["apps/web/src/ui/notice.texts.ts", "packages/domain/src/wording/notice-wording.ts"],
  },
  {
    kind: "a message with words of the Secretariat's own",
    member: "made_up_words",
    addition: {
      path: "packages/domain/src/wording/notice-wording.ts",
      after: "export const wordingRules = {\n",
      text: '  made_up_words: { ...progress, step: "progress_asked", side: "past" },\n',
    },
    named: ["packages/notices/src/letters/built-in-wording.ts", "apps/web/src/ui/kind.texts.ts"],
  },
  {
    kind: "something that is asked for in words of the Secretariat's own",
    member: "made_up_matter",
    addition: {
      path: "packages/domain/src/wording/notice-wording.ts",
      after: "const matterRules = {\n",
      text: "  made_up_matter: { names: [], inText: [], datesSubject: false },\n",
    },
    named: ["packages/notices/src/calendar/preview-wording.ts", "apps/web/src/features/templates/templates.texts.ts"],
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
 * The least that makes a new kind of value: its name, what a report holds of it, what is published of it, and the schema of the latter. The
 * schema of what a report holds is left out: the compiler must ask for it.
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
/** What a maintainer must decide about a kind of value, file by file. */
const toDecide = [
  // Its schema in requests, whether it counts persons, when it is complete and sound, how rules, index and protection treat it
  "packages/contracts/src/answers.ts",
  "packages/domain/src/answer/carry-forward.ts",
  "packages/domain/src/answer/complete-value.ts",
  "packages/domain/src/answer/counted-value.ts",
  "packages/domain/src/answer/rule-operand.ts",
  "packages/domain/src/answer/structural-findings.ts",
  "packages/domain/src/progress-index/indicator-score.ts",
  "packages/domain/src/suppression/publish-answers.ts",
  // How it is asked for and read, how it is put into words and shown, and whether it stands beside the field in later rounds
  "apps/api/src/features/submissions/said-before.ts",
  "apps/web/src/features/report/form/answer-brief.tsx",
  "apps/web/src/features/report/form/earlier-series.ts",
  "apps/web/src/features/report/form/value-control.tsx",
  "apps/web/src/features/report/paper/blank-form.tsx",
  "apps/web/src/features/report/saving/values/value-forms.ts",
  "apps/web/src/features/review-desk/answer-value.tsx",
  "apps/web/src/values/cells-of-values.tsx",
  "apps/web/src/values/words-of-values.ts",
  // Whether it is drawn, compared and part of a sentence, and its lines in the file
  "apps/api/src/features/published/files/data-lines.ts",
  "apps/api/src/features/meetings/report/figures-of.ts",
  "apps/web/src/features/articles/standing.tsx",
  "apps/web/src/features/countries/change-facts.ts",
  "apps/web/src/features/countries/change-sentences.ts",
  "apps/web/src/features/indicators/answered-facts.ts",
  "apps/web/src/features/indicators/comparison-facts.ts",
  "apps/web/src/features/indicators/indicator-chart.tsx",
  "apps/web/src/features/report/check/difference.ts",
  "packages/charts/src/series/drawn-as.ts",
  "packages/charts/src/series/shown-figure.ts",
  "packages/charts/src/series/value-marks.ts",
  // An example with which every state is looked for in every view
  "apps/web/testing/one-state.ts",
  // What the demonstration answers
  "packages/demonstration/src/complete-answers.ts",
];
/** Files with the schemas of answers: in order again once the schema is added. */
const untilItTravels = [
  "apps/local/src/demonstration/tell-story.ts",
  "apps/web/src/features/report/form/confirm-many.tsx",
  "apps/web/src/features/report/form/last-round.tsx",
  "apps/web/src/features/report/form/proposal.tsx",
  "apps/web/src/features/report/paper/report-on-paper.tsx",
  "apps/web/src/features/report/saving/to-value-from-form.ts",
];

let findings: readonly Finding[];
beforeAll(async () => {
  findings = await compileWith([...additions.map(({ addition }) => addition), ...valueType]);
}, 600_000);

test.each(additions)("$kind: the compiler names every place", ({ member, named }) => {
  const places = findings.filter(({ message }) => message.includes(member)).map(({ path }) => path);
  // Code that reads a table without the new member is reported too; that ends when the member has its row.
  expect(places).toEqual(expect.arrayContaining([...named]));
});

/** Findings that do not name an addition: for a value without its case the compiler often says only that a return is missing. */
function unnamed(): readonly Finding[] {
  const members = additions.map(({ member }) => member);
  return findings.filter(({ message }) => !members.some((member) => message.includes(member)));
}

test("a kind of value: the compiler names every place that must know what to do with it, and no other", () => {
  expect(new Set(unnamed().map(({ path }) => path))).toEqual(new Set([...toDecide, ...untilItTravels]));
});
