import type { CountryStatus } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { isAwaited } from "./needs-attention.ts";
import styles from "./rounds.module.css";
import type { Round } from "./rounds-queries.ts";
import { RowActForm } from "./row-act-form.tsx";
import { rowActTexts } from "./row-acts.texts.ts";
import { type Days, type RowActName, rowAct, rowActNames } from "./row-acts.ts";
import { AskActs } from "./row-asks.tsx";
import { RowFacts } from "./row-facts.tsx";
import { RowRecord } from "./row-record.tsx";

interface RowDialogProps {
  readonly round: Round;
  /** The server's time, by which days are counted. */
  readonly now: Date;
  /** Undefined = closed. */
  readonly row: CountryStatus | undefined;
  readonly onClose: () => void;
}

/** Everything the Secretariat can do about one country in this round. */
export function RowDialog({ round, now, row, onClose }: RowDialogProps) {
  const t = useTexts(rowActTexts);
  const lang = useLanguage();
  const [form, setForm] = useState<RowActName | null>(null);
  const close = () => {
    setForm(null);
    onClose();
  };
  const name = row?.name[lang] ?? "";
  const days = (one: CountryStatus): Days => ({ today: localDate(now, one.timeZone), roundDueOn: round.dueOn });
  return (
    <Dialog open={row !== undefined} onClose={close} title={form === null ? name : t[form].title(name)}>
      {row === undefined ? null : form === null ? (
        <div className="stack">
          <RowFacts row={row} />
          <Acts year={String(round.year)} row={row} onForm={setForm} />
          <RowRecord submissionId={row.submissionId} />
        </div>
      ) : (
        <RowActForm name={form} row={row} days={days(row)} onBack={() => setForm(null)} onDone={close} />
      )}
    </Dialog>
  );
}

interface ActsProps {
  readonly year: string;
  readonly row: CountryStatus;
  readonly onForm: (form: RowActName) => void;
}

function Acts({ year, row, onForm }: ActsProps) {
  const t = useTexts(monitorTexts);
  const words = useTexts(rowActTexts);
  const lang = useLanguage();
  const { submissionId } = row;
  return (
    <ul className={styles.acts}>
      {row.version > 0 ? (
        <li>
          <LinkButton variant="primary" to="/$lang/reviews/$submissionId" params={{ lang, submissionId }}>
            {t.act.review}
          </LinkButton>
          <p>{t.act.reviewHelp}</p>
        </li>
      ) : null}
      {isAwaited(row) ? (
        <li>
          <LinkButton
            variant={row.version > 0 ? "secondary" : "primary"}
            to="/$lang/rounds/$year/reminders"
            params={{ lang, year }}
            search={{ tab: "send", countries: row.country }}
          >
            {t.act.remind}
          </LinkButton>
          <p>{t.act.remindHelp}</p>
        </li>
      ) : null}
      {isAwaited(row) || row.desk?.hold ? (
        <li>
          <LinkButton
            to="/$lang/rounds/$year/reminders"
            params={{ lang, year }}
            search={{ tab: "days", countries: row.country }}
          >
            {row.desk?.hold ? t.hold.change : t.hold.act}
          </LinkButton>
          <p>{t.hold.help}</p>
        </li>
      ) : null}
      {rowActNames
        .filter((name) => rowAct(name).isOpen(row))
        .map((name) => (
          <li key={name}>
            <Button onClick={() => onForm(name)}>{words[name].label}</Button>
            <p>{words[name].help}</p>
          </li>
        ))}
      <AskActs year={year} country={row.country} />
      <li>
        <LinkButton
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year }}
          search={{ tab: "ledger", countries: row.country }}
        >
          {t.act.asks}
        </LinkButton>
        <p>{t.act.asksHelp}</p>
      </li>
      <li>
        <LinkButton to="/$lang/people" params={{ lang }} search={{ country: row.country }}>
          {t.act.people}
        </LinkButton>
        <p>{t.act.peopleHelp}</p>
      </li>
    </ul>
  );
}
