import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { languages } from "@avances/domain/catalogue";
import { stances, stancesOf, voiceWords } from "@avances/domain/network";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** To take note of something is not to agree with it. Nothing shows, names or counts the two together. */
const words = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
/** The beginning of a word tells its family: accepts, accepted; acepta, aceptada. */
const families = (text: string) => new Set(words(text).map((word) => word.slice(0, 5)));

describe.each(languages)("in %s", (language) => {
  test("the words of taking note share nothing with those of any answer", () => {
    const note = families(voiceWords[language].stances.took_note);
    expect(note.size).toBeGreaterThan(1);
    for (const stance of stances.filter((one) => one !== "took_note"))
      for (const family of families(voiceWords[language].stances[stance]))
        expect([stance, family, note.has(family)]).toEqual([stance, family, false]);
  });
});

test("of a contribution nobody says more than that note was taken, and no list puts taking note among answers that agree", () => {
  expect(stancesOf.contribution).toEqual(["took_note"]);
  expect(stances.filter((one) => one.startsWith("accepts"))).toEqual(["accepts", "accepts_in_part"]);
});

test("only the rules and the words name it: no page, file or query of its own puts it beside something else", () => {
  const sources = ["apps", "packages"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /(^|\/)src\/.*\.tsx?$/.test(path) && !/node_modules|\.test\.tsx?$/.test(path))
      .map((path) => `${folder}/${path}`),
  );
  const naming = sources.filter((path) => readFileSync(join(root, path), "utf8").includes("took_note"));
  expect(naming.toSorted()).toEqual([
    "packages/contracts/src/network/voices.ts",
    "packages/domain/src/network/voice-words.ts",
    "packages/domain/src/network/voice.ts",
  ]);
});
