import type { CountryStatus } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { ExemptMark, ExtendedMark, LateMark, StatusBadge } from "#ui/status-badge.tsx";
import { AsksCell, ContactCell, LifeCell, NextCell } from "./desk-cells.tsx";
import { HistoryMarks } from "./history-marks.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { isAwaited, needsOf } from "./needs-attention.ts";
import styles from "./rounds.module.css";

interface BoardRowProps {
  readonly row: CountryStatus;
  readonly now: Date;
  readonly isDesk: boolean;
  readonly isSelected: boolean;
  readonly onSelect: (isOn: boolean) => void;
  readonly onAct: () => void;
}

export function BoardRow({ row, now, isDesk, isSelected, onSelect, onAct }: BoardRowProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const f = useFormat();
  const name = row.name[lang];
  const { desk } = row;
  if (!isDesk || desk === undefined) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <StateCell row={row} now={now} isDesk={false} />
        <td>{f.shortDate(row.dueOn)}</td>
        <td>{row.firstSubmittedAt === null ? "–" : f.instant(row.firstSubmittedAt, row.timeZone)}</td>
        <td>
          <HistoryMarks history={row.history} />
        </td>
      </tr>
    );
  }
  return (
    <tr>
      <th scope="row">
        <div className={styles.country}>
          <input
            type="checkbox"
            aria-label={t.selectCountry(name)}
            checked={isSelected}
            disabled={!isAwaited(row)}
            onChange={(event) => onSelect(event.target.checked)}
          />
          <button type="button" className={styles.act} aria-haspopup="dialog" onClick={onAct}>
            {name}
            <span className="sr-only">: {t.act.label}</span>
          </button>
        </div>
      </th>
      <StateCell row={row} now={now} isDesk />
      <AsksCell row={row} desk={desk} />
      <NextCell row={row} desk={desk} />
      <ContactCell row={row} desk={desk} now={now} />
      <LifeCell row={row} desk={desk} now={now} />
      <td>
        <HistoryMarks history={row.history} />
      </td>
    </tr>
  );
}

/** Status, lateness or extension, and (for the Secretariat) what the country needs, in one cell. */
function StateCell({
  row,
  now,
  isDesk,
}: {
  readonly row: CountryStatus;
  readonly now: Date;
  readonly isDesk: boolean;
}) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const { status, timeliness } = row;
  const isOpen = status === "not_started" || status === "draft";
  const needs = isDesk ? needsOf(row, now).filter((need) => need !== "late") : [];
  return (
    <td className={styles.state}>
      <span className={styles.marks}>
        <StatusBadge status={status} short />
        <ExemptMark status={status} exempt={row.exempt} />
        {timeliness.kind === "overdue" ? <LateMark days={timeliness.daysLate} /> : null}
        {timeliness.kind === "received_late" ? <LateMark received /> : null}
        {row.extended ? <ExtendedMark {...(isOpen && { to: row.dueOn })} /> : null}
      </span>
      {status === "returned" && row.returnDueOn !== null ? (
        <span className={styles.fine}>{t.returnDue(f.shortDate(row.returnDueOn))}</span>
      ) : null}
      {status === "draft" && row.answered !== null ? (
        <span className={styles.fine}>{t.answered(f.number(row.answered), f.number(row.expected))}</span>
      ) : null}
      {needs.map((need) => (
        <span key={need} className={styles.need}>
          {t.need[need]}
        </span>
      ))}
    </td>
  );
}
