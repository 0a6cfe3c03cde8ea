import { expect, test } from "vitest";
import { formatsFor } from "#lib/format.ts";
import { receivedTexts } from "./received.texts.ts";
import { dueWords, receivedWords } from "./received-words.ts";

const row = {
  firstSubmittedAt: null,
  timeZone: "America/Belize",
  timeliness: { kind: "not_due", daysLate: 0 },
} as const;
const late = { ...row, timeliness: { kind: "overdue", daysLate: 3 } } as const;

test("the list says 'not received' of who is late and never sent, as the closing message does", () => {
  expect(receivedWords(late, receivedTexts.en, formatsFor("en"))).toBe("not received");
  expect(receivedWords(late, receivedTexts.es, formatsFor("es"))).toBe("no recibido");
});

test("it does not say so of a country that has time, was exempt, or ever sent", () => {
  const kinds = ["not_due", "exempt", "voluntary"] as const;
  for (const kind of kinds)
    expect(receivedWords({ ...row, timeliness: { kind, daysLate: 0 } }, receivedTexts.en, formatsFor("en"))).toBe(null);
  const sent = { ...late, firstSubmittedAt: "2027-05-02T15:00:00Z" };
  expect(receivedWords(sent, receivedTexts.en, formatsFor("en"))).toMatch(/2 May 2027.*09:00/);
});

test("whoever is exempt owes it by no day", () => {
  expect(dueWords({ exempt: true, dueOn: "2027-04-30" }, formatsFor("en"))).toBeNull();
  expect(dueWords({ exempt: false, dueOn: "2027-04-30" }, formatsFor("en"))).toBe("30 Apr 2027");
});
