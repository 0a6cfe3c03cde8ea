import type { Language } from "@avances/domain/catalogue";
import { type Block, unmarked } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import { noticeLetter } from "./notice-letter.ts";

/** The text of a letter on paper: the salutation is the first paragraph, whoever signs the last. */
export interface PaperLetter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** Where the report is worked at. A letter has no button, and passes through hands that shall not open the report. */
const inThePortal: Readonly<Record<Language, (address: string) => string>> = {
  en: (address) => `The report is prepared and submitted in the portal Avances: ${address}`,
  es: (address) => `El informe se prepara y se envía en el portal Avances: ${address}`,
};

/**
 * What a message to somebody who reports says, for paper: the same sentences, without what belongs to a mail (button, link, what is missing, which
 * reminder follows, to whom else it goes).
 */
export function paperLetter(facts: NoticeFacts, language: Language, publicUrl: string): PaperLetter {
  const { next: _, ...known } = facts;
  const own = { ...known, isOnPaper: true, progress: null, ask: null, companions: [], unfilled: [] };
  const { subject, paragraphs } = noticeLetter(own, language);
  const address = `${publicUrl}/${language}`;
  return { subject: unmarked(subject), paragraphs: paragraphs.flatMap((block) => onPaper(block, language, address)) };
}

function onPaper(block: Block, language: Language, address: string): readonly string[] {
  if (typeof block === "string") return [unmarked(block)];
  if ("small" in block) return block.small === "" ? [] : [unmarked(block.small)];
  return "action" in block ? [inThePortal[language](address)] : [];
}
