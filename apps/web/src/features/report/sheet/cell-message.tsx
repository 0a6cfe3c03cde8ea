import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import { FaultChoice, FaultWords } from "../form/field-fault.tsx";
import { useCells } from "./answer-cells.ts";
import styles from "./sheet.module.css";
import { sheetTexts } from "./sheet.texts.ts";
import { focusPlace } from "./sheet-moves.ts";
import { messageId } from "./use-cell-props.ts";

interface MessageProps {
  readonly place: string;
  /** Which cell it is about. */
  readonly label: string;
}

/** What is wrong with one cell, and how to mend it; null when nothing is. It stands in a line of its own, because a cell has no room. */
function CellMessage({ place, label }: MessageProps) {
  const t = useTexts(sheetTexts);
  const f = useFormat();
  const { store, indicator, faults, differences } = useCells();
  const { code } = indicator;
  const fault = faults[place];
  const difference = differences.get(place);
  if (fault === undefined && difference === undefined) return null;
  const put = (text: string) => {
    store.edit(code, (draft) => ({ ...draft, fields: { ...draft.fields, [place]: text } }));
    store.commit(code);
  };
  return (
    <div id={messageId(code, place)} className={styles.message} data-field>
      {fault === undefined ? null : (
        <FieldError>
          {t.rowOf(label)} <FaultWords fault={fault} />
          {fault.kind === "ambiguous" ? (
            <FaultChoice
              choices={fault.readings}
              words={(value) => f.number(value)}
              onChoose={(value) => {
                put(f.number(value));
                focusPlace(code, place);
              }}
            />
          ) : null}
        </FieldError>
      )}
      {fault === undefined && difference?.origin === "margin" ? (
        <FieldError>
          {t.rowOf(label)}{" "}
          {t.margin(
            f.number(difference.gives),
            f.number(Math.abs(difference.gives - difference.typed)),
            difference.typed > difference.gives,
          )}{" "}
          <Button
            size="small"
            onClick={() => {
              put("");
              focusPlace(code, null);
            }}
          >
            {t.useSum(f.number(difference.gives))}
          </Button>
        </FieldError>
      ) : null}
    </div>
  );
}

/** The messages of these cells, as a row of their table. */
export function MessageRow({ cells, columns }: { readonly cells: readonly MessageProps[]; readonly columns: number }) {
  const { faults, differences } = useCells();
  const told = cells.filter(({ place }) => faults[place] !== undefined || differences.has(place));
  if (told.length === 0) return null;
  return (
    <tr className={styles.messages}>
      <td colSpan={columns}>
        {told.map((cell) => (
          <CellMessage key={cell.place} {...cell} />
        ))}
      </td>
    </tr>
  );
}
