import type { ActivitySummary } from "@avances/contracts";
import { activityPlaces } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { CodeSelect } from "#ui/code-select.tsx";
import { catalogueQuery } from "../what-about.ts";
import styles from "./activities.module.css";
import { activitiesTexts, type ListPlace } from "./activities.texts.ts";

export const places: readonly ListPlace[] = ["draft", ...activityPlaces, "withdrawn"];
export const placeOf = ({ state, standing }: ActivitySummary): ListPlace => (state === "filed" ? standing : state);

const names = ["place", "actor", "instrument", "about", "year"] as const;
type Asked = { readonly [name in (typeof names)[number]]?: string | undefined };

/** What is asked of the list stands in the address, so that the way back leads to the same list. */
export function useAsked(): [Asked, (asked: Asked) => void] {
  const lang = useLanguage();
  const navigate = useNavigate();
  const search = useLocation({ select: ({ search: found }) => found as Readonly<Record<string, unknown>> });
  const asked: Asked = Object.fromEntries(
    names.flatMap((name) => (search[name] === undefined || search[name] === "" ? [] : [[name, String(search[name])]])),
  );
  const ask = (next: Asked) => {
    const kept = Object.entries(next).filter(([, value]) => value !== undefined);
    void navigate({
      ...{ to: "/$lang/network/$", params: { lang, _splat: "activities" }, replace: true, resetScroll: false },
      search: Object.fromEntries(kept) as never,
    });
  };
  return [asked, ask];
}

/** The year in which it was held, or for which it is planned; null = no day is named. */
const yearOf = ({ held, startsOn }: ActivitySummary) => (held?.fromOn ?? startsOn)?.slice(0, 4) ?? null;
/** Codes of objectives and indicators begin with their Protocol's. */
const instrumentOf = (code: string) => code.split("-")[0] ?? code;

export function fits(one: ActivitySummary, { place, actor, instrument, about, year }: Asked): boolean {
  return (
    (place === undefined || placeOf(one) === place) &&
    (actor === undefined || one.author === actor || one.supporters.includes(actor)) &&
    (instrument === undefined || one.aims.some(({ code }) => instrumentOf(code) === instrument)) &&
    (about === undefined || one.aims.some(({ code }) => code === about)) &&
    (year === undefined || yearOf(one) === year)
  );
}

interface FiltersProps {
  /** All of the list: nothing is offered that none of them has. */
  readonly activities: readonly ActivitySummary[];
  readonly asked: Asked;
  readonly nameOf: (code: string) => string;
  readonly onAsk: (asked: Asked) => void;
}

/** Where a proposal stands, whose it is, at what it aims, and of which year. */
export function ActivityFilters({ activities, asked, nameOf, onAsk }: FiltersProps) {
  const t = useTexts(activitiesTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data: catalogue } = useQuery(catalogueQuery);
  const some = <T extends string>(of: (one: ActivitySummary) => readonly (T | null)[]): readonly T[] => [
    ...new Set(activities.flatMap(of).filter((one): one is T => one !== null)),
  ];
  const named = (codes: readonly string[], name: (code: string) => string) =>
    codes.map((code) => ({ code, text: name(code) })).toSorted((one, other) => f.compare(one.text, other.text));
  const aims = [...(catalogue?.objectives ?? []), ...(catalogue?.indicators ?? [])];
  const nameOfAim = (code: string) => {
    const name = aims.find((one) => one.code === code)?.name[lang];
    return name === undefined ? code : `${code} ${name}`;
  };
  const nameOfInstrument = (code: string) =>
    catalogue?.instruments.find((one) => one.code === code)?.name[lang] ?? code;
  const codes = some(({ aims: own }) => own.map(({ code }) => code));
  const choices = {
    place: {
      label: t.filters.place,
      options: places
        .filter((place) => activities.some((one) => placeOf(one) === place))
        .map((code) => ({ code, text: t.places[code] })),
    },
    actor: {
      label: t.filters.actor,
      options: named(
        some(({ author, supporters }) => [author, ...supporters]),
        nameOf,
      ),
    },
    instrument: {
      label: t.filters.instrument,
      options: named([...new Set(codes.map(instrumentOf))], nameOfInstrument),
    },
    about: { label: t.filters.about, options: named(codes, nameOfAim) },
    year: {
      label: t.filters.year,
      options: some((one) => [yearOf(one)])
        .toSorted()
        .toReversed()
        .map((code) => ({ code, text: code })),
    },
  };
  return (
    <search className={styles.filters}>
      {names.map((name) => (
        <CodeSelect<string>
          key={name}
          name={name}
          label={choices[name].label}
          all={t.filters.any}
          value={asked[name]}
          options={choices[name].options}
          onChoose={(code) => onAsk({ ...asked, [name]: code })}
        />
      ))}
    </search>
  );
}
