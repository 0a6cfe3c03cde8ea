import { type Role, roleFacts } from "../access/role.ts";
import type { MatterKind } from "./matter.ts";
import { type ParticipantCode, secretariatCode } from "./participant.ts";
import { type MatterReader, type Shown, speaksFor } from "./visibility.ts";

/** What is not a member's own report: what organisations, countries that observe and the Secretariat put before the Network in their own name. */
export const voiceKinds = ["contribution", "recommendation"] as const satisfies readonly MatterKind[];
export type VoiceKind = (typeof voiceKinds)[number];

export const contributionKinds = ["progress_report", "challenge", "presentation", "statement"] as const;
export type ContributionKind = (typeof contributionKinds)[number];

/** Where a recommendation comes from: from whoever enters it, from a meeting, from a treaty body, or from a report of civil society. */
export const sourceKinds = ["own", "meeting", "treaty_body", "civil_society"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Does a recommendation from there name the document that says it? */
export const namesSource = (kind: SourceKind): boolean => kind === "treaty_body" || kind === "civil_society";

/**
 * How somebody takes what was put to them. To take note is not to agree: the two are never counted together, shown alike, or named with the same
 * words.
 */
export const stances = ["took_note", "accepts", "accepts_in_part", "does_not_accept"] as const;
export type Stance = (typeof stances)[number];

/** The stances that are possible: of a contribution one takes note, a recommendation asks for an answer. */
export const stancesOf: Readonly<Record<VoiceKind, readonly Stance[]>> = {
  contribution: ["took_note"],
  recommendation: stances,
};

/** How far a recommendation has been carried out, from nothing to all; or it is not pursued any more. */
export const completionSteps = ["not_started", "limited", "substantial", "completed", "withdrawn"] as const;
export type CompletionStep = (typeof completionSteps)[number];

/** May somebody of this role begin a matter of this kind? `app.may_put` says the same in SQL. */
export function mayPut(role: Role, kind: MatterKind): boolean {
  const { speaks, standing } = roleFacts[role];
  if (!speaks) return false;
  const isVoice = voiceKinds.some((one) => one === kind);
  // What a country has done the country tells, and nobody in its place; of how it applies the Guidelines IOM has a view (`mayState`).
  if (standing === "secretariat") return kind !== "narrative" && kind !== "guideline_statement";
  if (kind === "guideline_statement") return true;
  // Reports of meetings are the Secretariat's.
  if (kind === "report") return false;
  // Whoever writes for a side proposes activities: countries and organisations alike.
  if (kind === "activity") return true;
  return isVoice === (standing === "public_reader");
}

/** What decides who may answer: whose it is, in which state, and to whom it is put. */
export type Put = Pick<Shown, "author" | "state" | "addressees"> & { readonly kind: MatterKind };

/**
 * Is it this side's to reply to? What is put to it; and of contributions and recommendations, which may speak of any State, every one of another side
 * that it can read.
 */
export function isPutTo(side: ParticipantCode, { kind, author, addressees }: Put): boolean {
  return author !== side && (voiceKinds.some((one) => one === kind) || addressees.includes(side));
}

/** Does this person act for a member country or for the Secretariat, and write in its name? */
const answersFor = (reader: MatterReader, side: ParticipantCode | null): side is ParticipantCode =>
  side !== null && speaksFor(reader, side) && roleFacts[reader.role].readsNetwork === "members";

/**
 * May somebody reply for this side? A member to all that is put to it (`isPutTo`); an organisation, and a country that observes, to commitments
 * that it was addressed, and to nothing of others. The policy `matter_reply_insert` says the same in SQL.
 */
export function mayReplyTo(reader: MatterReader, side: ParticipantCode | null, matter: Put): boolean {
  if (side === null || !speaksFor(reader, side) || roleFacts[reader.role].standing === "secretariat") return false;
  if (!isPutTo(side, matter)) return false;
  return answersFor(reader, side) || (matter.kind === "commitment" && matter.addressees.includes(side));
}

/**
 * May somebody say for this side how it takes the matter? A recommendation is taken by those to whom it is put; of a contribution any member may
 * take note, and the Secretariat; nobody takes the own.
 */
export function mayTake(reader: MatterReader, side: ParticipantCode | null, matter: Put): boolean {
  if (!answersFor(reader, side) || matter.state !== "filed" || matter.author === side) return false;
  return matter.kind === "contribution" || (matter.kind === "recommendation" && matter.addressees.includes(side));
}

/**
 * May somebody say for this side how far `country` has carried the recommendation out? Each of those to whom it is put for itself; as the view of
 * others, whoever made it, and the Secretariat. No State judges another.
 */
export function mayAssess(
  reader: MatterReader,
  side: ParticipantCode | null,
  country: ParticipantCode,
  matter: Put,
): boolean {
  if (side === null || !speaksFor(reader, side) || matter.state !== "filed") return false;
  if (matter.kind !== "recommendation" || !matter.addressees.includes(country)) return false;
  return side === country || side === matter.author || side === secretariatCode;
}

/** Said by one side at one moment; what is said later by the same side takes its place, and the earlier stays in the record. */
export interface SpokenBySide {
  readonly by: ParticipantCode;
  readonly at: Date;
}

/** Of each side the last that it said, in the order in which they were said. `all`: oldest first. */
export function lastOfEach<T extends SpokenBySide>(all: readonly T[]): readonly T[] {
  return all.filter((one, place) => !all.slice(place + 1).some(({ by }) => by === one.by));
}

/** How far one of the addressees has carried it out: what it says itself, and what others say. They stand side by side and make no mean. */
export interface TwoViews<T> {
  readonly own: T | null;
  readonly others: readonly T[];
}

export function twoViews<T extends SpokenBySide & { readonly of: ParticipantCode }>(
  all: readonly T[],
  country: ParticipantCode,
): TwoViews<T> {
  const last = lastOfEach(all.filter(({ of }) => of === country));
  return { own: last.find(({ by }) => by === country) ?? null, others: last.filter(({ by }) => by !== country) };
}

/** What only a contribution or a recommendation has, as it is judged. */
export interface VoiceDraft {
  readonly kind: VoiceKind;
  readonly author: ParticipantCode;
  readonly meetingId: string | null;
  readonly addressees: readonly ParticipantCode[];
  readonly sourceKind: SourceKind | null;
  readonly source: string;
  readonly owner: ParticipantCode | null;
}

/**
 * `addressee_missing`: a recommendation is put to somebody. `addressee_silent`: to somebody who can answer it, a member or the Secretariat, and not
 * to whoever makes it. `addressee_gone`: what was filed stays with those to whom it was put. `source_meeting`: it comes from a meeting that is not
 * named. `source_missing`: the document is not named. `owner`: whoever sees to it is one of the addressees, or the Secretariat.
 */
export const voiceFaultKinds = [
  ...(["addressee_missing", "addressee_silent", "addressee_gone", "source_meeting", "source_missing"] as const),
  ...(["owner", "link_unknown"] as const),
] as const;
export type VoiceFault = (typeof voiceFaultKinds)[number];

/** What is wrong with what only these kinds have. `members`: codes of the member countries; `before`: to whom it was put when it was filed. */
export function voiceFaults(
  { kind, author, meetingId, addressees, sourceKind, source, owner }: VoiceDraft,
  members: ReadonlySet<ParticipantCode>,
  before: readonly ParticipantCode[] = [],
): readonly VoiceFault[] {
  if (kind === "contribution") return [];
  const answers = (code: ParticipantCode) => code !== author && (members.has(code) || code === secretariatCode);
  const isOwner = owner === null || owner === secretariatCode || addressees.includes(owner);
  const faults: (VoiceFault | null)[] = [
    addressees.length === 0 ? "addressee_missing" : null,
    addressees.every(answers) ? null : "addressee_silent",
    before.every((code) => addressees.includes(code)) ? null : "addressee_gone",
    sourceKind === "meeting" && meetingId === null ? "source_meeting" : null,
    sourceKind !== null && namesSource(sourceKind) && source.trim() === "" ? "source_missing" : null,
    isOwner ? null : "owner",
  ];
  return faults.filter((fault) => fault !== null);
}
