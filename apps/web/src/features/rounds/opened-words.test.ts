import { expect, test } from "vitest";
import { openedWords } from "./opened-words.ts";

const f = { date: (date: string) => `<${date}>` };
const round = { year: 2027, opensOn: "2027-02-01", dueOn: "2027-04-30" };

test("a round that opens later is said to be planned, with its day", () => {
  for (const today of ["2026-11-28", "2027-01-31"]) {
    expect(openedWords("en", f, round, today)).toBe(
      "The 2027 round, data for 2026, is planned; it opens on <2027-02-01>.",
    );
    expect(openedWords("es", f, round, today)).toBe(
      "La ronda 2027, datos de 2026, queda prevista; se abre el <2027-02-01>.",
    );
  }
});

test("a round that opens today, or on a day before, is open", () => {
  for (const today of ["2027-02-01", "2027-03-10"]) {
    expect(openedWords("en", f, round, today)).toBe("The 2027 round, data for 2026, is open.");
    expect(openedWords("es", f, round, today)).toBe("La ronda 2027, datos de 2026, está abierta.");
  }
});
