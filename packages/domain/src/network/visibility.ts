import { type Actor, isCountryRole, isOfSecretariat, type Role, roleFacts } from "../access/role.ts";
import type { MatterKind, MatterState } from "./matter.ts";
import { type ParticipantCode, participantOf } from "./participant.ts";

/** Who may read what is filed, each level everybody of the levels before it: the Secretariat, members, members and observers, everybody. */
export const visibilities = ["secretariat", "members", "network", "public"] as const;
export type Visibility = (typeof visibilities)[number];

/** The levels that may be chosen for everything that is put before the Network. */
export const visibilityChoices = ["secretariat", "members", "network"] as const satisfies readonly Visibility[];
export type VisibilityChoice = (typeof visibilityChoices)[number];

/** What its author may show to everybody, because the public edition has a place for it. `app.may_be_public` says the same in SQL. */
const publicKinds = ["document", "contribution", "recommendation"] as const satisfies readonly MatterKind[];

/** The levels that may be chosen for a matter of this kind. */
export function choicesFor(kind: MatterKind): readonly Visibility[] {
  return publicKinds.some((one) => one === kind) ? visibilities : visibilityChoices;
}

/** Is the second level read by more than the first? */
export function isWider(one: Visibility, other: Visibility): boolean {
  return visibilities.indexOf(other) > visibilities.indexOf(one);
}

/** Who asks to read: the person's role and side, and whether a section link opened the session. */
export type MatterReader = Pick<Actor, "role" | "country" | "organisation" | "section">;

const isInNetwork = (role: Role) => roleFacts[role].readsNetwork !== null;

const levelReaders: Readonly<Record<Visibility, (role: Role) => boolean>> = {
  secretariat: isOfSecretariat,
  members: (role) => roleFacts[role].readsNetwork === "members",
  network: isInNetwork,
  // Whoever takes no part in the Network reads what is public where the public does, in the edition, not here.
  public: isInNetwork,
};

/** Does this role read what is filed at this level? `app.reads_level` says the same in SQL. */
export function readsLevel(role: Role, level: Visibility): boolean {
  return levelReaders[level](role);
}

/** What decides who reads a matter. Its kind does not. */
export interface Shown {
  readonly author: ParticipantCode;
  readonly visibility: Visibility;
  readonly addressees: readonly ParticipantCode[];
  readonly state: MatterState;
  /** 0 = it was never filed. */
  readonly version: number;
  /** Of what is shown to one country before all others: that country. It stays so until `openedAt`. */
  readonly firstTo: ParticipantCode | null;
  readonly openedAt: Date | null;
}

/** May this person write for the side that the matter comes from, and so see its drafts? */
export function speaksFor(reader: MatterReader, author: ParticipantCode): boolean {
  return reader.section === undefined && roleFacts[reader.role].speaks && participantOf(reader) === author;
}

/**
 * May this person read the matter? The own side reads it in every state; others once it was filed. What was sent cannot be unsent: addressees
 * keep what was withdrawn, and the Secretariat does. The policy `matter_read` says the same in SQL, and one table proves both.
 */
export function canRead(reader: MatterReader, matter: Shown): boolean {
  if (reader.section !== undefined) return false;
  if (speaksFor(reader, matter.author)) return true;
  if (matter.version === 0) return false;
  if (matter.firstTo !== null && matter.openedAt === null)
    return reader.country === matter.firstTo && isCountryRole(reader.role) && readsLevel(reader.role, "members");
  const side = participantOf(reader);
  return (
    (matter.state === "filed" && readsLevel(reader.role, matter.visibility)) ||
    (side !== null && matter.addressees.includes(side) && isInNetwork(reader.role)) ||
    (matter.state === "withdrawn" && isOfSecretariat(reader.role))
  );
}
