import { invitePerson } from "@avances/contracts";
import { describe, expect, test } from "vitest";
import { emptyDraft, type InviteDraft, invitationFaults, isInviteDraft, toInvitation } from "./invite-draft.ts";

const draft = (part: Partial<InviteDraft>): InviteDraft => ({
  ...emptyDraft("PAN", "es"),
  displayName: "Ana Solano",
  address: "ana@state.example",
  ...part,
});

describe("an invitation as it is typed", () => {
  test.each([
    [{ address: " o'neill.pat@state.example " }],
    [{ address: "research&analysis@state.example\u200b" }],
    [{ displayName: "Ana\u00ad Sol\u200bano", institution: "\ufeffFiscalía General" }],
  ])("%j goes out as it is meant, and the server takes it", (part) => {
    expect(invitationFaults(draft(part))).toEqual({});
    const sent = toInvitation(draft(part));
    expect(invitePerson.body.safeParse(sent).success).toBe(true);
    expect(JSON.stringify(sent)).not.toMatch(/\p{Cf}/u);
  });

  test("a salutation goes without what a letter puts after it; none is sent when it is empty", () => {
    expect(toInvitation(draft({ salutation: " Estimada Lcda. Mora: " })).salutation).toBe("Estimada Lcda. Mora");
    expect(toInvitation(draft({ salutation: " : " }))).not.toHaveProperty("salutation");
    const { organisation: _organisation, ...before } = draft({});
    const { phone: _phone, isShared: _isShared, ...earlier } = before;
    const { salutation: _, ...earliest } = earlier;
    const kept = [draft({}), before, earlier, earliest, { ...earliest, more: 1 }];
    expect(kept.map(isInviteDraft)).toEqual([true, true, true, true, false]);
    expect(toInvitation(earliest)).not.toHaveProperty("salutation");
    expect(toInvitation(draft({ phone: "+507 6000-1111", isShared: true }))).toMatchObject({
      ...{ phone: "+50760001111", isShared: true },
    });
  });

  test("for whom an account reads is sent of observers, civil society and the Coalition alone", () => {
    const sent = (role: InviteDraft["role"], organisation = "IOM") =>
      toInvitation(draft({ role, organisation, country: "" }));
    for (const role of ["observer", "civil_society", "coalition"] as const) {
      expect(sent(role)).toMatchObject({ organisation: "IOM" });
      expect(invitePerson.body.safeParse(sent(role)).success).toBe(true);
      expect(sent(role, "")).not.toHaveProperty("organisation");
    }
    // It was chosen before another role was.
    expect(sent("rcgm_delegate")).not.toHaveProperty("organisation");
  });

  test.each([
    [{ displayName: "Ana\u202eonaloS" }, { displayName: "notOneLine" }],
    [{ institution: "Fiscalía\u2028Panamá" }, { institution: "notOneLine" }],
    [{ displayName: "\u200b a" }, { displayName: "nameWrong" }],
    [{ salutation: "Estimada\u2028Lcda. Mora" }, { salutation: "notOneLine" }],
    [{ salutation: "E:" }, { salutation: "salutationWrong" }],
    [{ phone: "6000-1111" }, { phone: "phoneWrong" }],
    [{ address: "ana@state" }, { address: "addressWrong" }],
  ])("%j is refused at its field, as the server would", (part, faults) => {
    expect(invitationFaults(draft(part))).toEqual(faults);
    // What is no number is not sent at all; the field says so.
    if (!("phone" in part)) expect(invitePerson.body.safeParse(toInvitation(draft(part))).success).toBe(false);
  });
});
