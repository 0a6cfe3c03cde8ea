import type { WordingKind } from "@avances/domain/wording";
import { useTexts } from "#i18n/i18n.ts";
import { kindTexts } from "./kind.texts.ts";
import { noticeTexts } from "./notice.texts.ts";

/** What such a message is called: a step as everywhere else, and where a step has several kinds of words, by what is awaited and until when. */
export function useKindWords(): (kind: WordingKind) => string {
  const ofOneStep = useTexts(kindTexts);
  const { step } = useTexts(noticeTexts);
  const words: Readonly<Record<WordingKind, string>> = { ...step, ...ofOneStep };
  return (kind) => words[kind];
}
