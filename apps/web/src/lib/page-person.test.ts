import { describe, expect, test } from "vitest";
import { afterReading, afterRefusal, nobody, type PagePerson, type Person, pagePerson } from "./page-person.ts";

const person = (id: string): Person => ({
  id,
  displayName: id.toUpperCase(),
  email: `${id}@example.org`,
  role: "focal_point",
  country: "CRI",
  organisation: null,
  assignedIndicators: null,
  language: "es",
  section: null,
});
const [ana, esteban] = [person("ana"), person("esteban")];
const ofAna: PagePerson = { ...nobody, person: ana };

describe("whom a page shows", () => {
  test("somebody who signs in in another tab never becomes the person of a page on which another is at work", () => {
    const page = afterReading(ofAna, esteban, true);
    expect(page).toEqual({ person: ana, standing: { kind: "other", person: esteban }, isAsking: true });
    // When the tab is looked at again, a question that was postponed is not repeated; a third person is a new question.
    expect(afterReading({ ...page, isAsking: false }, esteban, true).isAsking).toBe(false);
    expect(afterReading({ ...page, isAsking: false }, person("luis"), true).isAsking).toBe(true);
  });

  test("when the first is back, the page goes on as before, with what is known of them now", () => {
    const away = afterReading(ofAna, esteban, true);
    const back = { ...ana, displayName: "Ana Solano" };
    expect(afterReading(away, back, true)).toEqual({ ...nobody, person: back });
  });

  test("a session that ended leaves the person on the page, and tells without asking until an act is refused", () => {
    const out = afterReading(ofAna, null, true);
    expect(out).toEqual({ person: ana, standing: { kind: "signed-out" }, isAsking: false });
    expect(afterRefusal(out, "signed-out", false).isAsking).toBe(false);
    expect(afterRefusal(out, "signed-out", true).isAsking).toBe(true);
    expect(afterReading(afterRefusal(ofAna, "signed-out", true), null, true).isAsking).toBe(true);
  });

  test("a refusal that names another person asks at once, and again at every further act", () => {
    const refused = afterRefusal(ofAna, "other", false);
    expect(refused).toEqual({ person: ana, standing: { kind: "other", person: null }, isAsking: true });
    expect(afterReading(refused, esteban, true).standing).toEqual({ kind: "other", person: esteban });
    const putOff = { ...refused, isAsking: false };
    expect(afterRefusal(putOff, "other", false).isAsking).toBe(false);
    expect(afterRefusal(putOff, "other", true).isAsking).toBe(true);
    expect(afterRefusal(nobody, "other", true)).toBe(nobody);
  });

  test("a page on which nothing is open follows the browser", () => {
    expect(afterReading(ofAna, esteban, false)).toEqual({ ...nobody, person: esteban });
    expect(afterReading(ofAna, null, false)).toEqual(nobody);
    expect(afterReading(nobody, ana, true)).toEqual(ofAna);
  });

  test("held while open; let go, the page follows what the server said last", () => {
    pagePerson.became(ana);
    const letGo = pagePerson.hold();
    pagePerson.saw(esteban);
    expect(pagePerson.now().person).toBe(ana);
    letGo();
    expect(pagePerson.now()).toEqual({ ...nobody, person: esteban });
    pagePerson.became(null);
  });
});
