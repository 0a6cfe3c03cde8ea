import { isWorkingDay, localDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { type CountryDays, countryDaysQuery } from "#lib/country-days.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Select } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { daysOffTexts } from "./days-off.texts.ts";
import { type DaysAct, DaysForm } from "./days-off-form.tsx";
import styles from "./notices.module.css";
import { onlyCountry } from "./only-country.ts";

/** The days of a country on which nothing goes out by itself: its holidays, and what the Secretariat has entered. */
export function DaysOff({ year }: { readonly year: string }) {
  const t = useTexts(daysOffTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { countries } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const chosen = onlyCountry(countries);
  const navigate = useNavigate({ from: "/$lang/rounds/$year/reminders" });
  const { data: list } = useSuspenseQuery(countriesQuery);
  const sorted = [...list.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const country = sorted.find(({ alpha3 }) => alpha3 === chosen) ?? sorted[0];
  const { data, error } = useQuery(countryDaysQuery(country?.alpha3 ?? ""));
  const [act, setAct] = useState<DaysAct | null>(null);
  if (country === undefined) return null;
  const name = country.name[lang];
  return (
    <section className="section" aria-labelledby="days-off">
      <h2 id="days-off" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      <div className={styles.filters}>
        <Select
          label={t.country}
          value={country.alpha3}
          onChange={(event) =>
            navigate({ search: (s) => ({ ...s, countries: event.target.value }), replace: true, resetScroll: false })
          }
        >
          {sorted.map(({ alpha3, name: named }) => (
            <option key={alpha3} value={alpha3}>
              {named[lang]}
            </option>
          ))}
        </Select>
        <Button onClick={() => setAct({ kind: "enter" })} disabled={data === undefined}>
          {t.enter}
        </Button>
      </div>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data === undefined ? null : (
        <>
          <Periods days={data} name={name} timeZone={country.timeZone} onAct={setAct} />
          <Holidays days={data} name={name} onAct={setAct} />
          <Dialog open={act !== null} onClose={() => setAct(null)} title={act === null ? "" : titleOf(act, name, t, f)}>
            {act === null ? null : (
              <DaysForm
                key={`${country.alpha3} ${act.kind}`}
                year={year}
                days={data}
                act={act}
                onBack={() => setAct(null)}
                onDone={() => {
                  announce(act.kind === "withdraw" ? t.done.withdrawn : t.done.entered);
                  setAct(null);
                }}
              />
            )}
          </Dialog>
        </>
      )}
    </section>
  );
}

function titleOf(
  act: DaysAct,
  country: string,
  t: (typeof daysOffTexts)["en"],
  f: ReturnType<typeof useFormat>,
): string {
  switch (act.kind) {
    case "enter":
      return t.form.enterTitle(country);
    case "works":
      return t.form.worksTitle(country, f.date(act.day));
    case "withdraw":
      return t.form.withdrawTitle(country);
  }
}

interface ListProps {
  readonly days: CountryDays;
  readonly name: string;
  readonly onAct: (act: DaysAct) => void;
}

/** So many coming holidays stand there at once; the list reaches years ahead, and the later ones are folded. */
const nearCount = 6;

function Holidays({ days, name, onAct }: ListProps) {
  const t = useTexts(daysOffTexts);
  const f = useFormat();
  const ahead = days.holidays.filter(({ day }) => day >= days.today);
  const later = ahead.slice(nearCount);
  const last = days.holidays.at(-1)?.day;
  return (
    <div className={styles.days}>
      <h3>{t.holidays.heading}</h3>
      {ahead.length === 0 ? (
        <p className="quiet">{t.holidays.none}</p>
      ) : (
        <>
          <HolidayTable caption={t.holidays.caption(name)} holidays={ahead.slice(0, nearCount)} onAct={onAct} />
          {later.length === 0 ? null : (
            <details className={styles.earlier}>
              <summary>{t.holidays.later(later.length)}</summary>
              <HolidayTable caption={t.holidays.laterCaption(name)} holidays={later} onAct={onAct} />
            </details>
          )}
        </>
      )}
      {last === undefined ? null : (
        <p className="quiet small">{t.holidays.until(f.date(`${last.slice(0, 4)}-12-31`))}</p>
      )}
    </div>
  );
}

interface HolidayTableProps extends Pick<ListProps, "onAct"> {
  readonly caption: string;
  readonly holidays: CountryDays["holidays"];
}

function HolidayTable({ caption, holidays, onAct }: HolidayTableProps) {
  const t = useTexts(daysOffTexts);
  const lang = useLanguage();
  const f = useFormat();
  return (
    <RecordTable caption={caption} captionHidden dense heads={[t.holidays.day, t.holidays.name, t.holidays.state]}>
      <tbody>
        {holidays.map(({ day, name: holiday, source, computed, kept }) => (
          <Row key={day + holiday.en}>
            <th scope="row">{f.weekday(day)}</th>
            <td>
              {holiday[lang]}
              <span className={styles.fine}>{computed ? t.holidays.computed : t.holidays.fixed}</span>
              <span className={styles.fine}>{t.holidays.source(source)}</span>
            </td>
            <td>
              {kept ? t.holidays.kept : t.holidays.works}{" "}
              {kept && isWorkingDay(day) ? (
                <button
                  type="button"
                  className={styles.read}
                  aria-label={t.acts.worksOn(holiday[lang], f.date(day))}
                  onClick={() => onAct({ kind: "works", day, name: holiday[lang] })}
                >
                  {t.acts.works}
                </button>
              ) : null}
            </td>
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}

function Periods({ days, name, timeZone, onAct }: ListProps & { readonly timeZone: string }) {
  const t = useTexts(daysOffTexts);
  const f = useFormat();
  const rangeOf = (first: string, last: string) =>
    first === last ? f.date(first) : t.periods.range(f.date(first), f.date(last));
  const dayOf = (instant: string) => f.date(localDate(new Date(instant), timeZone));
  return (
    <div className={styles.days}>
      <h3>{t.periods.heading}</h3>
      {days.periods.length === 0 ? (
        <p className="quiet">{t.periods.none}</p>
      ) : (
        <RecordTable
          caption={t.periods.caption(name)}
          captionHidden
          dense
          heads={[t.periods.days, t.periods.kind, t.periods.reason, t.periods.who, t.periods.state]}
        >
          <tbody>
            {days.periods.map(({ id, kind, firstDay, lastDay, reason, at, byName, withdrawn }) => (
              <Row key={id}>
                <th scope="row">{rangeOf(firstDay, lastDay)}</th>
                <td>{t.kind[kind]}</td>
                <td>{reason}</td>
                <td>{t.periods.by(byName, dayOf(at))}</td>
                <td>
                  {withdrawn === null
                    ? lastDay < days.today
                      ? t.periods.passed
                      : t.periods.counts
                    : t.periods.withdrawn(withdrawn.byName, dayOf(withdrawn.at), withdrawn.reason)}{" "}
                  {withdrawn === null && lastDay >= days.today ? (
                    <button
                      type="button"
                      className={styles.read}
                      aria-label={t.acts.withdrawOf(rangeOf(firstDay, lastDay))}
                      onClick={() => onAct({ kind: "withdraw", periodId: id, days: rangeOf(firstDay, lastDay) })}
                    >
                      {t.acts.withdraw}
                    </button>
                  ) : null}
                </td>
              </Row>
            ))}
          </tbody>
        </RecordTable>
      )}
    </div>
  );
}
