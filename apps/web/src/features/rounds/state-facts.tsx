import type { CountryStatus } from "@avances/contracts";
import { type CalendarDate, daysBetween, localDate } from "@avances/domain/round";
import { statusAsExpected } from "@avances/domain/submission";
import { Link, useParams } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { StandingMarks } from "#ui/standing-marks.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import { needWords } from "./need-words.ts";
import { type Need, needsOf } from "./needs-attention.ts";
import styles from "./rounds.module.css";

interface StateFactsProps {
  readonly row: CountryStatus;
  readonly now: Date;
  readonly isDesk: boolean;
  /** The capital, whose clocks count. */
  readonly city: string;
}

/** A country's state in this round in word and shape, with days against its own date; for the Secretariat also what it must do, with the reason. */
export function StateFacts({ row, now, isDesk, city }: StateFactsProps) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const { status } = row;
  const word = status === "not_started" && row.desk !== undefined ? t.notStarted[row.desk.invitation] : undefined;
  const needs = isDesk ? needsOf(row, now).filter(({ kind }) => kind !== "late") : [];
  return (
    <>
      <StandingMarks row={row} word={word} />
      {isDesk ? <DateFact row={row} now={now} city={city} /> : null}
      {status === "returned" && row.returnDueOn !== null ? (
        <span className={styles.fine}>
          {t.returnDue(f.shortDate(row.returnDueOn), f.relativeDays(daysTo(row.returnDueOn, now, row.timeZone)))}
        </span>
      ) : null}
      {status === "draft" && row.answered !== null ? (
        <span className={styles.fine}>{t.answered(f.number(row.answered), f.number(row.expected))}</span>
      ) : null}
      {needs.map((need) => (
        <NeedLine key={JSON.stringify(need)} need={need} row={row} now={now} />
      ))}
    </>
  );
}

/** When it was received, or until when it is awaited, in the country's calendar. */
function DateFact({ row, now, city }: Omit<StateFactsProps, "isDesk">) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const { timeliness, firstSubmittedAt, timeZone, dueOn } = row;
  if (firstSubmittedAt !== null) {
    const date = f.shortDate(localDate(new Date(firstSubmittedAt), timeZone));
    const { kind, daysLate } = timeliness;
    const said =
      kind !== "on_time" && kind !== "received_late"
        ? t.received.plain(date)
        : daysLate === 0
          ? t.received.onDay(date)
          : t.received[daysLate < 0 ? "early" : "late"](date, f.days(Math.abs(daysLate)));
    return <span className={styles.fine}>{said}</span>;
  }
  if (statusAsExpected(row) === "exempt" || !row.obligated) return null;
  const date = f.shortDate(dueOn);
  return (
    <span className={styles.fine}>
      {timeliness.kind === "overdue"
        ? t.wasDue(date, city)
        : t.dueIn(date, city, f.relativeDays(daysTo(dueOn, now, timeZone)))}
    </span>
  );
}

/** The reason why somebody is needed, leading to where it is dealt with. */
function NeedLine({ need, row, now }: { readonly need: Need; readonly row: CountryStatus; readonly now: Date }) {
  const lang = useLanguage();
  const f = useFormat();
  const { year = "" } = useParams({ strict: false });
  const words = needWords(need, now, row.timeZone, lang, f);
  switch (need.kind) {
    case "review":
    case "publish":
    case "question":
    case "answer_late":
      return (
        <Link
          className={styles.need}
          to="/$lang/reviews/$submissionId"
          params={{ lang, submissionId: row.submissionId }}
        >
          {words}
        </Link>
      );
    case "nobody":
    case "unused_invitation":
    case "expired_invitation":
    case "second_person":
    case "role_missing":
    case "not_delivered":
      return (
        <Link className={styles.need} to="/$lang/people" params={{ lang }} search={{ country: row.country }}>
          {words}
        </Link>
      );
    case "to_confirm":
      return (
        <Link className={styles.need} to="/$lang/rounds/$year/reminders" params={{ lang, year }}>
          {words}
        </Link>
      );
    case "late":
      return <span className={styles.alarm}>{words}</span>;
  }
}

function daysTo(date: CalendarDate, now: Date, timeZone: string): number {
  return daysBetween(localDate(now, timeZone), date);
}
