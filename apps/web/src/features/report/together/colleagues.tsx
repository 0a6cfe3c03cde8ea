import type { Colleague } from "@avances/contracts";
import type { Catalogue, IndicatorCode, Language } from "@avances/domain/catalogue";
import { useSyncExternalStore } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useReportFacts } from "../report-context.ts";
import styles from "./together.module.css";
import { togetherTexts } from "./together.texts.ts";
import { type Together, togetherOf } from "./together-store.ts";

type Words = (typeof togetherTexts)[Language]["here"];

interface ColleaguesProps {
  /** Only those in this section, as a number; with neither, everybody in the report, and where. */
  readonly section?: string | undefined;
  /** Only those at this answer. */
  readonly code?: IndicatorCode | undefined;
}

/** Who else has this report open now. Nothing when nobody has, or when the line to the server is gone and it is not known. */
export function Colleagues({ section, code }: ColleaguesProps) {
  const t = useTexts(togetherTexts).here;
  const lang = useLanguage();
  const { catalogue, view } = useReportFacts();
  const { people } = useTogether(view.submission.id);
  if (code !== undefined) {
    const here = people.filter(({ indicatorCode }) => indicatorCode === code);
    if (here.length === 0) return null;
    return (
      <p className={styles.here} data-print="no">
        {unique(here.map((each) => hereWords(each, t))).join(" · ")}
      </p>
    );
  }
  if (section !== undefined) {
    const n = new Set(people.filter((each) => each.section === section).map(({ who, name }) => `${who} ${name}`)).size;
    return n === 0 ? null : (
      <span className={styles.count} data-print="no">
        {t.inSection(n)}
      </span>
    );
  }
  if (people.length === 0) return null;
  return (
    <ul className={styles.people} aria-label={t.label} data-print="no">
      {unique(people.map((each) => whereWords(each, t, catalogue, lang))).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}

function useTogether(submissionId: string): Together {
  const store = togetherOf(submissionId);
  return useSyncExternalStore(store.subscribe, store.now);
}

/** "Esteban Quirós is in Protection", "Your other tab is at TIP-PRO-04". */
function whereWords(
  { who, name, section, indicatorCode }: Colleague,
  t: Words,
  catalogue: Catalogue,
  lang: Language,
): string {
  const place = indicatorCode ?? (section === null ? null : sectionName(section, catalogue, lang));
  const isAnswer = indicatorCode !== null;
  switch (who) {
    case "colleague":
      return place === null ? t.open(name) : isAnswer ? t.at(name, place) : t.in(name, place);
    case "own-tab":
      return place === null ? t.ownTabOpen : isAnswer ? t.ownTabAt(place) : t.ownTabIn(place);
    case "own-elsewhere":
      return place === null ? t.ownElsewhereOpen : isAnswer ? t.ownElsewhereAt(place) : t.ownElsewhereIn(place);
  }
}

function hereWords({ who, name }: Colleague, t: Words): string {
  switch (who) {
    case "colleague":
      return t.answerHere(name);
    case "own-tab":
      return t.ownTabHere;
    case "own-elsewhere":
      return t.ownElsewhereHere;
  }
}

/** "Protection, trafficking in persons": a dimension is a section of each Protocol. */
function sectionName(section: string, { dimensions, instruments }: Catalogue, lang: Language): string {
  const [instrument, dimension] = section.split("-");
  const name = dimensions.find(({ code }) => code === dimension)?.name[lang];
  const protocol = instruments.find(({ code }) => code === instrument)?.shortName[lang];
  return name === undefined || protocol === undefined ? section : `${name}, ${protocol.toLocaleLowerCase(lang)}`;
}

const unique = (words: readonly string[]) => [...new Set(words)];
