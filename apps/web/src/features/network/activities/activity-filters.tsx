import type { ActivitySummary, listActivities, ResponseOf } from "@avances/contracts";
import type { ActivityListPlace } from "@avances/domain/network";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery } from "#lib/meeting-queries.ts";
import { CodeSelect } from "#ui/code-select.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import matter from "../matter.module.css";
import { catalogueQuery } from "../what-about.ts";
import { activitiesTexts } from "./activities.texts.ts";
import { meetingNamed } from "./activity-days.ts";
import type { ActivitiesAsked } from "./activity-queries.ts";

export const placeOf = ({ state, standing }: ActivitySummary): ActivityListPlace =>
  state === "filed" ? standing : state;

export const filterNames = ["place", "actor", "instrument", "about", "year", "meeting"] as const;

/** Codes of objectives and indicators begin with their Protocol's. */
const instrumentOf = (code: string) => code.split("-")[0] ?? code;

interface FiltersProps {
  /** Nothing else is offered than what some proposal has. */
  readonly offered: ResponseOf<typeof listActivities>["offered"];
  readonly asked: ActivitiesAsked;
  readonly nameOf: (code: string) => string;
  readonly onAsk: (change: ActivitiesAsked) => void;
}

/** Where a proposal stands, whose it is, at what it aims, and of which year. */
export function ActivityFilters({ offered, asked, nameOf, onAsk }: FiltersProps) {
  const t = useTexts(activitiesTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data: catalogue } = useQuery(catalogueQuery);
  const m = useTexts(meetingTexts);
  const { data: meetings } = useQuery(meetingsQuery);
  const named = (codes: readonly string[], name: (code: string) => string) =>
    codes.map((code) => ({ code, text: name(code) })).toSorted((one, other) => f.compare(one.text, other.text));
  const aims = [...(catalogue?.objectives ?? []), ...(catalogue?.indicators ?? [])];
  const nameOfAim = (code: string) => {
    const name = aims.find((one) => one.code === code)?.name[lang];
    return name === undefined ? code : `${code} ${name}`;
  };
  const nameOfInstrument = (code: string) =>
    catalogue?.instruments.find((one) => one.code === code)?.name[lang] ?? code;
  const codes = offered.aims;
  const choices = {
    place: {
      label: t.filters.place,
      options: offered.places.map((code) => ({ code, text: t.places[code] })),
    },
    actor: {
      label: t.filters.actor,
      options: named(offered.actors, nameOf),
    },
    instrument: {
      label: t.filters.instrument,
      options: named([...new Set(codes.map(instrumentOf))], nameOfInstrument),
    },
    about: { label: t.filters.about, options: named(codes, nameOfAim) },
    year: {
      label: t.filters.year,
      options: offered.years.map((code) => ({ code, text: code })),
    },
    // The page of a meeting leads here.
    meeting: {
      label: t.filters.meeting,
      options:
        asked.meeting === undefined
          ? []
          : [{ code: asked.meeting, text: meetingNamed(meetings?.meetings ?? [], asked.meeting, m, f) }],
    },
  };
  return (
    <search className={matter.filters}>
      {filterNames
        .filter((name) => name !== "meeting" || asked.meeting !== undefined)
        .map((name) => (
          <CodeSelect<string>
            key={name}
            name={name}
            label={choices[name].label}
            all={t.filters.any}
            value={asked[name]}
            options={choices[name].options}
            onChoose={(code) => onAsk({ [name]: code })}
          />
        ))}
    </search>
  );
}
