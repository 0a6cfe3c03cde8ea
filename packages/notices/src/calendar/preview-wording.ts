import type { Tx } from "@avances/db";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import {
  isAbout,
  type Wording,
  type WordingKind,
  type WordingKindOf,
  type WordingMatter,
  wordingRules,
} from "@avances/domain/wording";
import type { RequestContext } from "./plan-requests.ts";
import { type PreviewState, previewReport } from "./preview-report.ts";
import { previewCommitment, previewProgress } from "./preview-request.ts";
import type { PreviewedWording } from "./preview-shown.ts";

interface Previewed {
  readonly kind: WordingKind;
  readonly language: Language;
  readonly words: Wording;
  readonly country: string;
  readonly state: PreviewState;
}

/**
 * The message that somebody of the country would get with these words, about what is asked of it by such messages; sends nothing. Null where there is
 * nothing of that kind: no round that asks it, no meeting to come, no commitment. Of the facts as few are assumed as the kind needs.
 */
export function previewWording(
  tx: Tx,
  actor: Actor,
  { kind, state, ...wanted }: Previewed,
  context: Pick<RequestContext, "now" | "config">,
): Promise<PreviewedWording | null> {
  const { about } = wordingRules[kind];
  const shown: Readonly<Record<WordingMatter, () => Promise<PreviewedWording | null>>> = {
    report: () => previewReport(tx, actor, { ...wanted, kind: only(kind, "report"), state }, context),
    progress: () => previewProgress(tx, actor, { ...wanted, kind: only(kind, "progress") }, context),
    commitment: () => previewCommitment(tx, actor, { ...wanted, kind: only(kind, "commitment") }, context),
  };
  return shown[about]();
}

function only<M extends WordingMatter>(kind: WordingKind, matter: M): WordingKindOf<M> {
  if (!isAbout(kind, matter)) throw new Error(`${kind} are words about something else than ${matter}`);
  return kind;
}
