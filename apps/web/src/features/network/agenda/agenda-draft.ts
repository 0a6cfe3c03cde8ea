import type { AgendaPointView } from "@avances/contracts";
import { byLanguage, type Language } from "@avances/domain/catalogue";
import {
  type AgendaFaultAt,
  agendaFaults,
  comparePoints,
  otherLanguage,
  type ParticipantCode,
  type PointDraft,
  type RecordedPoint,
} from "@avances/domain/network";
import { isListOf, isShape, isText, isTruth } from "#lib/read-kept.ts";

/** A point as it is typed. `id` "" = it is new; `key` names its row while the form is open. */
export interface TypedPoint {
  readonly key: string;
  readonly id: string;
  readonly number: string;
  readonly letter: string;
  /** In each language; empty = none. */
  readonly titles: Readonly<Record<Language, string>>;
  readonly holds: boolean;
  readonly presenter: string;
  /** It will be withdrawn. */
  readonly isGone: boolean;
}

export interface TypedAgenda {
  readonly points: readonly TypedPoint[];
  readonly reason: string;
}

export const isTypedAgenda = isShape<TypedAgenda>({
  points: isListOf(
    isShape<TypedPoint>({
      ...{ key: isText, id: isText, number: isText, letter: isText },
      titles: isShape<Record<Language, string>>(byLanguage(() => isText)),
      ...{ holds: isTruth, presenter: isText, isGone: isTruth },
    }),
  ),
  reason: isText,
});

/** As the rules of the domain judge it. */
function recordedPoint({
  id,
  number,
  letter,
  presenter,
  language,
  subject,
  translations,
}: AgendaPointView): RecordedPoint {
  const other = translations.find((one) => one.language === otherLanguage(language));
  return {
    ...{ id, number, letter, language, title: subject, presenter },
    translation: other === undefined ? null : { title: other.subject, isOutdated: other.state === "outdated" },
  };
}

/** A point that is on record, as the form begins with it. */
export function typedPoint(view: AgendaPointView): TypedPoint {
  const { id, number, letter, language, title, translation, presenter } = recordedPoint(view);
  const titles = byLanguage((one) => (one === language ? title : (translation?.title ?? "")));
  return {
    ...{ key: id, id, number: String(number), letter, titles },
    ...{ holds: false, presenter: presenter ?? "", isGone: false },
  };
}

/** In which language the title counts as written: that of a point that is there, else that of the page if it was typed in it. */
export function originalOf(typed: TypedPoint, recorded: readonly AgendaPointView[], page: Language): Language {
  const known = recorded.find(({ id }) => id === typed.id);
  if (known !== undefined) return known.language;
  return typed.titles[page].trim() === "" && typed.titles[otherLanguage(page)].trim() !== ""
    ? otherLanguage(page)
    : page;
}

/** What is sent: the points that stay. */
export function draftsOf(
  { points }: TypedAgenda,
  recorded: readonly AgendaPointView[],
  page: Language,
): readonly PointDraft[] {
  return points
    .filter(({ isGone }) => !isGone)
    .map((typed) => {
      const language = originalOf(typed, recorded, page);
      const translation = typed.titles[otherLanguage(language)].trim();
      return {
        id: typed.id === "" ? null : typed.id,
        number: /^\d{1,3}$/.test(typed.number.trim()) ? Number(typed.number) : 0,
        letter: typed.letter.trim().toLowerCase(),
        language,
        title: typed.titles[language].trim(),
        translation: translation === "" ? null : translation,
        translationHolds: typed.holds,
        presenter: typed.presenter === "" ? null : typed.presenter,
      };
    });
}

/** The faults by the key of the point; "" = of the whole. */
export function typedFaults(
  typed: TypedAgenda,
  {
    recorded,
    page,
    known,
  }: {
    readonly recorded: readonly AgendaPointView[];
    readonly page: Language;
    readonly known: Pick<ReadonlySet<ParticipantCode>, "has">;
  },
): ReadonlyMap<string, readonly AgendaFaultAt["fault"][]> {
  const staying = typed.points.filter(({ isGone }) => !isGone);
  const drafts = draftsOf(typed, recorded, page);
  const found = agendaFaults(drafts, { recorded: recorded.map(recordedPoint), known, reason: typed.reason });
  const byKey = Map.groupBy(found, ({ at }) => (at === null ? "" : (staying[at]?.key ?? "")));
  return new Map([...byKey].map(([key, faults]) => [key, faults.map(({ fault }) => fault)]));
}

/** May it be asked whether the translation still holds? Its title has changed, now or before, and nobody has touched the translation. */
export function asksWhetherHolds(typed: TypedPoint, recorded: readonly AgendaPointView[]): boolean {
  const view = recorded.find(({ id }) => id === typed.id);
  if (view === undefined) return false;
  const { language, title, translation } = recordedPoint(view);
  if (translation === null || typed.titles[otherLanguage(language)].trim() !== translation.title) return false;
  return translation.isOutdated || typed.titles[language].trim() !== title;
}

/**
 * What was typed, over the agenda as somebody else has left it meanwhile: a point that was not touched here is as it is now, one that was is as
 * typed, new ones of both are there, and what was withdrawn meanwhile is gone.
 */
export function typedOver(
  { points, reason }: TypedAgenda,
  before: readonly AgendaPointView[],
  now: readonly AgendaPointView[],
): TypedAgenda {
  const untouched = new Map(before.map((view) => [view.id, JSON.stringify(typedPoint(view))]));
  const mine = new Map(points.map((point) => [point.id, point]));
  const kept = now.map((view) => {
    const typed = mine.get(view.id);
    return typed === undefined || untouched.get(view.id) === JSON.stringify(typed) ? typedPoint(view) : typed;
  });
  return { points: [...kept, ...points.filter(({ id }) => id === "")], reason };
}

/** The points as they will stand, for the next number: what is no number yet is left out. */
export const placesOf = (typed: TypedAgenda) =>
  typed.points
    .filter(({ isGone, number }) => !isGone && /^\d{1,2}$/.test(number.trim()))
    .map(({ number, letter }) => ({ number: Number(number), letter: letter.trim().toLowerCase() }))
    .sort(comparePoints);
