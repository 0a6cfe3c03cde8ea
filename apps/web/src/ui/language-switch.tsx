import { languageFacts, languages } from "@avances/domain/catalogue";
import { useLocation, useRouter } from "@tanstack/react-router";
import { isLanguage, type Language, saveLanguage, useLanguage } from "#i18n/language.ts";
import styles from "./language-switch.module.css";
import { uiTexts } from "./ui.texts.ts";

/** The same page with the same filters in each other language. Each link is written in the language it leads to. */
export function LanguageSwitch() {
  const current = useLanguage();
  return languages
    .filter((language) => language !== current)
    .map((language) => <ReadIn key={language} language={language} />);
}

function ReadIn({ language }: { readonly language: Language }) {
  const router = useRouter();
  const href = useLocation({ select: (location) => location.href }).replace(/^\/([^/?#]*)/, (begin, first) =>
    isLanguage(first) ? `/${language}` : begin,
  );
  return (
    <a
      href={href}
      lang={language}
      hrefLang={language}
      className={styles.switch}
      title={uiTexts[language].readHere}
      onClick={(event) => {
        saveLanguage(language);
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {languageFacts[language].name}
    </a>
  );
}
