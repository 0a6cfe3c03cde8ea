import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { compileWith, type Finding } from "./support/compile-with.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const list = "packages/domain/src/catalogue/language.ts";

/** A language more, with the few facts that are no words: what is found then has to be written in it. */
const additions = [
  { path: list, after: 'export const languages = ["en", "es"', text: ', "fr"' },
  {
    path: list,
    after: "export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {\n",
    text: '  fr: { name: "Français", numbers: "fr", dates: "fr", beforePercent: "\\u00a0", spreadsheet: { delimiter: ";", decimal: "," } },\n',
  },
];

/** What must be written in each language besides the texts of the pages and the letters, which are found by what they are. */
const written = [
  "apps/api/src/features/published/files/data-lines.ts",
  "apps/api/src/features/published/files/file-facts.ts",
  "apps/api/src/features/published/files/index-lines.ts",
  "apps/api/src/http/docs/texts.ts",
  "apps/local/src/config.ts",
  "apps/web/src/charts/years-sentence.ts",
  "apps/web/src/lib/round-words.ts",
  "apps/web/src/lib/speech.ts",
  "packages/demonstration/src/words.ts",
  "packages/domain/src/answer/finding-message.ts",
  "packages/domain/src/answer/parse-date.ts",
  "packages/notices/src/delivery/mail-bytes.ts",
  "packages/notices/src/letters/dates.ts",
  "packages/notices/src/letters/new-mail.ts",
];

const sources = ["apps", "packages"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\/src\/.*\.tsx?$/.test(path) && !/node_modules|\.test\.ts|\.fixture\.ts/.test(path))
    .map((path) => `${folder}/${path}`),
);
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = sources.filter((path) => / = defineTexts\(/.test(read(path)));
const letters = sources.filter((path) => /\/letters\//.test(path) && /^ +en: \(facts/m.test(read(path)));
/** Whoever reads a table whose type lacks the language is found with it; that goes when the table has its row. */
const readers = [
  "apps/web/src/features/notices/resend-choice.tsx",
  "apps/web/src/features/notices/resend-preview.tsx",
  "apps/web/src/features/people/invite-fields.tsx",
  "apps/web/src/features/people/people-table.tsx",
  "packages/notices/src/letters/account-mails.ts",
];
/** Tests say what is expected in each language: theirs are named too. */
const isTest = (path: string) => /\.(test|fixture)\.ts$|\/testing\/|^tests\//.test(path);

let findings: readonly Finding[];
beforeAll(async () => {
  findings = await compileWith(additions);
}, 600_000);

test("a language more: the compiler names every text to translate", () => {
  expect(pages.length).toBeGreaterThan(40);
  expect(letters.length).toBeGreaterThan(10);
  const places = new Set(findings.map(({ path }) => path));
  expect([...pages, ...letters, ...written].filter((path) => !places.has(path))).toEqual([]);
});

test("and nothing else: no rule, route, format or column has a list of languages of its own", () => {
  const known = new Set([...pages, ...letters, ...written, ...readers]);
  const others = findings.filter(({ path }) => !known.has(path) && !isTest(path));
  expect(others).toEqual([]);
});

test("no source tells languages apart by name: what one needs stands in a table that has a row for each", () => {
  const byName = /[!=]== "(?:en|es)"|"en" \| "es"|"es" \| "en"|\["(?:en", "es|es", "en)"\]/;
  expect(sources.filter((path) => path !== list && byName.test(read(path)))).toEqual([]);
});
