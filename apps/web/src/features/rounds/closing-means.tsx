import type { ClosingPreview } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery, roundStatusQuery } from "#lib/shared-queries.ts";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { closingTexts } from "./close-round.texts.ts";
import { scheduledWords } from "./desk-cells.tsx";
import { monitorTexts } from "./monitor.texts.ts";

type Row = ClosingPreview["countries"][number];
const standings = ["not_received", "extended", "returned", "withdrawn", "voluntary"] as const;

/** The names of countries in the reader's language. */
export function useCountryNames(): (code: string) => string {
  const lang = useLanguage();
  const { data } = useSuspenseQuery(countriesQuery);
  const names = new Map(data.countries.map(({ alpha3, name }) => [alpha3, name[lang]]));
  return (code) => names.get(code) ?? code;
}

/** What closing a round now would mean: country by country, the steps that go out no more, and who is told. */
export function ClosingMeans({ preview }: { readonly preview: ClosingPreview }) {
  const t = useTexts(closingTexts);
  const f = useFormat();
  const nameOf = useCountryNames();
  const { countries } = preview;
  const sorted = [...countries].sort((one, other) => f.compare(nameOf(one.country), nameOf(other.country)));
  const told = sorted.filter(({ standing }) => standing === "not_received" || standing === "extended");
  return (
    <>
      {sorted.some(({ standing }) => standing === "not_received") ? null : <p>{t.nobodyMissing}</p>}
      {standings.map((standing) => {
        const rows = sorted.filter((row) => row.standing === standing);
        return rows.length === 0 ? null : (
          <section key={standing}>
            <h3>{t.heading[standing](f.number(rows.length))}</h3>
            <ul className="small">
              {rows.map((row) => (
                <li key={row.country}>
                  <b>{nameOf(row.country)}</b>: {factsOf(row, t, f).join("; ")}
                </li>
              ))}
            </ul>
            {standing === "not_received" ? <p className="quiet small">{t.mayBeSent}</p> : null}
          </section>
        );
      })}
      <section>
        <h3>{t.droppedHeading}</h3>
        <Dropped rows={sorted} />
        <p className="quiet small">{t.waiting}</p>
      </section>
      <Scheduled
        year={preview.round.year}
        ended={sorted.filter(({ standing }) => standing === "not_received").map(({ country }) => country)}
      />
      {told.length === 0 ? null : (
        <section>
          <h3>{t.toldHeading}</h3>
          <ul className="small">
            {told.map(({ country, told: names }) => (
              <li key={country}>
                <b>{nameOf(country)}</b>: {names.length === 0 ? t.toldNobody : f.list(names)}
              </li>
            ))}
          </ul>
          <p className="quiet small">
            <ToldByMail words={t.mail} />
          </p>
        </section>
      )}
    </>
  );
}

/** What somebody set by hand for a country whose date has passed (`ended`) leaves no more either. */
function Scheduled({ year, ended }: { readonly year: number; readonly ended: readonly string[] }) {
  const t = useTexts(closingTexts);
  const words = useTexts(monitorTexts);
  const f = useFormat();
  const nameOf = useCountryNames();
  const { data: board } = useQuery(roundStatusQuery(year));
  const set = (board?.countries ?? []).flatMap(({ country, timeZone, desk }) =>
    desk?.scheduled?.leavesAt && ended.includes(country)
      ? [{ country, said: scheduledWords(desk.scheduled, timeZone, words, f) }]
      : [],
  );
  if (set.length === 0) return null;
  return (
    <section>
      <h3>{t.scheduledHeading(f.number(set.length))}</h3>
      <ul className="small">
        {set.map(({ country, said }) => (
          <li key={country}>
            <b>{nameOf(country)}</b>: {said}
          </li>
        ))}
      </ul>
      <p className="quiet small">{t.scheduledText}</p>
    </section>
  );
}

function factsOf(
  { standing, status, dueOn, returnDueOn, answered, expected }: Row,
  t: (typeof closingTexts)["en"],
  f: ReturnType<typeof useFormat>,
): readonly string[] {
  const date =
    standing === "extended"
      ? t.extendedUntil(f.date(dueOn))
      : standing === "returned"
        ? t.returnedUntil(returnDueOn === null ? null : f.date(returnDueOn))
        : null;
  const work = status === "draft" ? t.draft(f.number(answered), f.number(expected)) : null;
  const none = status === "not_started" ? t.notStarted : null;
  return [date, work, none].filter((fact) => fact !== null);
}

/** Step by step: when it would first leave, and to whom. */
function Dropped({ rows }: { readonly rows: readonly Row[] }) {
  const t = useTexts(closingTexts);
  const f = useFormat();
  const nameOf = useCountryNames();
  const { data } = useSuspenseQuery(countriesQuery);
  const dayOf = (at: string, code: string) => {
    const timeZone = data.countries.find(({ alpha3 }) => alpha3 === code)?.timeZone;
    return timeZone === undefined ? at : f.date(localDate(new Date(at), timeZone));
  };
  const steps = Map.groupBy(
    rows.flatMap(({ country, dropped }) => dropped.map((one) => ({ ...one, country }))),
    ({ step }) => step,
  );
  if (steps.size === 0) return <p className="small">{t.nothingDropped}</p>;
  return (
    <ul className="small">
      {[...steps].map(([step, ones]) => {
        const [first] = [...ones].sort((one, other) => one.at.localeCompare(other.at));
        const names = f.list(ones.map(({ country }) => nameOf(country)));
        return (
          <li key={step}>
            {t.dropped(
              t.step[step],
              first === undefined ? "" : dayOf(first.at, first.country),
              names,
              ones.some((one) => one.needsConfirmation),
            )}
          </li>
        );
      })}
    </ul>
  );
}
