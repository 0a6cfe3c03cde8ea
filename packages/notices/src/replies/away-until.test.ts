import { describe, expect, test } from "vitest";
import { awayUntil } from "./away-until.ts";

const received = "2026-12-18";

describe("until when somebody is away, from the text of an automatic answer", () => {
  test.each([
    ["I am out of the office until January 6, 2027.", "2027-01-06"],
    ["I am out of the office until 6 January 2027 with no access to mail.", "2027-01-06"],
    ["Estaré fuera de la oficina hasta el 6 de enero de 2027.", "2027-01-06"],
    ["Me encuentro de vacaciones hasta el día 6 de enero del 2027. Saludos", "2027-01-06"],
    ["Estaré fuera del 20 de diciembre al 6 de enero.", "2027-01-06"],
    ["I will be away from 20 December to 6 January 2027.", "2027-01-06"],
    ["Regresaré el 7 de enero de 2027.", "2027-01-06"],
    ["Vuelvo a la oficina el jueves 7 de enero.", "2027-01-06"],
    ["I will be back on Thursday, January 7th.", "2027-01-06"],
    ["I will be returning to the office on 2027-01-07.", "2027-01-06"],
    ["Out of office until 31/12/2026", "2026-12-31"],
    ["Out of office until 12/31/2026", "2026-12-31"],
    ["Ausente hasta el\n6 de enero de 2027", "2027-01-06"],
    ["Away until 6 January. Back on 7 January.", "2027-01-06"],
    ["Estaré ausente hasta el viernes 8 de enero y regreso el lunes 11 de enero.", "2027-01-10"],
    ["Hasta el 18 de diciembre estoy en una misión.", "2026-12-18"],
  ])("%j", (text, until) => {
    expect(awayUntil(text, received)).toBe(until);
  });

  test.each([
    ["no date", "I am out of the office. Please write to my colleague."],
    ["two ways to read it", "Out of office until 05/06/2027."],
    ["two absences", "Away until 6 January and again until 12 March 2027."],
    ["past", "Estuve fuera hasta el 2 de diciembre de 2026."],
    ["too far away", "I left the ministry; the archive is kept until 1 January 2030."],
    ["no such day", "Back on 31 February 2027."],
    ["a date that is about something else", "Your message of 6 January 2027 was received."],
    ["in what is quoted", "Thank you.\n> Please send it until 6 January 2027."],
    ["nothing", ""],
  ])("none: %s", (_why, text) => {
    expect(awayUntil(text, received)).toBeNull();
  });

  test("a hostile text costs no time", () => {
    const started = performance.now();
    for (const text of ["until ".repeat(100_000), `from ${"a to ".repeat(50_000)}`, "back in in in ".repeat(30_000)])
      expect(awayUntil(text, received)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
