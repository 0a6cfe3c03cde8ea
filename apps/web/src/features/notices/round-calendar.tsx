import { addDays, type CalendarDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Fragment } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { centreTexts } from "./centre.texts.ts";
import styles from "./notices.module.css";
import { noticesQuery, simulationQuery } from "./notices-queries.ts";
import { type CalendarRow, calendarRows, placeOfToday } from "./round-calendar-rows.ts";
import { waitingStepsQuery } from "./waiting-steps-queries.ts";

/** The last step of a country whose date was extended by some months still stands in it. */
const lookAheadDays = 180;

interface RoundCalendarProps {
  readonly year: string;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The automatic steps of a round from the invitation to the closing, with today's line, and how many countries each has reached or will. */
export function RoundCalendar({ year, opensOn, dueOn }: RoundCalendarProps) {
  const t = useTexts(centreTexts).calendar;
  const words = useTexts(noticeTexts).step;
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const today = serverToday(session);
  const { data: list } = useSuspenseQuery(countriesQuery);
  const { data: ledger } = useQuery(noticesQuery(Number(year)));
  const { data: waiting } = useQuery(waitingStepsQuery(Number(year)));
  const latest = addDays(dueOn > today ? dueOn : today, lookAheadDays);
  const { data: simulated } = useQuery(simulationQuery(Number(year), latest));
  if (ledger === undefined || waiting === undefined || simulated === undefined) return <Skeleton shape="table" />;
  const rows = calendarRows({
    ...{ opensOn, dueOn, notices: ledger.notices, coming: simulated.steps },
    waiting: waiting.steps.map(({ facts, step }) => ({ country: facts.country, step })),
  });
  const place = placeOfToday(rows, today);
  const nameOf = (code: string) => list.countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  const names = (codes: readonly string[]) =>
    codes.length === 0 ? "–" : codes.length > 4 ? t.countries(codes.length) : f.list(codes.map(nameOf));
  /** A country whose date is not that of the round is written to on a day of its own, which may come when the row's has passed. */
  const namesWithDays = ({ day, coming }: CalendarRow) => {
    const [first] = coming;
    if (first === undefined || coming.every((one) => one.day === day))
      return names(coming.map(({ country }) => country));
    if (coming.length > 4) return t.countriesFrom(coming.length, f.shortDate(first.day));
    return f.list(
      coming.map((one) => (one.day === day ? nameOf(one.country) : t.own(nameOf(one.country), f.shortDate(one.day)))),
    );
  };
  const line = (
    <Row className={styles.today}>
      <th scope="row" colSpan={5}>
        {t.today(f.weekday(today))}
      </th>
    </Row>
  );
  return (
    <section className="section" aria-labelledby="round-calendar">
      <h2 id="round-calendar" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      <RecordTable caption={t.caption} captionHidden dense heads={[t.step, t.day, t.written, t.waiting, t.coming]}>
        <tbody>
          {rows.map((row, at) => (
            <Fragment key={row.step}>
              {at === place ? line : null}
              <Row>
                <th scope="row">{words[row.step]}</th>
                <td>{f.shortDate(row.day)}</td>
                <td>{names(row.written)}</td>
                <td>{row.waiting.length === 0 ? "–" : <b>{names(row.waiting)}</b>}</td>
                <td>{namesWithDays(row)}</td>
              </Row>
            </Fragment>
          ))}
          {place === rows.length ? line : null}
        </tbody>
      </RecordTable>
    </section>
  );
}
