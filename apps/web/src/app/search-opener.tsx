import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useOfBrowser } from "#lib/of-browser.ts";
import { readSetting, writeSetting } from "#lib/setting.ts";
import { appTexts } from "./app.texts.ts";
import styles from "./app-shell.module.css";

type SearchParts = typeof import("#features/search/search-dialog.tsx");

/** The button that opens the search, and the key `/`. The dialog is a separate chunk, loaded when somebody first wants it. */
export function SearchOpener() {
  const t = useTexts(appTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const [parts, setParts] = useState<SearchParts | null>(null);
  const [open, setOpen] = useState(false);
  /** What was typed since the search was asked for, until its field has the focus; null when nothing is awaited. No state: keys do not wait for it. */
  const begun = useRef<string | null>(null);
  const keptByKey = useOfBrowser(readByKey, true);
  const [chosenByKey, setByKey] = useState<boolean | null>(null);
  const byKey = chosenByKey ?? keptByKey;

  function show() {
    begun.current = "";
    setOpen(true);
    if (parts !== null) return;
    import("#features/search/search-dialog.tsx").then(setParts, () => {
      close();
      // The list has a search field as well; if it cannot be loaded either, its page says why and tries again.
      void navigate({ to: "/$lang/indicators", params: { lang } });
    });
  }

  function close() {
    begun.current = null;
    setOpen(false);
  }

  function takeBegun(): string {
    const typed = begun.current ?? "";
    begun.current = null;
    return typed;
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      // What is typed while the dialog is still coming stands in its field when it is there.
      if (begun.current !== null && event.key.length === 1) begun.current += event.key;
      else if (byKey && event.key === "/" && document.querySelector("dialog[open]") === null) show();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });

  return (
    <>
      <button
        type="button"
        data-needs="script"
        className={styles.search}
        aria-haspopup="dialog"
        aria-keyshortcuts={byKey ? "/" : undefined}
        onClick={show}
      >
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path
            d="M10.5 10.5 15 15M12 6.5a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
          />
        </svg>
        <span className={styles.searchWord}>{t.search}</span>
        {byKey ? (
          <span className={styles.slash} aria-hidden="true">
            /
          </span>
        ) : null}
      </button>
      {parts === null ? null : (
        <parts.SearchDialog
          open={open}
          takeBegun={takeBegun}
          onClose={close}
          byKey={byKey}
          onByKey={(on) => {
            writeSetting("searchKey", on ? null : "off");
            setByKey(on);
          }}
        />
      )}
    </>
  );
}

const readByKey = () => readSetting("searchKey", ["off"]) === undefined;

/** Is this where a slash is a letter? */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
