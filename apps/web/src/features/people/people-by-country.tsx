import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import styles from "./people.module.css";
import { peopleTexts } from "./people.texts.ts";
import type { Person } from "./people-queries.ts";
import type { Standing } from "./people-standing.ts";
import { type ActsOfTable, PeopleTable } from "./people-table.tsx";
import { standingTexts } from "./standing.texts.ts";
import type { Country } from "./task-list.tsx";

/** People of one place: a country as it stands, or whoever belongs to none. */
export interface Place {
  readonly standing: Standing;
  /** Those who are looked for. */
  readonly people: readonly Person[];
}

interface PeopleByCountryProps extends ActsOfTable {
  readonly places: readonly Place[];
  readonly countries: readonly Country[];
  /** Somebody or one country is looked for: what was found stands open. */
  readonly isSought: boolean;
}

const keyOf = ({ standing }: Place) => standing.country ?? "others";

/** A line for each country, with who can act and what is wanting; opened, its people. */
export function PeopleByCountry({ places, countries, isSought, ...acts }: PeopleByCountryProps) {
  const t = useTexts(standingTexts).list;
  // What was opened or closed by hand, against what stands so by itself.
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map());
  const isOpen = (place: Place) => turned.get(keyOf(place)) ?? isSought;
  const isAllOpen = places.every(isOpen);
  return (
    <section aria-labelledby="by-country">
      <div className={styles.listHead}>
        <h2 id="by-country">{t.heading}</h2>
        <Button
          size="small"
          variant="quiet"
          onClick={() => setTurned(new Map(places.map((place) => [keyOf(place), !isAllOpen])))}
        >
          {isAllOpen ? t.closeAll : t.openAll}
        </Button>
      </div>
      <div className={styles.heads} aria-hidden="true">
        <span>{t.country}</span>
        <span>{t.ready}</span>
        <span>{t.wanting}</span>
      </div>
      {places.map((place) => {
        const key = keyOf(place);
        return (
          <Disclosure
            key={key}
            variant="ruled"
            open={isOpen(place)}
            onToggle={(open) => setTurned((known) => new Map(known).set(key, open))}
            summary={<Line place={place} countries={countries} />}
            aside={<Count place={place} />}
          >
            <Opened place={place} countries={countries} {...acts} />
          </Disclosure>
        );
      })}
    </section>
  );
}

function usePlaceName(countries: readonly Country[]) {
  const lang = useLanguage();
  const { others } = useTexts(peopleTexts);
  return ({ standing }: Place) =>
    standing.country === null
      ? others
      : (countries.find(({ alpha3 }) => alpha3 === standing.country)?.name[lang] ?? standing.country);
}

interface LineProps {
  readonly place: Place;
  readonly countries: readonly Country[];
}

function Line({ place, countries }: LineProps) {
  const t = useTexts(standingTexts).list;
  const f = useFormat();
  const name = usePlaceName(countries)(place);
  const { country, ready, notYet, refused, lacks } = place.standing;
  const names = (people: readonly Person[]) => f.list(people.map(({ displayName }) => displayName));
  const wanting = [
    ...(notYet.length === 0 ? [] : [t.notYet(names(notYet))]),
    ...lacks.map((role) => t.lacks[role]),
    ...(refused.length === 0 ? [] : [t.refused(names(refused))]),
  ];
  return (
    <span className={styles.line}>
      <span className={styles.place}>{name}</span>
      {country === null ? null : (
        <span className={ready.length === 0 ? styles.nobody : styles.ready}>
          <span className="sr-only">{`${t.ready}: `}</span>
          {ready.length === 0 ? t.nobody : names(ready)}
        </span>
      )}
      {wanting.length === 0 ? null : (
        <span className={styles.wants}>
          <span className="sr-only">{`. ${t.wanting}: `}</span>
          {wanting.join("; ")}
        </span>
      )}
    </span>
  );
}

/** How many people, and how many of them were found. */
function Count({ place: { people, standing } }: Pick<LineProps, "place">) {
  const t = useTexts(standingTexts).list;
  const all = standing.people.length;
  return <span className={styles.number}>{people.length === all ? t.people(all) : t.found(people.length, all)}</span>;
}

function Opened({ place, countries, ...acts }: LineProps & ActsOfTable) {
  const t = useTexts(peopleTexts);
  const name = usePlaceName(countries)(place);
  const code = place.standing.country;
  return (
    <>
      {place.people.length === 0 ? null : <PeopleTable place={name} people={place.people} {...acts} />}
      {code === null ? null : (
        <p className={styles.inviteHere}>
          <Button size="small" variant="quiet" onClick={() => acts.onInvite(code)}>
            {t.inviteFor(name)}
          </Button>
        </p>
      )}
    </>
  );
}
