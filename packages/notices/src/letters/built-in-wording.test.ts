import { readFileSync } from "node:fs";
import { byLanguage, languages } from "@avances/domain/catalogue";
import { audienceFacts, everyStep, localDate } from "@avances/domain/round";
import { faultsOfWording, reportWordings, tidyWording, type WordingKind, wordingRules } from "@avances/domain/wording";
import { describe, expect, test } from "vitest";
import { formFaults } from "../../testing/form.ts";
import type { World } from "../../testing/said/setting.ts";
import { worlds, write } from "../../testing/worlds.ts";
import { kindOfWords } from "../calendar/message.ts";
import type { Wordings } from "../calendar/wordings.ts";
import { builtInWording } from "./built-in-wording.ts";

const id = "0190a3c2-0000-7000-8000-00000000aaaa";
const { countries } = JSON.parse(
  readFileSync(new URL("../../../domain/catalogue/countries.json", import.meta.url), "utf8"),
) as { readonly countries: readonly { readonly name: Readonly<Record<"en" | "es", string>> }[] };
const countryNames = countries.flatMap(({ name }) => [name.en, name.es]);

const steps = everyStep.filter((step) => reportWordings.some((kind) => wordingRules[kind].step === step));
const kindOf = ({ item, reader, now }: World) => kindOfWords(item, reader, now);
const writeWith = (world: World, wordings: Wordings) => write({ ...world, item: { ...world.item, wordings } });
const builtIn: Wordings = (kind, language) => ({ id, ...builtInWording(kind, language) });

/** Words that no letter has. */
const typed = byLanguage((language) => ({
  id,
  ...{
    en: {
      subject: "Courteous word about {{country}}, {{round}} round, {{standing}}",
      opening: "We greet {{country}} with esteem. The data are those of {{data_year}}.",
      closing: "Awaiting your kind reply about {{country}}.",
    },
    es: {
      subject: "Palabra cortés sobre {{country}}, ronda {{round}}, {{standing}}",
      opening: "Saludamos a {{country}} con aprecio. Los datos son los de {{data_year}}.",
      closing: "Quedamos a la espera de su amable respuesta sobre {{country}}.",
    },
  }[language],
}));

describe.each(steps)("the words of %s", (step) => {
  test("filled in, the built-in words are the message that the letters write", () => {
    const met = new Set<WordingKind>();
    for (const world of worlds(step)) {
      const kind = kindOf(world);
      if (kind === null) continue;
      const { state } = world.item;
      // Written late, the invitation says since when the round is open.
      if (kind === "opening" && localDate(world.now, state.timeZone) !== state.opensOn) continue;
      met.add(kind);
      const [own, filled] = [write(world), writeWith(world, builtIn)];
      expect(filled).toEqual({ ...own, wordingId: id });
    }
    expect([...met].sort()).toEqual(reportWordings.filter((kind) => wordingRules[kind].step === step).sort());
  });

  test("typed words stand in messages about their situation alone, and take no fact away", () => {
    let [with_, without] = [0, 0];
    for (const world of worlds(step)) {
      const { item, reader } = world;
      const { language } = reader;
      const mail = writeWith(world, (_, spoken) => typed[spoken]);
      const said = `${mail.subject} ${mail.bodyText}`;
      const isPlain =
        audienceFacts[reader.audience].reports &&
        (item.state.status === "returned" ? item.state.returnDueOn !== null : item.state.withdrawn === null) &&
        (item.state.status === "returned" || (item.state.obligated && !item.state.exempt));
      if (!isPlain) {
        expect(mail).toEqual(write(world));
        without += 1;
        continue;
      }
      with_ += 1;
      expect(mail.wordingId).toBe(id);
      expect(said).toContain({ en: "Courteous word about", es: "Palabra cortés sobre" }[language]);
      expect(said).toContain({ en: "The data are those of 2025.", es: "Los datos son los de 2025." }[language]);
      expect(said).not.toMatch(/\{\{(?!ticket|missing:)/);
      expect(formFaults(mail)).toEqual([]);
      // Every block that is not words of the secretariat is there, in its order.
      const kind = kindOf(world) as WordingKind;
      const own = builtInWording(kind, language);
      const facts = write(world).bodyText.split("\n\n");
      const now = mail.bodyText.split("\n\n");
      const isOwn = (text: string) => text === own.closing || (kind === "opening" && text === facts[2]);
      const isTyped = (text: string) => /esteem|aprecio|kind reply|amable respuesta/.test(text);
      expect(now.filter((text) => !isTyped(text))).toEqual(facts.filter((text) => !isOwn(text)));
    }
    expect(with_).toBeGreaterThan(0);
    expect(without + with_).toBeGreaterThan(10);
  });
});

test.each(reportWordings)("the built-in words of %s may be saved as they are", (kind) => {
  for (const language of languages) {
    const own = builtInWording(kind, language);
    expect(tidyWording(own)).toEqual(own);
    expect(faultsOfWording(own, { kind, countryNames })).toEqual([]);
    expect(faultsOfWording(typed[language], { kind, countryNames }).map(({ fault }) => fault)).toEqual(
      wordingRules[kind].subjectNeeds === "days"
        ? ["missing_placeholder"]
        : wordingRules[kind].opensWithRound
          ? ["missing_placeholder"]
          : [],
    );
  }
});
