import { findIndicator } from "@avances/domain/catalogue";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { useReportFacts } from "../report-context.ts";
import styles from "./check.module.css";
import { checkTexts } from "./check.texts.ts";
import { partId } from "./part.tsx";

interface Leaving {
  /** Does it at once, or asks first when questions of the Secretariat have no answer. */
  readonly start: () => void;
  /** What is asked; null while nothing is. */
  readonly dialog: React.ReactNode;
}

/** Whoever sends a report that leaves questions without an answer is asked about each of them, and may send it all the same. */
export function useLeavingQuestions(
  act: (leaving: readonly string[]) => Promise<void>,
  words: "send" | "sign" | "ask",
): Leaving {
  const t = useTexts(checkTexts).leaving;
  const lang = useLanguage();
  const { catalogue, clarification } = useReportFacts();
  const [isAsking, setAsking] = useState(false);
  const { open } = clarification;
  const leave = () => setAsking(false);
  const start = () => {
    if (open.length === 0) void act([]);
    else setAsking(true);
  };
  const dialog = (
    <Dialog
      open={isAsking && open.length > 0}
      onClose={leave}
      title={t.title(open.length)}
      actions={
        <>
          <Button
            onClick={() => {
              leave();
              document.getElementById(partId(1))?.scrollIntoView({ block: "start" });
            }}
          >
            {t.answer}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              leave();
              void act(open.map(({ id }) => id));
            }}
          >
            {t[words]}
          </Button>
        </>
      }
    >
      <div className="stack-s">
        <p>{t.text}</p>
        <ul className={styles.rows}>
          {open.map(({ id, indicatorCode, body }) => (
            <li key={id} className={styles.cautionRow}>
              <p className={styles.rowHead}>
                {indicatorCode === null
                  ? t.whole
                  : `${indicatorCode} ${findIndicator(catalogue, indicatorCode)?.name[lang] ?? ""}`}
              </p>
              <blockquote className={styles.quote}>{body}</blockquote>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
  return { start, dialog };
}
