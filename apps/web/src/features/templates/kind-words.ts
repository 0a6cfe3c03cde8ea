import type { WordingKind } from "@avances/domain/wording";
import { useTexts } from "#i18n/i18n.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { type ByHand, templatesTexts } from "./templates.texts.ts";

/** What such a message is called: a step of the calendar as everywhere else, a reminder by hand by what it asks for. */
export function useKindWords(): (kind: WordingKind) => string {
  const { byHand } = useTexts(templatesTexts);
  const { step } = useTexts(noticeTexts);
  return (kind) => (isByHand(kind) ? byHand[kind] : step[kind]);
}

export function isByHand(kind: WordingKind): kind is ByHand {
  return kind.startsWith("resend_");
}
