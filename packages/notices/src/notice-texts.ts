import type { Language } from "@avances/domain/catalogue";
import { englishNotice } from "./english.ts";
import type { NoticeFacts, NoticeText } from "./notice-facts.ts";
import { spanishNotice } from "./spanish.ts";

const writers: Record<Language, (facts: NoticeFacts) => NoticeText> = { en: englishNotice, es: spanishNotice };

/** Subject and text of a notice in the language of its reader. */
export function noticeText(facts: NoticeFacts, language: Language): NoticeText {
  return writers[language](facts);
}
