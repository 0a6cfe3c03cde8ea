import { byLanguage, type Language, languages } from "@avances/domain/catalogue";
import { progressSteps } from "@avances/domain/network";
import { type DateRelation, dateRelation } from "@avances/domain/round";
import {
  faultsOfWording,
  isAbout,
  requestWordingOf,
  tidyWording,
  type Wording,
  type WordingKind,
  wordingKinds,
  wordingRules,
} from "@avances/domain/wording";
import { describe, expect, test } from "vitest";
import { isWritten, matterWorlds } from "../../testing/matter-worlds.ts";
import { progressWorlds } from "../../testing/progress-worlds.ts";
import { builtInWording } from "./built-in-wording.ts";
import type { Block, Letter } from "./letter.ts";
import { matterRequest } from "./matter-request.ts";
import { progressRequest } from "./progress-request.ts";

/* Words that the secretariat writes in requests of the Network, in every state in which such a message can be written. */

interface Worded {
  readonly kind: WordingKind;
  readonly write: (language: Language, wording: Wording | null) => Letter<Block>;
}
const relationOf = (day: string | null, now: Date): DateRelation | null =>
  day === null ? null : dateRelation(day, now, "America/Costa_Rica");
const worded = (kind: WordingKind | null, write: Worded["write"]): Worded[] => (kind === null ? [] : [{ kind, write }]);

const messages = {
  progress: [...progressWorlds()].flatMap((world) =>
    progressSteps.flatMap((step) =>
      worded(requestWordingOf(step, relationOf(world.dueOn, world.now)), (language, wording) =>
        progressRequest[language]({ ...world, wording }),
      ),
    ),
  ),
  commitment: [...matterWorlds()].flatMap((world) =>
    world.country !== null && isWritten(world)
      ? worded(requestWordingOf(world.step, relationOf(world.dueOn ?? world.replyBy, world.now)), (language, wording) =>
          matterRequest[language]({ ...world, wording }),
        )
      : [],
  ),
} as const;

/** Words that no letter has. */
const typed = (kind: WordingKind) =>
  byLanguage((language): Wording => {
    const named = isAbout(kind, "progress") ? "{{meeting}}" : "{{commitment}}";
    const standing = wordingRules[kind].subjectNeeds === null ? "" : ", {{standing}}";
    return {
      en: {
        subject: `Courteous word${standing}: ${named}`,
        opening: `We greet {{country}} with esteem on the ${named}.`,
        closing: "Awaiting your kind reply.",
      },
      es: {
        subject: `Palabra cortés${standing}: ${named}`,
        opening: `Saludamos a {{country}} con aprecio, con motivo de: ${named}.`,
        closing: "Quedamos a la espera de su amable respuesta.",
      },
    }[language];
  });

describe.each(["progress", "commitment"] as const)("the words of requests about %s", (matter) => {
  const kinds = wordingKinds.filter((kind) => isAbout(kind, matter));

  test("filled in, the built-in words are the message that the letters write", () => {
    const met = new Set<WordingKind>();
    for (const { kind, write } of messages[matter])
      for (const language of languages) {
        met.add(kind);
        expect(write(language, builtInWording(kind, language))).toEqual(write(language, null));
      }
    expect([...met].sort()).toEqual(kinds.toSorted());
  });

  test("typed words stand before and after what is asked, and take no fact away", () => {
    for (const { kind, write } of messages[matter])
      for (const language of languages) {
        const wording = typed(kind)[language];
        const { subject, paragraphs } = write(language, wording);
        const own = write(language, null);
        expect(subject).toMatch(/^(Courteous word|Palabra cortés)/);
        expect(`${subject} ${JSON.stringify(paragraphs)}`).not.toMatch(/\{\{|null|undefined/);
        const isTyped = (one: Block) =>
          typeof one === "string" && /esteem|aprecio|kind reply|amable respuesta/.test(one);
        expect(paragraphs.filter(isTyped)).toHaveLength(2);
        expect(paragraphs.filter((one) => !isTyped(one))).toEqual(own.paragraphs);
        // Before what is asked, and after the button.
        expect(isTyped(paragraphs[1] as Block)).toBe(true);
        const button = paragraphs.findIndex((one) => typeof one !== "string" && "action" in one);
        expect(isTyped(paragraphs[button + 1] as Block)).toBe(true);
      }
  });

  test.each(kinds)("the built-in words of %s may be saved as they are", (kind) => {
    for (const language of languages) {
      const own = builtInWording(kind, language);
      expect(tidyWording(own)).toEqual(own);
      expect(faultsOfWording(own, { kind, countryNames: ["Honduras"] })).toEqual([]);
      expect(faultsOfWording(typed(kind)[language], { kind, countryNames: ["Honduras"] })).toEqual([]);
    }
  });
});
