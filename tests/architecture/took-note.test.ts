import { fileURLToPath } from "node:url";
import { languages } from "@avances/domain/catalogue";
import { stances, stancesOf, voiceWords } from "@avances/domain/network";
import { describe, expect, test } from "vitest";
import { sourcesWith, textsOfFilesWith, textsOfSource } from "./support/texts-in.ts";

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
  const naming = sourcesWith(root, /took_note/).map(({ path }) => path);
  expect(naming.toSorted()).toEqual([
    // Whoever takes note there is invented, as is everybody of the demonstration.
    "apps/local/src/demonstration/network-voices.ts",
    "packages/contracts/src/network/voices.ts",
    "packages/domain/src/network/voice-words.ts",
    "packages/domain/src/network/voice.ts",
  ]);
});

/** How either language speaks of taking note, and of agreeing in whatever degree. */
const noting = /\b(?:take|takes|took|taken|taking) note\b|\btom(?:a|an|ar|ó|aron|ado|ada|ando|e|en) nota\b/i;
const agreeing =
  /\b(?:agree|accept|endors|approv|adopt|support|welcom|concur|consent)|\b(?:acuerd|acord|acept|aval|apro(?:b|ueb)|respald|apoy|adopt|conform|comparte lo)/i;
/** Sentences that say of the two that they differ. */
const denials = ["to take note is not to agree", "took note of it, which is no agreement", "tomar nota no es acordar"];
/** Names under which texts of agreement stand. */
const agreements = /^(?:accepts|accepts_in_part|agrees|agreed|accepted|endorsed|endorse|approved|approve|supports)$/;

interface Fault {
  readonly path: string;
  readonly text: string;
}
const faultsIn = (texts: ReturnType<typeof textsOfSource>): readonly Fault[] =>
  texts
    .filter(({ text }) => noting.test(text))
    .filter(({ text, names }) => {
      const left = denials.reduce((rest, denial) => rest.replaceAll(denial, ""), text.toLowerCase());
      return agreeing.test(left) || names.some((name) => agreements.test(name));
    })
    .map(({ path, text }) => ({ path, text }));

test("no text of any page, file, mail or rule, in either language, speaks of taking note as of agreeing", () => {
  const texts = textsOfFilesWith(root, new RegExp(`${noting.source}|took_note|takes_note`, "i"));
  const spoken = texts.filter(({ text }) => noting.test(text));
  // It is spoken of in both languages, and both denials are there to be left out.
  expect(spoken.filter(({ text }) => /note/i.test(text)).length).toBeGreaterThan(8);
  expect(spoken.filter(({ text }) => /nota/i.test(text)).length).toBeGreaterThan(8);
  for (const denial of denials)
    expect([denial, spoken.some(({ text }) => text.toLowerCase().includes(denial))]).toEqual([denial, true]);
  expect(faultsIn(texts)).toEqual([]);
  const named = texts.filter(({ names }) => ["took_note", "takes_note"].includes(names.at(-1) ?? ""));
  expect(named.length).toBeGreaterThan(3);
  expect(named.filter(({ text }) => agreeing.test(text))).toEqual([]);
});

test("a text that does would be found, in either language, whole or filled in, and under the name of an agreement", () => {
  const planted = `export const t = {
    one: "The Network takes note of it and accepts it.",
    two: (who: string) => \`\${who} tomó nota, y lo apoya.\`,
    accepts: "tomó nota",
    four: "Honduras took note.",
    five: "To take note is not to agree.",
  };`;
  expect(faultsIn(textsOfSource("planted.ts", planted)).map(({ text }) => text)).toEqual([
    "The Network takes note of it and accepts it.",
    "… tomó nota, y lo apoya.",
    "tomó nota",
  ]);
});
