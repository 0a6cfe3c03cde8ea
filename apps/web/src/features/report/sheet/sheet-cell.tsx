import { memo, type ReactNode, useId, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { classNames } from "#ui/class-names.ts";
import styles from "./sheet.module.css";
import { sheetTexts } from "./sheet.texts.ts";

export interface CellProps {
  /** Key of its text in the form: `b/sex/female`. */
  readonly place: string;
  readonly label: string;
  readonly text: string;
  /** The computed figure that stands here while nothing is typed, as written; null when there is none. */
  readonly computed: string | null;
  /** The figure can be nothing else and is not asked: it is shown, with no field. */
  readonly isForced?: boolean;
  /** Not asked (a margin): in reach of arrows and pointer, outside the path of Enter and Tab. */
  readonly isAside?: boolean;
  readonly isFaulty: boolean;
  /** Id of the message about this cell, if there is one. */
  readonly describedBy?: string | undefined;
  /** Last round's figure, as written, and the round. */
  readonly before: string | null;
  readonly beforeWords: string;
  readonly put: (place: string, text: string) => void;
}

/** One figure of a table: a field, or a computed figure with "=". Last round's stands beside it, and on a narrow screen below it. */
export const SheetCell = memo(function SheetCell(props: CellProps) {
  const { place, label, text, computed, isForced = false, isAside = false, isFaulty, describedBy, before } = props;
  const t = useTexts(sheetTexts);
  const note = useId();
  // While somebody empties the field, the computed figure does not come back under the cursor.
  const [isEditing, setEditing] = useState(false);
  const isComputed = text === "" && computed !== null;
  const described = [describedBy, before === null ? undefined : note].filter(Boolean).join(" ");
  return (
    <td className={classNames(styles.cell, isComputed && styles.computed, isFaulty && styles.faulty)}>
      <div className={styles.box}>
        {isComputed ? (
          <span aria-hidden="true" className={styles.equals}>
            =
          </span>
        ) : null}
        {isForced && isComputed && !isEditing ? (
          <output className={styles.figure} data-figure>
            <span className="sr-only">
              {label}, {t.computed}:{" "}
            </span>
            {computed}
          </output>
        ) : (
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            spellCheck={false}
            className={styles.input}
            data-cell={place}
            data-computed={isComputed || undefined}
            tabIndex={isAside || isComputed ? -1 : undefined}
            aria-label={isComputed ? `${label}, ${t.computed}` : label}
            aria-describedby={described === "" ? undefined : described}
            aria-invalid={isFaulty || undefined}
            value={text !== "" || isEditing ? text : (computed ?? "")}
            onChange={(event) => {
              setEditing(true);
              props.put(place, event.target.value);
            }}
            onBlur={() => setEditing(false)}
          />
        )}
        <Before words={props.beforeWords} figure={before} id={note} />
      </div>
    </td>
  );
});

function Before({
  words,
  figure,
  id,
}: {
  readonly words: string;
  readonly figure: string | null;
  readonly id: string;
}): ReactNode {
  if (words === "") return null;
  return (
    <span className={styles.before} id={id}>
      {figure === null ? null : (
        <>
          <span className="sr-only">{words} </span>
          {figure}
        </>
      )}
    </span>
  );
}
