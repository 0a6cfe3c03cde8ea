import type { WordingKind } from "@avances/domain/wording";
import { useTexts } from "#i18n/i18n.ts";
import { type ByHand, kindTexts } from "./kind.texts.ts";
import { noticeTexts } from "./notice.texts.ts";

/** What such a message is called: a step of the calendar as everywhere else, a reminder by hand by what it asks for. */
export function useKindWords(): (kind: WordingKind) => string {
  const byHand = useTexts(kindTexts);
  const { step } = useTexts(noticeTexts);
  return (kind) => (isByHand(kind) ? byHand[kind] : step[kind]);
}

export function isByHand(kind: WordingKind): kind is ByHand {
  return kind.startsWith("resend_");
}
