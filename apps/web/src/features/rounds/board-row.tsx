import type { CountryStatus } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { classNames } from "#ui/class-names.ts";
import { PhoneLink } from "#ui/phone-link.tsx";
import { receivedTexts } from "#ui/received.texts.ts";
import { dueWords, receivedWords } from "#ui/received-words.ts";
import { Row } from "#ui/record-table.tsx";
import { AskCell, LifeCell, NextCell, OtherCell } from "./desk-cells.tsx";
import { HistoryMarks } from "./history-marks.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { isAwaited } from "./needs-attention.ts";
import styles from "./rounds.module.css";
import { StateFacts } from "./state-facts.tsx";

export interface BoardRowProps {
  readonly row: CountryStatus;
  readonly now: Date;
  readonly isDesk: boolean;
  /** The capital in the reader's language. */
  readonly city: string;
  readonly opensOn: string;
  readonly isSelected: boolean;
  readonly onSelect: (isOn: boolean) => void;
  readonly onAct: () => void;
}

export function BoardRow(props: BoardRowProps) {
  const lang = useLanguage();
  const f = useFormat();
  const r = useTexts(receivedTexts);
  const nothing = useIsNarrow() ? null : "–";
  const { row, now, isDesk, city, opensOn, isSelected } = props;
  const { desk } = row;
  if (!isDesk || desk === undefined) {
    return (
      <Row>
        <th scope="row">{row.name[lang]}</th>
        <td className={styles.state}>
          <StateFacts row={row} now={now} isDesk={false} city={city} />
        </td>
        {/* On a card a line without a day says nothing that the state does not say. */}
        <td>{dueWords(row, f) ?? nothing}</td>
        <td>{receivedWords(row, r, f) ?? nothing}</td>
        <td>
          <HistoryMarks history={row.history} />
        </td>
      </Row>
    );
  }
  return (
    <tr className={classNames(isSelected && styles.isSelected)}>
      <th scope="row">
        <CountryHandle {...props} />
        {desk.focalPoint === null ? null : <span className={styles.fine}>{desk.focalPoint.name}</span>}
        {desk.focalPoint?.phone == null ? null : (
          <span className={styles.fine}>
            <PhoneLink name={desk.focalPoint.name} phone={desk.focalPoint.phone} />
          </span>
        )}
      </th>
      <td className={styles.state}>
        <StateFacts row={row} now={now} isDesk city={city} />
      </td>
      <LifeCell row={row} desk={desk} opensOn={opensOn} now={now} />
      <AskCell row={row} desk={desk} />
      <OtherCell row={row} desk={desk} />
      <NextCell row={row} desk={desk} city={city} />
      <td>
        <HistoryMarks history={row.history} />
      </td>
    </tr>
  );
}

/**
 * The country with its tick. The tick (or, where a reminder makes no sense, the name) is where the keys of the board move to: Space ticks
 * and Enter opens everything about the country.
 */
export function CountryHandle({
  row,
  isSelected,
  onSelect,
  onAct,
}: Pick<BoardRowProps, "row" | "isSelected" | "onSelect" | "onAct">) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const name = row.name[lang];
  const isTickable = isAwaited(row);
  return (
    <div className={styles.country}>
      {isTickable ? (
        <input
          type="checkbox"
          data-board="handle"
          aria-label={t.selectCountry(name)}
          checked={isSelected}
          onChange={(event) => onSelect(event.target.checked)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            onAct();
          }}
        />
      ) : null}
      <button
        type="button"
        data-board={isTickable ? undefined : "handle"}
        className={styles.act}
        aria-haspopup="dialog"
        onClick={onAct}
      >
        {name}
        <span className="sr-only">: {t.act.label}</span>
      </button>
    </div>
  );
}
