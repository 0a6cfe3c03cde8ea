import type { ReactNode } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { stay } from "#lib/stay.ts";
import { Button } from "#ui/button.tsx";
import { totalOnlyKey } from "../saving/answer-draft.ts";
import { useCells } from "./answer-cells.ts";
import styles from "./sheet.module.css";
import { sheetTexts } from "./sheet.texts.ts";

/**
 * The grids of an answer, and the choice to say that only the total is known. The choice is part of the answer: it is neither zero nor
 * forgotten, the grids leave the path, and no rule asks for them.
 */
export function TotalOnly({ children }: { readonly children: ReactNode }) {
  const t = useTexts(sheetTexts);
  const { store, indicator, isTotalOnly } = useCells();
  if (indicator.disaggregations.length === 0) return null;
  const isRatio = indicator.valueType === "ratio";
  const choose = (isChosen: boolean) =>
    store.replace(indicator.code, "total-only", (draft) => {
      const { [totalOnlyKey]: _, ...fields } = draft.fields;
      return { ...draft, fields: isChosen ? { ...fields, [totalOnlyKey]: "yes" } : fields };
    });
  return (
    <>
      {isTotalOnly ? null : children}
      <div className={styles.totalOnly} data-stay tabIndex={-1}>
        {isTotalOnly ? <p>{isRatio ? t.numeratorOnlyDone : t.totalOnlyDone}</p> : null}
        <Button
          size="small"
          variant="quiet"
          onClick={(event) => {
            stay(event.currentTarget);
            choose(!isTotalOnly);
          }}
        >
          {isTotalOnly ? t.cellsAfterAll : isRatio ? t.numeratorOnly : t.totalOnly}
        </Button>
        {isTotalOnly ? null : <p className={styles.keys}>{t.keys}</p>}
      </div>
    </>
  );
}
