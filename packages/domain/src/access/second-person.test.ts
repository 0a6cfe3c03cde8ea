import { describe, expect, test } from "vitest";
import { fitsCountry, roles } from "./role.ts";
import { accountActs, lapsesAt, mayConfirm, reachesFar, roleChangeFault, secondPersonRule } from "./second-person.ts";

const hadTwo = { hadSecondPerson: true };
const alwaysAlone = { hadSecondPerson: false };

describe("who must confirm what is done to an account", () => {
  test.each(roles)("%s: two people where it reaches far, whatever the act", (role) => {
    for (const country of ["CRI", null].filter((one) => fitsCountry(role, one))) {
      const speaksForOthers = ["observer", "civil_society", "coalition"].includes(role);
      const isFar = role === "secretariat" || country !== null || speaksForOthers;
      const account = { role, country, isOpen: true };
      expect(reachesFar(account)).toBe(isFar);
      for (const act of accountActs) {
        expect(secondPersonRule(act, account, hadTwo)).toBe(isFar ? "needed" : "not-needed");
        expect(secondPersonRule(act, account, alwaysAlone)).toBe(isFar ? "exempt" : "not-needed");
      }
    }
  });

  test("an account that was never opened may be given up by one person", () => {
    expect(secondPersonRule("end", { role: "focal_point", country: "CRI", isOpen: false }, hadTwo)).toBe("not-needed");
    expect(secondPersonRule("open", { role: "focal_point", country: "CRI", isOpen: false }, hadTwo)).toBe("needed");
  });
});

describe("an account is given another role", () => {
  test.each([
    [{ role: "alternate", country: "CRI" }, { role: "focal_point", country: "CRI" }, null],
    [{ role: "rcgm_delegate", country: null }, { role: "rcgm_delegate", country: "CRI" }, null],
    [{ role: "liaison_officer", country: "CRI" }, { role: "observer", country: null }, null],
    [{ role: "alternate", country: "CRI" }, { role: "alternate", country: "MEX" }, "another_country"],
    [{ role: "alternate", country: "CRI" }, { role: "focal_point", country: null }, "does_not_fit_role"],
    [{ role: "observer", country: null }, { role: "observer", country: "CRI" }, "does_not_fit_role"],
    [{ role: "focal_point", country: "CRI" }, { role: "secretariat", country: null }, "of_secretariat"],
    [{ role: "secretariat", country: null }, { role: "observer", country: null }, "of_secretariat"],
  ] as const)("%j to %j: %s", (from, to, fault) => expect(roleChangeFault(from, to)).toBe(fault));
});

describe("a second person confirms", () => {
  const asked = { requestedBy: "ana", requestedAt: new Date("2027-02-10T15:00:00Z") };
  const at = (iso: string) => new Date(iso);

  test("within 24 hours, and never whoever asked", () => {
    expect(lapsesAt(asked)).toEqual(at("2027-02-11T15:00:00Z"));
    expect(mayConfirm(asked, "eva", at("2027-02-11T14:59:59.999Z"))).toBe("yes");
    expect(mayConfirm(asked, "eva", at("2027-02-11T15:00:00Z"))).toBe("lapsed");
    expect(mayConfirm(asked, "ana", at("2027-02-10T15:00:01Z"))).toBe("same-person");
    expect(mayConfirm(asked, "ana", at("2027-02-12T15:00:00Z"))).toBe("same-person");
  });
});
