import { type Actor, isOfSecretariat } from "../access/role.ts";

/** A country or an organisation that may attend, hold a role, speak and be spoken to: its code in `ref.participant`. */
export type ParticipantCode = string;

export const participantKinds = ["member", "observer_country", "organisation"] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** As which participant the Technical Secretariat speaks. */
export const secretariatCode: ParticipantCode = "RCM-TS";

/** Where the Technical Secretariat of the Conference has its seat, unless an instance says that it works elsewhere. */
export const secretariatSeat: ParticipantCode = "CRI";

/** The bodies that meet: the Network of liaison officers, the group that it reports to, and the Regional Coalition. */
export const bodyCodes = ["LON", "RCGM", "COALITION"] as const;
export type BodyCode = (typeof bodyCodes)[number];

/**
 * May this participant be there as one side among others: attend, be host, hold a role, have an account? The Network and the group to which it
 * reports are what the sides meet in; the Coalition is both.
 */
export const isSide = (code: ParticipantCode): boolean =>
  code === "COALITION" || !bodyCodes.some((body) => body === code);

/**
 * May an account outside the members belong to this participant? A member speaks by its own people, and so does the Secretariat. The trigger
 * `organisation_settled` says the same in SQL.
 */
export const isOrganisationOfGuests = ({
  code,
  kind,
}: {
  readonly code: ParticipantCode;
  readonly kind: ParticipantKind;
}): boolean => kind !== "member" && code !== secretariatCode && isSide(code);

/** What a participant may be in a body. One may be two of them at once, each with its own dates. */
export const termRoles = ["member", "observer", "secretariat", "presidency"] as const;
export type TermRole = (typeof termRoles)[number];
/** Those that one participant holds for all, which its history names. */
export const offices = ["secretariat", "presidency"] as const satisfies readonly TermRole[];
export type Office = (typeof offices)[number];

/** For which participant somebody acts; null = for none, as a delegate of the region does. `app.actor_participant` says the same in SQL. */
export function participantOf({
  role,
  country,
  organisation,
}: Pick<Actor, "role" | "country" | "organisation">): ParticipantCode | null {
  return country ?? organisation ?? (isOfSecretariat(role) ? secretariatCode : null);
}
