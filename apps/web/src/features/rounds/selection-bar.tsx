import type { CountryStatus } from "@avances/contracts";
import { daysBetween, localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";

interface SelectionBarProps {
  readonly year: string;
  readonly now: Date;
  /** The ticked countries, in the order of the board. */
  readonly rows: readonly CountryStatus[];
  readonly onClear: () => void;
}

/** More names than this are counted, not listed. */
const namesAtMost = 8;

/** What can be done with the ticked rows, and how often and when they were asked. It only leads to the preview; nothing is sent from here. */
export function SelectionBar({ year, now, rows, onClear }: SelectionBarProps) {
  const t = useTexts(monitorTexts);
  const lang = useLanguage();
  const f = useFormat();
  const asked = ({ desk, timeZone }: CountryStatus) => {
    if (!desk?.lastAskOn) return t.neverAsked;
    return t.askedBefore(desk.asks, f.relativeDays(daysBetween(localDate(now, timeZone), desk.lastAskOn)));
  };
  const names = f.list(rows.map((row) => `${row.name[lang]} (${asked(row)})`));
  return (
    <div role="status" className={rows.length === 0 ? "sr-only" : styles.selection}>
      <span>
        <b>{t.selected(rows.length)}</b>
        {rows.length === 0 || rows.length > namesAtMost ? null : `: ${names}`}
      </span>
      {rows.length === 0 ? null : (
        <span className="row">
          <LinkButton
            variant="primary"
            size="small"
            to="/$lang/rounds/$year/reminders"
            params={{ lang, year }}
            search={{
              tab: "send",
              countries: rows
                .map(({ country }) => country)
                .sort()
                .join(","),
            }}
          >
            {t.remindSelected(rows.length)}
          </LinkButton>
          <Button variant="quiet" size="small" onClick={onClear}>
            {t.clear}
          </Button>
        </span>
      )}
    </div>
  );
}
