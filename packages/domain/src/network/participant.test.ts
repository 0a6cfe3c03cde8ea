import { expect, test } from "vitest";
import { isCountryRole, roles } from "../access/role.ts";
import { participantOf } from "./participant.ts";

test("people act for their country, their organisation, or the Secretariat, and delegates of the region for nobody", () => {
  const sides = roles.map((role) => {
    const organisation = ["observer", "civil_society", "coalition"].includes(role) ? "IOM" : null;
    return [role, participantOf({ role, country: isCountryRole(role) ? "CRI" : null, organisation })];
  });
  expect(Object.fromEntries(sides)).toEqual({
    ...{ secretariat: "RCM-TS", rcgm_delegate: null, presidency: null },
    ...{ focal_point: "CRI", alternate: "CRI", contributor: "CRI", approver: "CRI", liaison_officer: "CRI" },
    ...{ observer: "IOM", civil_society: "IOM", coalition: "IOM" },
  });
  expect(participantOf({ role: "observer", country: null, organisation: null })).toBeNull();
});
