import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { Button } from "#ui/button.tsx";
import type { ReplacingAct } from "./kept-drafts.ts";
import styles from "./save-mark.module.css";
import { savingTexts } from "./saving.texts.ts";
import { useEntryPart, useStore } from "./use-answer-store.ts";

interface UndoLineProps {
  readonly indicator: Indicator;
  /** The acts whose buttons stand near this place. */
  readonly acts: readonly ReplacingAct[];
}

/** After a replacing act: says what happened, with the button that restores the form. Stands beside the act's own button. */
export function UndoLine({ indicator, acts }: UndoLineProps) {
  const t = useTexts(savingTexts).undo;
  const store = useStore();
  const replaced = useEntryPart(indicator.code, (entry) => entry.replaced);
  const isShown = replaced?.isFresh === true && acts.includes(replaced.act);
  return (
    <div className={styles.undo} aria-live="polite">
      {isShown ? (
        <>
          <span>{replaced.isUndone ? t.isBack : t[replaced.act]}</span>
          <Button size="small" onClick={() => store.undo(indicator.code)}>
            {replaced.isUndone ? t.redo : t.undo}
          </Button>
        </>
      ) : null}
    </div>
  );
}
