import type { ReportContent, ReportView } from "@avances/contracts";
import { type Language, languages } from "@avances/domain/catalogue";
import { type NumberedPoint, numbered, pointLead, pointName, type ReportPoint } from "@avances/domain/network";
import { type WordChange, wordChanges } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { versionQuery } from "./report-queries.ts";

interface ChangesProps {
  readonly report: ReportView;
  readonly version: number;
  readonly before: number;
}

/** What a version says other than an earlier one, point by point and word by word. */
export function Changes({ report, version, before }: ChangesProps) {
  const t = useTexts(reportTexts);
  const lang = useLanguage();
  const participants = useQuery(participantsQuery);
  const [now, then] = [useQuery(versionQuery(report.id, version)), useQuery(versionQuery(report.id, before))];
  if (now.data === undefined || then.data === undefined) return <ProblemNote error={now.error ?? then.error} />;
  const nameOf = (language: Language) => namesOf(participants.data?.participants ?? [], language);
  const [whole, former] = [now.data.content, then.data.content];
  const [points, earlier] = [numbered(whole.points), numbered(former.points)];
  /** What a reader of the language reads of it, with its verb. */
  const said = (point: ReportPoint | undefined, language: Language) => {
    if (point === undefined) return "";
    const speaker = point.speaker === null ? null : nameOf(language)(point.speaker);
    const lead = pointLead({ verb: point.verb, speaker, body: whole.meeting.body }, language);
    return `${lead === null ? "" : `${lead.who} ${lead.does} `}${point.words[language]}`.trim();
  };
  const called = (point: NumberedPoint) => (point.number === null ? t.edit.paragraph : t.edit.point(pointName(point)));
  const what = (one: NumberedPoint | undefined, other: NumberedPoint | undefined) => {
    if (one === undefined) return other === undefined ? "" : t.versions.added(called(other));
    if (other === undefined) return t.versions.removed(called(one));
    const isMoved = called(one) !== called(other);
    return isMoved ? t.versions.moved(called(one), called(other)) : t.versions.changed(called(other));
  };
  const all = [...points, ...earlier.filter(({ id }) => points.every((one) => one.id !== id))];
  const changed = all.flatMap(({ id }) => {
    const [one, other] = [earlier.find((point) => point.id === id), points.find((point) => point.id === id)];
    const texts = [lang, ...languages.filter((language) => language !== lang)]
      .map((language) => ({ language, changes: wordChanges(said(one, language), said(other, language)) }))
      .filter(({ changes }) => changes.some(({ kind }) => kind !== "same"));
    const isMoved = one !== undefined && other !== undefined && called(one) !== called(other);
    return texts.length === 0 && !isMoved ? [] : [{ id, what: what(one, other), texts }];
  });
  const rest = ({ meeting, attendance, submissions, figures }: ReportContent) =>
    JSON.stringify([meeting, attendance, submissions, figures]);
  return (
    <>
      {changed.length === 0 ? <p>{t.versions.same}</p> : null}
      <ul className={styles.changes}>
        {changed.map(({ id, what: happened, texts }) => (
          <li key={id}>
            <p className="small">
              <strong>{happened}</strong>
            </p>
            {texts.map(({ language, changes }) => (
              <p key={language} lang={language} className={styles.words}>
                {changes.map((change, place) => (
                  <Stretch key={place} {...change} />
                ))}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {rest(whole) === rest(former) ? null : <p>{t.versions.rest}</p>}
    </>
  );
}

function Stretch({ kind, text }: WordChange) {
  if (kind === "same") return text;
  return kind === "added" ? <ins>{text}</ins> : <del>{text}</del>;
}
