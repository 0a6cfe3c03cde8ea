import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { roles } from "@avances/domain/access";
import { beforeAll, describe, expect, test } from "vitest";
import { compileWith, type Finding } from "./support/compile-with.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const languageList = "packages/domain/src/catalogue/language.ts";
const roleList = "packages/domain/src/access/role.ts";

/**
 * Adds a language and a role, each with the facts that are required of it. What the compiler then reports is what must be written or decided.
 * Both are added to one copy; a finding names the role or concerns the language.
 */
const additions = [
  { path: languageList, after: 'export const languages = ["en", "es"', text: ', "fr"' },
  {
    path: languageList,
    after: "export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {\n",
    text: '  fr: { name: "Français", called: { en: "French", es: "francés", fr: "français" }, numbers: "fr", dates: "fr", beforePercent: "\\u00a0", spreadsheet: { delimiter: ";", decimal: "," } },\n',
  },
  { path: roleList, after: "export const roles = [\n", text: '  "made_up_role",\n' },
  {
    path: roleList,
    after: "export const roleFacts = {\n",
    text: '  made_up_role: { ...ofCountry, standing: "reporter", contact: 2, makesReport: true, ...member },\n',
  },
];

const sources = ["apps", "packages"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\/src\/.*\.tsx?$/.test(path) && !/node_modules|\.test\.ts|\.fixture\.ts/.test(path))
    .map((path) => `${folder}/${path}`),
);
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Tests state independently what is expected of each member, so they are reported too. */
const isTest = (path: string) => /\.(test|fixture)\.ts$|\/testing\/|^tests\//.test(path);

let findings: readonly Finding[];
const isOfRole = ({ message }: Finding) => message.includes("made_up_role");
beforeAll(async () => {
  findings = await compileWith(additions);
}, 600_000);

