import type { IndicatorCode } from "../catalogue/catalogue.ts";
import { type AnswerRevisions, answersUnseen } from "./answers-seen.ts";

/**
 * What happens on the way to a signature, in a round in which a second person of the country signs: whoever reports asks for it, and the
 * approver signs or sends the report back with a reason.
 */
export const signatureSteps = ["asked", "signed", "sent_back"] as const;
export type SignatureStep = (typeof signatureSteps)[number];

/** The part of a recorded step that decides where a signature stands. */
export interface SignatureRecord {
  readonly step: SignatureStep;
  /** The version that it is for: the next one at that time. */
  readonly version: number;
  /** The revision of each answer that the person had on the screen. */
  readonly answers: AnswerRevisions;
}

export type SignatureStanding<R extends SignatureRecord = SignatureRecord> =
  /** Nobody was asked for it yet. */
  | { readonly kind: "unasked" }
  | { readonly kind: "asked"; readonly last: R }
  | { readonly kind: "sent_back"; readonly last: R }
  | { readonly kind: "signed"; readonly last: R }
  /** It was signed, and these answers changed since: the signature no longer counts. */
  | { readonly kind: "fallen"; readonly last: R; readonly changed: readonly IndicatorCode[] };

/**
 * Where the signature of the next version stands. `records`: the steps on this report, oldest first; those of earlier versions do not
 * count, because a signature belongs to one version. `version`: number of the latest frozen version. `now`: the revision of each answer.
 */
export function signatureStanding<R extends SignatureRecord>(
  records: readonly R[],
  version: number,
  now: AnswerRevisions,
): SignatureStanding<R> {
  const last = records.findLast((record) => record.version === version + 1);
  if (last === undefined) return { kind: "unasked" };
  if (last.step !== "signed") return { kind: last.step, last };
  const changed = answersUnseen(last.answers, now);
  return changed.length === 0 ? { kind: "signed", last } : { kind: "fallen", last, changed };
}

/** The answers, ordered by code, that this person wrote last. Nobody signs what they wrote themselves; cleared answers count. */
export function answersWrittenBy(
  userId: string,
  answers: readonly { readonly indicatorCode: IndicatorCode; readonly updatedBy: string }[],
): readonly IndicatorCode[] {
  return answers.flatMap(({ indicatorCode, updatedBy }) => (updatedBy === userId ? [indicatorCode] : [])).sort();
}
