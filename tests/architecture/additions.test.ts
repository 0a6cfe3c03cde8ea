import { beforeAll, expect, test } from "vitest";
import { type Addition, compileWith, type Finding } from "./support/compile-with.ts";

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
      "packages/notices/src/letters/said.fixture.ts",
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

let findings: readonly Finding[];
beforeAll(async () => {
  findings = await compileWith(additions.map(({ addition }) => addition));
}, 600_000);

test.each(additions)("$kind: the compiler names every place", ({ member, named }) => {
  const places = findings.filter(({ message }) => message.includes(member)).map(({ path }) => path);
  // Whoever reads a table that lacks the member is found with it; that goes when the member has its row.
  expect(places).toEqual(expect.arrayContaining([...named]));
});

test("nothing else is found: the house is sound without the additions", () => {
  const members = additions.map(({ member }) => member);
  expect(findings.filter(({ message }) => !members.some((member) => message.includes(member)))).toEqual([]);
});
