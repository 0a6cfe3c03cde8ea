import { useLocation, useRouter } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { languageNames, otherLanguage, saveLanguage, useLanguage } from "#i18n/language.ts";
import styles from "./language-switch.module.css";
import { uiTexts } from "./ui.texts.ts";

/** The same page with the same filters in the other language. The link is written in that language. */
export function LanguageSwitch() {
  const t = useTexts(uiTexts);
  const router = useRouter();
  const other = otherLanguage(useLanguage());
  const href = useLocation({ select: (location) => location.href }).replace(/^\/(en|es)(?=\/|\?|#|$)/, `/${other}`);
  return (
    <a
      href={href}
      lang={other}
      hrefLang={other}
      className={styles.switch}
      title={t.language.read}
      onClick={(event) => {
        saveLanguage(other);
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        router.history.push(href);
      }}
    >
      {languageNames[other]}
    </a>
  );
}
