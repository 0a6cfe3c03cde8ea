import type { Language } from "../catalogue/language.ts";
import { isSingleLine } from "../text/single-line.ts";
import { isTooLong, textLimits } from "../text/text-limits.ts";
import { type ParticipantCode, secretariatCode } from "./participant.ts";
import { choicesFor, isWider, type MatterReader, type Shown, speaksFor, type Visibility } from "./visibility.ts";

/** What somebody puts before the Network. */
export const matterKinds = [
  "agenda_item",
  "document",
  "commitment",
  "contribution",
  "recommendation",
  "report",
  "activity",
  "narrative",
  "guideline_statement",
] as const;
export type MatterKind = (typeof matterKinds)[number];

/** A draft is seen by its own side alone. What was filed once is withdrawn with a reason, never taken away. */
export const matterStates = ["draft", "filed", "withdrawn"] as const;
export type MatterState = (typeof matterStates)[number];

/** What a matter may be about. */
export const linkKinds = ["indicator", "objective", "article", "country", "matter"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What a matter of each kind may be said to be about by its author; also in SQL (`app.links_of`). Of a kind that is not here, nothing. */
export const linksOfKind: Readonly<Partial<Record<MatterKind, readonly LinkKind[]>>> = {
  document: linkKinds,
  contribution: ["indicator", "objective", "article", "country"],
  recommendation: ["indicator", "objective", "article", "country"],
  activity: ["indicator", "objective"],
  narrative: ["indicator"],
};
/** What others put before the Network the Secretariat says to be about something, too: of these kinds. In SQL `app.is_linked_by_others`. */
export const kindsLinkedByOthers: readonly MatterKind[] = ["contribution", "recommendation"];

/** What a participant answers to a matter. */
export const replyKinds = ["reply", "no_comment"] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** What is recorded of a matter, each with the revision that it made. `noted`: the Secretariat spoke of it by telephone, letter or in person. */
export const matterActs = [
  ...(["written", "filed", "visibility_changed", "withdrawn"] as const),
  ...(["dispatched", "moved", "resent", "concluded", "noted"] as const),
] as const;
export type MatterActKind = (typeof matterActs)[number];

/** What a document of the library is. */
export const documentKinds = ["background", "report", "presentation", "decision", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The words of a matter, in the one language in which they were written. */
export interface MatterWords {
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
}

/** What is judged before a matter is saved or filed. */
export interface MatterDraft extends MatterWords {
  readonly kind: MatterKind;
  readonly meetingId: string | null;
  readonly visibility: Visibility;
  readonly addressees: readonly ParticipantCode[];
  /** Of a commitment: who owes it. */
  readonly responsible: ParticipantCode | null;
}

/**
 * `subject_lines`: more than one line. `files_many`: more than `fileLimits.perMatter`. `file_unknown`: not stored, not of the own side, or named
 * twice. `shown_already`: somebody else has read it, or was sent it, so it is not shown to fewer. `same`: nothing would change.
 */
export const matterFaultKinds = [
  ...(["subject_missing", "subject_lines", "subject_long", "body_long", "visibility", "addressee_unknown"] as const),
  ...(["meeting_missing", "meeting_unknown", "responsible_missing", "responsible_unknown"] as const),
  ...(["responsible_not_addressed", "files_many", "file_unknown", "shown_already", "same"] as const),
] as const;
export type MatterFault = (typeof matterFaultKinds)[number];

/** What is wrong with a matter, all reasons at once; empty = nothing. `known`: the codes of all participants. */
export function matterFaults(draft: MatterDraft, known: ReadonlySet<ParticipantCode>): readonly MatterFault[] {
  const { kind, subject, body, visibility, addressees, meetingId } = draft;
  const faults: (MatterFault | null)[] = [
    subject.trim() === "" ? "subject_missing" : null,
    isSingleLine(subject) ? null : "subject_lines",
    isTooLong(subject, textLimits.matterSubject) ? "subject_long" : null,
    isTooLong(body, textLimits.matterBody) ? "body_long" : null,
    choicesFor(kind).includes(visibility) ? null : "visibility",
    addressees.every((code) => known.has(code)) ? null : "addressee_unknown",
    kind === "agenda_item" && meetingId === null ? "meeting_missing" : null,
    ...(kind === "commitment" ? responsibleFaults(draft, known) : []),
  ];
  return faults.filter((fault) => fault !== null);
}

/** Whoever owes something reads it: it is addressed to them, unless it is the Secretariat, whose own matter it is. */
function responsibleFaults(
  { responsible, addressees }: Pick<MatterDraft, "responsible" | "addressees">,
  known: ReadonlySet<ParticipantCode>,
): readonly (MatterFault | null)[] {
  if (responsible === null) return ["responsible_missing"];
  return [
    known.has(responsible) ? null : "responsible_unknown",
    responsible === secretariatCode || addressees.includes(responsible) ? null : "responsible_not_addressed",
  ];
}

/** May this person file it, the first time or as another version? Its own side, as long as it was not withdrawn. */
export function mayFile(reader: MatterReader, matter: Pick<Shown, "author" | "state">): boolean {
  return speaksFor(reader, matter.author) && matter.state !== "withdrawn";
}

/**
 * May the level be changed to this one? A draft's may; what is filed may be shown to more people, and to fewer only while nobody else has had
 * it on screen, because what was read stays read. Whether the public has read something nobody knows: what was shown to it is withdrawn, not narrowed.
 */
export function mayShowTo(
  matter: Pick<Shown, "state" | "visibility"> & { readonly kind: MatterKind },
  to: Visibility,
  isSeenByOthers: boolean,
): boolean {
  if (!choicesFor(matter.kind).includes(to)) return false;
  switch (matter.state) {
    case "withdrawn":
      return false;
    case "draft":
      return true;
    case "filed":
      if (matter.visibility === to || isWider(matter.visibility, to)) return true;
      return matter.visibility !== "public" && !isSeenByOthers;
  }
}
