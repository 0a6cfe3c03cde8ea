import type { UserRow } from "@avances/db/queries/rows";

/** What describes a person, as it may be sent: absent = as it is. */
type Described = {
  readonly [Field in
    | "displayName"
    | "institution"
    | "salutation"
    | "language"
    | "phone"
    | "isShared"
    | "validFrom"
    | "validUntil"
    | "organisationCode"]?: UserRow[Field] | undefined;
};

/** The fields whose value differs from the account's, with the new value; texts without blanks around them. */
export function changedFields(person: UserRow, described: Described): Partial<UserRow> {
  const tidy = (value: unknown) => (typeof value === "string" ? value.trim() : value);
  return Object.fromEntries(
    Object.entries(described)
      .map(([field, value]) => [field, tidy(value)] as const)
      .filter(([field, value]) => value !== undefined && value !== person[field as keyof UserRow]),
  );
}
