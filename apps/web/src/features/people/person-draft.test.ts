import { editPerson } from "@avances/contracts";
import { describe, expect, test } from "vitest";
import { draftOf, editOf, isPersonDraft, type PersonDraft, personFaults } from "./person-draft.ts";

const lucia = {
  ...{ displayName: "Lucía Mora", institution: "Fiscalía", salutation: "Estimada Lcda. Mora", phone: "+50622223333" },
  ...{ language: "es" as const, isShared: false, validFrom: "2026-01-01", validUntil: null },
};
const typed = (part: Partial<PersonDraft>): PersonDraft => ({ ...draftOf(lucia), ...part });

describe("a person as edited", () => {
  test("nothing is sent of what was not changed, and the server takes what is", () => {
    expect(isPersonDraft(draftOf(lucia))).toBe(true);
    expect(editOf(lucia, draftOf(lucia))).toEqual({});
    const edit = editOf(
      lucia,
      typed({ displayName: " Lucía Mora\u200b Gil ", phone: "+506 8888-9999", validUntil: "2028-12-31" }),
    );
    expect(edit).toEqual({ displayName: "Lucía Mora Gil", phone: "+50688889999", validUntil: "2028-12-31" });
    expect(editPerson.body.safeParse(edit).success).toBe(true);
    expect(editOf(lucia, typed({ phone: " ", salutation: "", validFrom: "" }))).toEqual({
      ...{ phone: null, salutation: null, validFrom: null },
    });
  });

  test.each([
    [{ displayName: "L" }, { displayName: "nameWrong" }],
    [{ displayName: "Lucía\nBcc: x@y.example" }, { displayName: "notOneLine" }],
    [{ salutation: "E:" }, { salutation: "salutationWrong" }],
    [{ institution: "x".repeat(201) }, { institution: "tooLong" }],
    [{ phone: "2222-3333" }, { phone: "phoneWrong" }],
    [{ validUntil: "2025-12-31" }, { validUntil: "endsEarly" }],
  ])("%j has its fault at its field, as the server says", (part, faults) => {
    expect(personFaults(typed(part))).toEqual(faults);
    // That a term ends before it begins is judged by the use case, over what is kept.
    if (!("validUntil" in part) && !("phone" in part))
      expect(editPerson.body.safeParse(editOf(lucia, typed(part))).success).toBe(false);
  });
});
