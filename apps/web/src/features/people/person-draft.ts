import type { BodyInputOf, editPerson } from "@avances/contracts";
import { type Language, languages } from "@avances/domain/catalogue";
import { isCalendarDate } from "@avances/domain/round";
import {
  isSingleLine,
  isTooLong,
  telephoneInWords,
  telephoneOf,
  textLength,
  textLimits,
  tidyLine,
} from "@avances/domain/text";
import { isOneOf, isShape, isText, isTruth } from "#lib/read-kept.ts";
import type { Person } from "./people-queries.ts";

/** What describes a person, as it is typed. */
export interface PersonDraft {
  readonly displayName: string;
  readonly institution: string;
  readonly salutation: string;
  readonly phone: string;
  readonly language: Language;
  readonly isShared: boolean;
  readonly validFrom: string;
  readonly validUntil: string;
}

export const isPersonDraft = isShape<PersonDraft>({
  ...{ displayName: isText, institution: isText, salutation: isText, phone: isText },
  ...{ language: isOneOf(languages), isShared: isTruth, validFrom: isText, validUntil: isText },
});

export interface PersonFaults {
  readonly displayName?: "nameWrong" | "tooLong" | "notOneLine";
  readonly institution?: "tooLong" | "notOneLine";
  readonly salutation?: "tooLong" | "notOneLine" | "salutationWrong";
  readonly phone?: "phoneWrong";
  readonly validFrom?: "dayWrong";
  readonly validUntil?: "dayWrong" | "endsEarly";
}

type Described = Pick<
  Person,
  "displayName" | "institution" | "salutation" | "phone" | "language" | "isShared" | "validFrom" | "validUntil"
>;
export type OwnDescription = Omit<Described, "isShared" | "validFrom" | "validUntil">;

export function draftOf(person: OwnDescription & Partial<Described>): PersonDraft {
  const { displayName, institution, salutation, phone, language } = person;
  return {
    ...{ displayName, institution, language },
    salutation: salutation ?? "",
    phone: phone === null ? "" : telephoneInWords(phone),
    isShared: person.isShared ?? false,
    validFrom: person.validFrom ?? "",
    validUntil: person.validUntil ?? "",
  };
}

/** As it is kept: without the colon or comma that a letter puts after it. */
export function tidySalutation(text: string): string {
  return tidyLine(text).replace(/[\s:,.]+$/, "");
}

/** Faults of the lines that describe anybody: name, institution, salutation, telephone. */
export function personFaults(draft: PersonDraft): PersonFaults {
  const [displayName, institution] = [tidyLine(draft.displayName), tidyLine(draft.institution)];
  const salutation = tidySalutation(draft.salutation);
  const { validFrom, validUntil } = draft;
  const isDay = (day: string) => day === "" || isCalendarDate(day);
  return {
    ...(textLength(displayName) < 2 && { displayName: "nameWrong" as const }),
    ...(!isSingleLine(displayName) && { displayName: "notOneLine" as const }),
    ...(isTooLong(displayName, textLimits.personName) && { displayName: "tooLong" as const }),
    ...(!isSingleLine(institution) && { institution: "notOneLine" as const }),
    ...(isTooLong(institution, textLimits.institution) && { institution: "tooLong" as const }),
    ...(textLength(salutation) === 1 && { salutation: "salutationWrong" as const }),
    ...(!isSingleLine(salutation) && { salutation: "notOneLine" as const }),
    ...(isTooLong(salutation, textLimits.salutation) && { salutation: "tooLong" as const }),
    ...(phoneOf(draft.phone) === undefined && { phone: "phoneWrong" as const }),
    ...(!isDay(validFrom) && { validFrom: "dayWrong" as const }),
    ...(!isDay(validUntil) && { validUntil: "dayWrong" as const }),
    ...(isCalendarDate(validFrom) &&
      isCalendarDate(validUntil) &&
      validUntil < validFrom && { validUntil: "endsEarly" as const }),
  };
}

/** Null = none; undefined = no number. */
function phoneOf(typed: string): string | null | undefined {
  return tidyLine(typed) === "" ? null : (telephoneOf(tidyLine(typed)) ?? undefined);
}

type Edit = BodyInputOf<typeof editPerson>;

/** What differs from the person as it was: nothing else is sent, so that two people can change different things at once. */
export function editOf(person: Described, draft: PersonDraft): Edit {
  const wanted: Described = {
    ...{ displayName: tidyLine(draft.displayName), institution: tidyLine(draft.institution) },
    salutation: tidySalutation(draft.salutation) || null,
    phone: phoneOf(draft.phone) ?? null,
    ...{ language: draft.language, isShared: draft.isShared },
    ...{ validFrom: draft.validFrom || null, validUntil: draft.validUntil || null },
  };
  const changed = Object.entries(wanted).filter(([field, value]) => value !== person[field as keyof Described]);
  return Object.fromEntries(changed);
}
