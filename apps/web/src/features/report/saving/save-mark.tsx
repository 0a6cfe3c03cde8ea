import type { IndicatorCode } from "@avances/domain/catalogue";
import { useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { type Formats, useFormat } from "#lib/format.ts";
import { shelf } from "#lib/shelf.ts";
import { Button } from "#ui/button.tsx";
import styles from "./save-mark.module.css";
import type { SaveQueue } from "./save-queue.ts";
import { savedStanding } from "./saved-standing.ts";
import { savingTexts } from "./saving.texts.ts";
import { useEntryPart, useStore } from "./use-answer-store.ts";

/** The save state of this answer, in words. It says "saved" only after the server has said so. */
export function SaveMark({ code }: { readonly code: IndicatorCode }) {
  const t = useTexts(savingTexts);
  const f = useFormat();
  const store = useStore();
  const queue = useEntryPart(code, (entry) => entry.queue);
  const typing = useEntryPart(code, (entry) => entry.typing);
  const faults = useEntryPart(code, (entry) => entry.faults);
  const { trouble } = queue;
  const keptIn = useSyncExternalStore(shelf.subscribe, () => store.keptIn(code));
  if (trouble !== null) {
    const words = {
      offline: { device: t.save.kept, soon: t.save.typing, page: t.save.onlyHere }[keptIn],
      "signed-out": t.save.signedOut,
      "other-person": t.save.otherPerson,
      refused: t.save.refused,
      conflict: trouble.kind === "conflict" && trouble.isOwn === true ? t.save.conflictOwn : t.save.conflict,
    }[trouble.kind];
    return (
      <div className={styles.mark} aria-live="polite">
        <span className={trouble.kind === "offline" && keptIn !== "page" ? styles.kept : styles.trouble}>{words}</span>
        {trouble.kind === "refused" ? <span className={styles.why}>{whyOf(t.save.why, trouble.code)}</span> : null}
        {trouble.kind === "refused" || trouble.kind === "offline" ? (
          <Button size="small" variant="quiet" onClick={() => store.retry(code)}>
            {t.save.retry}
          </Button>
        ) : null}
      </div>
    );
  }
  const standing = savedStanding(queue.saved);
  const savedWords = savedWordsOf(queue, standing, t.save, f);
  const isFaulty = Object.keys(faults).length > 0;
  return (
    <div className={styles.mark} aria-live="polite">
      {queue.sending !== null ? (
        <span className={styles.quiet}>{t.save.saving}</span>
      ) : typing ? (
        <span className={styles.quiet}>{t.save.typing}</span>
      ) : isFaulty ? (
        <span className={styles.trouble}>{queue.savedAt === null ? t.save.refused : t.save.except}</span>
      ) : queue.savedAt === null ? (
        <span className={styles.quiet}>{t.save.none}</span>
      ) : queue.savedHere && standing === "whole" ? (
        <span className={styles.saved}>
          <Tick />
          {savedWords}
        </span>
      ) : (
        <span className={styles.quiet}>{standing === "part" ? t.save.savedPart(savedWords) : savedWords}</span>
      )}
    </div>
  );
}

function savedWordsOf(
  { savedAt, savedBy, savedHere }: SaveQueue,
  standing: ReturnType<typeof savedStanding>,
  words: typeof savingTexts.en.save,
  f: Formats,
): string {
  if (savedAt === null) return words.none;
  if (savedHere) return (standing === "cleared" ? words.cleared : words.saved)(f.time(savedAt));
  return (standing === "cleared" ? words.clearedBy : words.savedBy)(f.instant(savedAt), savedBy ?? "");
}

function whyOf(why: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(why, code) ? why[code] : why.other) ?? "";
}

function Tick() {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <path d="m2.5 7.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />
    </svg>
  );
}
