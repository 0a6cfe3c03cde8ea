import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Hold, HoldForm, type Holds, holdsQuery } from "./hold-form.tsx";
import { holdsTexts } from "./holds.texts.ts";
import styles from "./notices.module.css";
import { onlyCountry } from "./only-country.ts";

/** What is or was held in a round, and the form to hold or lift. */
export function HeldReminders({ year }: { readonly year: string }) {
  const t = useTexts(holdsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { countries } = useSearch({ from: "/$lang/signed-in/rounds/$year/reminders" });
  const proposed = onlyCountry(countries);
  const { data: list } = useSuspenseQuery(countriesQuery);
  const { data, error } = useQuery(holdsQuery(Number(year)));
  /** `new` = a hold is written; a hold = it is lifted. */
  const [open, setOpen] = useState<"new" | Hold | null>(null);
  const nameOf = (country: string | null) =>
    country === null ? t.whole : (list.countries.find(({ alpha3 }) => alpha3 === country)?.name[lang] ?? country);
  const close = () => setOpen(null);
  const lifts = open === "new" ? null : open;
  const named = list.countries
    .filter(({ alpha3 }) => data?.ranges.some(({ country }) => country === alpha3))
    .map(({ alpha3, name }) => ({ alpha3, name: name[lang] }))
    .sort((one, other) => f.compare(one.name, other.name));
  return (
    <section className="section" aria-labelledby="holds">
      <h2 id="holds" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data === undefined ? null : (
        <>
          {data.ranges.length === 0 ? (
            <p>{t.over}</p>
          ) : (
            <div className={styles.filters}>
              <Button variant="primary" onClick={() => setOpen("new")}>
                {t.hold}
              </Button>
            </div>
          )}
          <HoldList holds={data} nameOf={nameOf} onLift={setOpen} />
          <Dialog
            open={open !== null}
            onClose={close}
            title={lifts === null ? t.form.holdTitle : t.form.liftTitle(nameOf(lifts.country))}
          >
            {open === null ? null : (
              <HoldForm
                year={year}
                holds={data}
                lifts={lifts}
                proposed={named.some(({ alpha3 }) => alpha3 === proposed) ? (proposed ?? "") : ""}
                countries={named}
                onBack={close}
                onDone={() => {
                  announce(lifts === null ? t.done.hold : t.done.lift);
                  close();
                }}
              />
            )}
          </Dialog>
        </>
      )}
    </section>
  );
}

interface HoldListProps {
  readonly holds: Holds;
  readonly nameOf: (country: string | null) => string;
  readonly onLift: (hold: Hold) => void;
}

function HoldList({ holds: { holds }, nameOf, onLift }: HoldListProps) {
  const t = useTexts(holdsTexts);
  const f = useFormat();
  if (holds.length === 0) return <p className="quiet">{t.none}</p>;
  return (
    <RecordTable
      caption={t.caption}
      captionHidden
      dense
      heads={[t.column.who, t.column.state, t.column.until, t.column.reason, t.column.by]}
    >
      <tbody>
        {holds.map((hold) => (
          <Row key={hold.id}>
            <th scope="row">{nameOf(hold.country)}</th>
            <td>
              {hold.lifted === null
                ? hold.counts
                  ? t.counts
                  : t.ended
                : t.lifted(hold.lifted.byName, f.instant(hold.lifted.at), hold.lifted.reason)}{" "}
              {hold.counts ? (
                <button
                  type="button"
                  className={styles.read}
                  aria-label={t.liftOf(nameOf(hold.country))}
                  onClick={() => onLift(hold)}
                >
                  {t.lift}
                </button>
              ) : null}
            </td>
            <td>{f.weekday(hold.lastDay)}</td>
            <td>{hold.reason}</td>
            <td>{t.by(hold.byName, f.instant(hold.at))}</td>
          </Row>
        ))}
      </tbody>
    </RecordTable>
  );
}