describe("a new language", () => {
  const pages = sources.filter((path) => / = defineTexts\(/.test(read(path)));
  const letters = sources.filter((path) => /\/letters\//.test(path) && /^ +en: \(facts/m.test(read(path)));
  /** What must be written in each language besides the texts of pages and the letters, which are recognised by their files. */
  const written = [
    "packages/domain/src/network/published-source.ts",
    "apps/api/src/features/shared/ask-words.ts",
    "apps/api/src/features/asks/asks-file.ts",
    "apps/api/src/features/rounds/closing-words.ts",
    "apps/api/src/features/people/handover/handover-texts.ts",
    "apps/api/src/features/people/people-file/export-people.ts",
    "apps/api/src/features/rounds/meeting-file.ts",
    "apps/api/src/features/rounds/meeting-file/meeting-words.ts",
    "apps/api/src/features/submissions/get-receipt-file.ts",
    "apps/api/src/features/submissions/receipt-file/receipt-words.ts",
    "apps/api/src/features/published/files/data-lines.ts",
    "apps/api/src/features/published/files/file-facts.ts",
    "apps/api/src/features/published/files/index-lines.ts",
    "apps/api/src/http/docs/texts.ts",
    "apps/local/src/config.ts",
    "apps/web/src/charts/years-sentence.ts",
    "apps/web/src/features/articles/headings.ts",
    "apps/web/src/features/asks/asks-sentence.ts",
    "apps/api/src/features/voices/recommendations-words.ts",
    "apps/web/src/lib/article-words.ts",
    "apps/web/src/lib/round-words.ts",
    "apps/web/src/lib/speech.ts",
    "packages/db/src/queries/document-queries.ts",
    "packages/demonstration/src/words.ts",
    "packages/domain/src/access/people-file.ts",
    "packages/domain/src/access/role-names.ts",
    "packages/domain/src/network/activity-words.ts",
    "packages/domain/src/network/voice-words.ts",
    "packages/domain/src/answer/finding-message.ts",
    "packages/domain/src/answer/parse-date.ts",
    "packages/domain/src/catalogue/later-member-faults.ts",
    "packages/domain/src/round/ask-step-words.ts",
    "packages/domain/src/submission/closing-list.ts",
    "packages/domain/src/submission/round-sentence.ts",
    "packages/domain/src/submission/status-words.ts",
    "packages/domain/src/text/written-language.ts",
    "packages/notices/src/letters/dates.ts",
    "packages/notices/src/letters/link-words.ts",
    "packages/notices/src/letters/mail-body.ts",
    "packages/notices/src/letters/new-mail.ts",
    "packages/notices/src/letters/network-words.ts",
    "packages/notices/src/letters/paper-letter.ts",
    "packages/notices/src/letters/reminder.ts",
    "packages/notices/src/letters/built-in-wording.ts",
    "packages/notices/src/calendar/preview-shown.ts",
    "apps/api/src/features/letters/letter-file.ts",
    "apps/api/src/features/shared/clocks.ts",
    "apps/api/src/features/shared/words-in-file.ts",
    "packages/domain/src/network/commitment-words.ts",
    "apps/api/src/features/meetings/report/assemble-words.ts",
    "apps/api/src/features/meetings/report/report-texts.ts",
    "apps/api/src/features/meetings/report/figure-texts.ts",
    "apps/api/src/features/meetings/report/figures-of.ts",
    "apps/api/src/features/meetings/report/pack-texts.ts",
    "packages/charts/src/paper/mark-words.ts",
    "packages/notices/src/calendar/digests.ts",
    "packages/demonstration/src/founding-report.ts",
    "apps/api/src/features/commitments/commitments-words.ts",
    "apps/local/src/demonstration/network-guidelines.ts",
    "apps/local/src/demonstration/network-report.ts",
    "packages/domain/src/network/report-words.ts",
    "packages/domain/src/text/written-language.ts",
  ];
  /** Code that reads a table without the new member is reported too; that ends when the table has its row. */
  const readers = [
    "apps/web/src/features/notices/resend-choice.tsx",
    "apps/web/src/features/notices/message-as-read.tsx",
    "apps/web/src/features/network/agenda/agenda.tsx",
    "apps/web/src/features/network/agenda/agenda-form.tsx",
    "apps/web/src/features/people/invite-fields.tsx",
    "apps/web/src/features/people/people-table.tsx",
    "apps/web/src/features/people/person-fields.tsx",
    "apps/web/src/features/rounds/need-words.ts",
    "packages/notices/src/letters/account-mails.ts",
  ];

  test("the compiler names every text to translate", () => {
    expect(pages.length).toBeGreaterThan(40);
    expect(letters.length).toBeGreaterThan(10);
    const places = new Set(findings.filter((finding) => !isOfRole(finding)).map(({ path }) => path));
    expect([...pages, ...letters, ...written].filter((path) => !places.has(path))).toEqual([]);
  });

  test("and nothing else: no rule, route, format or column has a list of languages of its own", () => {
    // In the list itself the others are called something in the new language too.
    const known = new Set([languageList, ...pages, ...letters, ...written, ...readers]);
    const others = findings.filter(
      (finding) => !isOfRole(finding) && !known.has(finding.path) && !isTest(finding.path),
    );
    expect(others).toEqual([]);
  });

  test("its own name for itself stands only where a reader who knows no other looks for it: elsewhere it is named as the page's readers name it", () => {
    const own = sources.filter((path) => /languageFacts\[\w+(?:\.\w+)*\]\.name\b/.test(read(path)));
    expect(own.toSorted()).toEqual(["apps/api/src/http/docs/page.ts", "apps/web/src/ui/language-switch.tsx"]);
  });

  test("no source tells languages apart by name: what one needs stands in a table that has a row for each", () => {
    const byName = /[!=]== "(?:en|es)"|"en" \| "es"|"es" \| "en"|\["(?:en", "es|es", "en)"\]/;
    expect(sources.filter((path) => path !== languageList && byName.test(read(path)))).toEqual([]);
  });
});

describe("a new role", () => {
  /** Its words, its place among people, the task when a country has nobody in it; what it may do follows from its standing. */
  const decided = [
    "packages/domain/src/access/role-names.ts",
    "apps/web/src/features/people/people-table.tsx",
    "apps/web/src/features/people/people-tasks.ts",
    "apps/web/src/features/people/people.texts.ts",
    "apps/web/src/features/people/standing.texts.ts",
  ];
  /** The tests that state by hand what it may do and see. */
  const expectations = ["packages/db/src/row-security/reading.test.ts", "packages/domain/src/access/policy.test.ts"];
  const readers = [
    "apps/web/src/app/signed-in.tsx",
    "apps/web/src/features/asks/asks-page.tsx",
    "apps/web/src/features/asks/entry-line.tsx",
    "apps/web/src/features/asks/entry-links.tsx",
    "apps/web/src/features/notices/ledger.tsx",
    "apps/web/src/features/notices/waiting-steps.tsx",
    "apps/web/src/features/people/edit-dialog.tsx",
    "apps/web/src/features/people/ended-people.tsx",
    "apps/web/src/features/people/invite-fields.tsx",
    "apps/web/src/features/people/handover.tsx",
    "apps/web/src/features/people/own-entry-page.tsx",
    "apps/web/src/features/people/people-by-country.tsx",
    "apps/web/src/features/people/people-head.tsx",
    "apps/web/src/features/people/role-form.tsx",
    "apps/web/src/features/people/task-list.tsx",
    "apps/web/src/features/rounds/need-words.ts",
  ];

  test("the compiler names every place that must know it, and no other", () => {
    const places = new Set(findings.filter(isOfRole).map(({ path }) => path));
    expect([...decided, ...expectations].filter((path) => !places.has(path))).toEqual([]);
    expect([...places].filter((path) => ![...decided, ...expectations, ...readers].includes(path))).toEqual([]);
  });

  test("no source asks for a role by its name: what one may do is in the access table, the rest in the facts of roles", () => {
    const names = roles.join("|");
    const byName = new RegExp(
      `[rR]ole\\w* [!=]== "(?:${names})"|case "(?:${names})"|[rR]oles?\\b[^\\n]*\\[\\s*"(?:${names})"`,
    );
    const asking = sources.filter((path) => byName.test(read(path)));
    expect(asking.filter((path) => path !== roleList)).toEqual([]);
  });
});
