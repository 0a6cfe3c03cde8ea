import { dateRelation, everyStep, spokenDate } from "@avances/domain/round";
import { wordingKinds, wordingRules } from "@avances/domain/wording";
import { describe, expect, test } from "vitest";
import { worlds, write } from "../../testing/worlds.ts";
import { factsFor, kindOfWords } from "../calendar/message.ts";
import { paperLetter } from "./paper-letter.ts";

const config = { mailFrom: "Avances <avances@example.org>", publicUrl: "https://avances.example", demonstration: true };
const steps = everyStep.filter((step) => wordingKinds.some((kind) => wordingRules[kind].step === step));

describe.each(steps)("the letter on paper of %s", (step) => {
  test("asks what the message asks, and says nothing that only a message can", () => {
    let count = 0;
    for (const world of worlds(step)) {
      const { item, reader, now } = world;
      if (reader.audience !== "focal_point") continue;
      count += 1;
      const { language } = reader;
      const { subject, paragraphs } = paperLetter(factsFor(item, reader, now, config), language, config.publicUrl);
      const text = [subject, ...paragraphs].join("\n\n");
      expect(text).not.toMatch(/message|mensaje|reply|responda|{{|undefined|null|[\ue000\ue001]/i);
      expect(text).not.toContain("/reports/");
      expect(text).toContain(`https://avances.example/${language}`);
      expect(text).not.toMatch(/ {2}| [,.;:](\s|$)|\.\.(\s|$)/);
      // What is asked, and by when, is the same sentence.
      const mail = write(world).bodyText;
      const asked = mail
        .split("\n\n")
        .find((one) => /kindly (asked|invited)|[Ll]e rogamos (enviar|responder)|Se invit/.test(one));
      if (asked !== undefined) expect(paragraphs).toContain(asked);
      const date = spokenDate(step, item.state);
      if (date !== null && kindOfWords(item, reader, now) !== null)
        expect(dateRelation(date, now, item.state.timeZone) === "past").toBe(
          wordingRules[kindOfWords(item, reader, now) ?? "opening"].side === "past",
        );
    }
    expect(count).toBeGreaterThan(0);
  });
});
