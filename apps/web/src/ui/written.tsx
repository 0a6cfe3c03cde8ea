import { languageFacts } from "@avances/domain/catalogue";
import { writtenLanguage } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { writtenTexts } from "./written.texts.ts";

interface WrittenProps {
  readonly text: string;
  /** The name of a law or a register: it is what it is called, so only the browser is told. */
  readonly isName?: boolean;
}

/** Words that people wrote into a report, in whichever language: of those in another one than the page's the browser is told, and the reader too. */
export function Written({ text, isName = false }: WrittenProps) {
  const t = useTexts(writtenTexts);
  const page = useLanguage();
  const language = writtenLanguage(text);
  if (language === null || language === page) return text;
  const words = <span lang={language}>{text}</span>;
  if (isName) return words;
  return (
    <>
      {words} <small className="quiet">{t.in(languageFacts[language].called[page])}</small>
    </>
  );
}
