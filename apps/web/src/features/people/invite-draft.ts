import { isCountryRole, roleFacts, roles, seesAssignedOnly } from "@avances/domain/access";
import { type Language, languages } from "@avances/domain/catalogue";
import { isMailAddress, isSingleLine, isTooLong, textLength, textLimits, tidyLine } from "@avances/domain/text";
import { isListOf, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import type { Invitation, Role } from "./people-queries.ts";

export interface InviteDraft {
  readonly displayName: string;
  readonly address: string;
  readonly institution: string;
  /** Absent in what an earlier release kept. */
  readonly salutation?: string;
  readonly role: Role;
  readonly country: string;
  readonly language: Language;
  readonly indicators: readonly string[];
}

const parts = {
  displayName: isText,
  address: isText,
  institution: isText,
  role: isOneOf(roles),
  country: isText,
  language: isOneOf(languages),
  indicators: isListOf(isText),
};
const isWhole = isShape<Required<InviteDraft>>({ ...parts, salutation: isText });
const isEarlier = isShape<Omit<InviteDraft, "salutation">>(parts);
export const isInviteDraft = (value: unknown): value is InviteDraft => isWhole(value) || isEarlier(value);

export interface InviteFaults {
  readonly displayName?: "nameWrong" | "tooLong" | "notOneLine";
  readonly institution?: "tooLong" | "notOneLine";
  readonly salutation?: "tooLong" | "notOneLine" | "salutationWrong";
  readonly address?: "addressWrong" | "addressTaken";
  readonly country?: "countryWrong";
  readonly indicators?: "indicatorsWrong";
}

export function emptyDraft(country: string, language: Language): InviteDraft {
  return {
    displayName: "",
    address: "",
    institution: "",
    salutation: "",
    role: "focal_point",
    country,
    language,
    indicators: [],
  };
}

/** `may`: an account of this role can be named for a country, but need not be. */
export function countryRuleOf(role: Role): "always" | "may" | "never" {
  return roleFacts[role].country;
}

/** The country of the new account; null = none. */
export function countryOf({ role, country }: Pick<InviteDraft, "role" | "country">): string | null {
  return countryRuleOf(role) === "never" || country === "" ? null : country;
}

export function invitationFaults(draft: InviteDraft): InviteFaults {
  const { address, role, country, indicators } = draft;
  const [displayName, institution] = [tidyLine(draft.displayName), tidyLine(draft.institution)];
  const salutation = salutationOf(draft);
  return {
    ...(textLength(displayName) < 2 && { displayName: "nameWrong" as const }),
    ...(!isSingleLine(displayName) && { displayName: "notOneLine" as const }),
    ...(!isSingleLine(institution) && { institution: "notOneLine" as const }),
    ...(textLength(salutation) === 1 && { salutation: "salutationWrong" as const }),
    ...(!isSingleLine(salutation) && { salutation: "notOneLine" as const }),
    ...(isTooLong(salutation, textLimits.salutation) && { salutation: "tooLong" as const }),
    ...(isTooLong(displayName, textLimits.personName) && { displayName: "tooLong" as const }),
    ...(isTooLong(institution, textLimits.institution) && { institution: "tooLong" as const }),
    ...(!isMailAddress(tidyLine(address)) && { address: "addressWrong" as const }),
    ...(isCountryRole(role) && country === "" && { country: "countryWrong" as const }),
    ...(seesAssignedOnly(role) && indicators.length === 0 && { indicators: "indicatorsWrong" as const }),
  };
}

/** As it is kept: without the colon or comma that a letter puts after it. */
function salutationOf({ salutation = "" }: InviteDraft): string {
  return tidyLine(salutation).replace(/[\s:,.]+$/, "");
}

export function toInvitation(draft: InviteDraft): Invitation {
  const institution = tidyLine(draft.institution);
  const salutation = salutationOf(draft);
  return {
    address: tidyLine(draft.address),
    displayName: tidyLine(draft.displayName),
    ...(institution !== "" && { institution }),
    ...(salutation !== "" && { salutation }),
    role: draft.role,
    country: countryOf(draft),
    ...(seesAssignedOnly(draft.role) && { assignedIndicators: [...draft.indicators].sort() }),
    language: draft.language,
  };
}
