import { addDays, isCalendarDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { serverToday, useSession } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextInput } from "#ui/field.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import styles from "./notices.module.css";
import { simulationQuery } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";
import { upcomingDays } from "./upcoming-days.ts";
import { waitingStepsQuery } from "./waiting-steps-queries.ts";

/** How many days ahead are shown at first: the steps of a round's last weeks. */
const firstLookDays = 45;

/** What would be sent until a given day, by day and country. This page sends nothing. */
export function Upcoming({ year }: { readonly year: string }) {
  const t = useTexts(remindersTexts);
  const words = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const { on } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const navigate = useNavigate({ from: "/$lang/rounds/$year/reminders" });
  const today = serverToday(session);
  const until = on !== undefined && isCalendarDate(on) ? on : addDays(today, firstLookDays);
  const hasPassed = until < today;
  const { data, error } = useQuery({ ...simulationQuery(Number(year), until), enabled: !hasPassed });
  const { data: list } = useSuspenseQuery(countriesQuery);
  const { data: waiting } = useQuery(waitingStepsQuery(Number(year)));
  // What waits already stands above, and does not leave by itself.
  const waits = new Set(waiting?.steps.map(({ facts, step }) => `${facts.country} ${step}`));
  const steps = data?.steps.filter(({ country, step }) => !waits.has(`${country} ${step}`));
  const days = upcomingDays(steps ?? [], list.countries);
  const nameOf = (alpha3: string) => list.countries.find((one) => one.alpha3 === alpha3)?.name[lang] ?? alpha3;
  const timeOf = (alpha3: string, at: string) => {
    const country = list.countries.find((one) => one.alpha3 === alpha3);
    return country === undefined ? f.instant(at) : t.preview.time(f.time(at, country.timeZone), country.capital[lang]);
  };
  const next = upcomingDays(steps?.filter(({ needsConfirmation }) => !needsConfirmation) ?? [], list.countries)[0];
  return (
    <section className="section" aria-labelledby="upcoming">
      <h2 id="upcoming" className={styles.heading}>
        {t.calendar.heading}
      </h2>
      {next === undefined ? null : (
        <p className="lead">
          {t.calendar.next(f.weekday(next.date), f.list(next.steps.map(({ country }) => nameOf(country))))}
        </p>
      )}
      <div className={styles.until}>
        <TextInput
          type="date"
          width="medium"
          label={t.calendar.until}
          help={t.calendar.untilHelp}
          min={today}
          value={until}
          onChange={(event) => {
            const date = event.target.value;
            if (isCalendarDate(date))
              void navigate({ search: (s) => ({ ...s, on: date }), replace: true, resetScroll: false });
          }}
        />
        <p role="status" className="quiet small">
          {data === undefined || hasPassed ? "" : t.calendar.count(steps?.length ?? 0)}
        </p>
      </div>
      {hasPassed ? <EmptyState title={t.calendar.passed}>{t.calendar.passedText}</EmptyState> : null}
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null && !hasPassed ? <Skeleton shape="table" /> : null}
      {data !== undefined && days.length === 0 ? (
        <EmptyState title={t.calendar.nothing}>{t.calendar.nothingText}</EmptyState>
      ) : null}
      {days.length === 0 ? null : (
        <RecordTable
          caption={t.calendar.caption}
          captionHidden
          dense
          heads={[
            t.calendar.when,
            t.calendar.country,
            t.calendar.time,
            t.calendar.step,
            { label: t.calendar.people, isNumber: true },
          ]}
        >
          {days.map(({ date, steps }) => (
            <tbody key={date}>
              {steps.map(
                ({ country, step, at, recipients, needsConfirmation, ownDay, moved, dayOff, setBy }, place) => (
                  <Row key={country + step + at}>
                    {place === 0 ? (
                      <th scope="rowgroup" rowSpan={steps.length}>
                        {f.weekday(date)}
                      </th>
                    ) : null}
                    <td>{nameOf(country)}</td>
                    <td>{timeOf(country, at)}</td>
                    <td>
                      {words.step[step]}
                      {setBy === null ? null : <span className={styles.fine}>{t.calendar.setBy(setBy)}</span>}
                      {needsConfirmation ? <span className={styles.fine}>{t.calendar.needsConfirmation}</span> : null}
                      {moved === null ? null : (
                        <span className={styles.fine}>
                          {(setBy === null ? t.calendar.moved : t.calendar.movedSet)[moved](
                            f.weekday(ownDay),
                            ownDay < today,
                            dayOff?.name?.[lang] ?? dayOff?.reason ?? t.calendar.dayOff,
                          )}
                        </span>
                      )}
                    </td>
                    <NumberCell>{f.number(recipients)}</NumberCell>
                  </Row>
                ),
              )}
            </tbody>
          ))}
        </RecordTable>
      )}
    </section>
  );
}
