import { isCountryRole, readsForOrganisation, roleFacts, roles, seesAssignedOnly } from "@avances/domain/access";
import { type Language, languages } from "@avances/domain/catalogue";
import {
  isMailAddress,
  isSingleLine,
  isTooLong,
  telephoneOf,
  textLength,
  textLimits,
  tidyLine,
} from "@avances/domain/text";
import { isListOf, isOneOf, isShape, isText, isTruth } from "#lib/read-kept.ts";
import type { Invitation, Role } from "./people-queries.ts";
import { tidySalutation } from "./person-draft.ts";

export interface InviteDraft {
  readonly displayName: string;
  readonly address: string;
  readonly institution: string;
  /** Absent in what an earlier release kept. */
  readonly salutation?: string;
  /** Absent in what an earlier release kept, as the mark of a shared mailbox. */
  readonly phone?: string;
  readonly isShared?: boolean;
  /** Of observers, civil society and the Coalition; "" = not on record. Absent in what an earlier release kept. */
  readonly organisation?: string;
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
const described = { ...parts, salutation: isText, phone: isText, isShared: isTruth };
const isWhole = isShape<Required<InviteDraft>>({ ...described, organisation: isText });
const isWithoutOrganisation = isShape<Required<Omit<InviteDraft, "organisation">>>(described);
const isEarlier = isShape<Required<Omit<InviteDraft, "phone" | "isShared" | "organisation">>>({
  ...parts,
  salutation: isText,
});
const isEarliest = isShape<Omit<InviteDraft, "salutation" | "phone" | "isShared" | "organisation">>(parts);
export const isInviteDraft = (value: unknown): value is InviteDraft =>
  isWhole(value) || isWithoutOrganisation(value) || isEarlier(value) || isEarliest(value);

export interface InviteFaults {
  readonly displayName?: "nameWrong" | "tooLong" | "notOneLine";
  readonly institution?: "tooLong" | "notOneLine";
  readonly salutation?: "tooLong" | "notOneLine" | "salutationWrong";
  readonly address?: "addressWrong" | "addressTaken";
  readonly phone?: "phoneWrong";
  readonly country?: "countryWrong";
  readonly indicators?: "indicatorsWrong";
}

export function emptyDraft(country: string, language: Language): InviteDraft {
  return {
    displayName: "",
    address: "",
    institution: "",
    salutation: "",
    phone: "",
    isShared: false,
    organisation: "",
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
    ...(phoneIn(draft) === null && { phone: "phoneWrong" as const }),
    ...(isCountryRole(role) && country === "" && { country: "countryWrong" as const }),
    ...(seesAssignedOnly(role) && indicators.length === 0 && { indicators: "indicatorsWrong" as const }),
  };
}

function salutationOf({ salutation = "" }: InviteDraft): string {
  return tidySalutation(salutation);
}

/** Undefined = none was typed; null = it is no number. */
function phoneIn({ phone = "" }: InviteDraft): string | null | undefined {
  return tidyLine(phone) === "" ? undefined : telephoneOf(tidyLine(phone));
}

export function toInvitation(draft: InviteDraft): Invitation {
  const institution = tidyLine(draft.institution);
  const salutation = salutationOf(draft);
  const phone = phoneIn(draft);
  return {
    ...(phone && { phone }),
    ...(draft.isShared && { isShared: true }),
    address: tidyLine(draft.address),
    displayName: tidyLine(draft.displayName),
    ...(institution !== "" && { institution }),
    ...(salutation !== "" && { salutation }),
    role: draft.role,
    country: countryOf(draft),
    ...(readsForOrganisation(draft.role) && draft.organisation && { organisation: draft.organisation }),
    ...(seesAssignedOnly(draft.role) && { assignedIndicators: [...draft.indicators].sort() }),
    language: draft.language,
  };
}
