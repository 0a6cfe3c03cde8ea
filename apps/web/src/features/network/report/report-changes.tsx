import type { ReportView } from "@avances/contracts";
import { languages } from "@avances/domain/catalogue";
import { numbered, pointLead, pointName, type ReportPoint } from "@avances/domain/network";
import { type WordChange, wordChanges } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
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
  const [now, then] = [useQuery(versionQuery(report.id, version)), useQuery(versionQuery(report.id, before))];
  if (now.data === undefined || then.data === undefined) return <ProblemNote error={now.error ?? then.error} />;
  const [points, earlier] = [now.data.content.points, then.data.content.points];
  const { body } = now.data.content.meeting;
  const names = new Map([...numbered(earlier), ...numbered(points)].map((point) => [point.id, pointName(point)]));
  /** What a reader of the language reads of it, with its verb. */
  const said = (point: ReportPoint | undefined, language: (typeof languages)[number]) => {
    if (point === undefined) return "";
    const lead = pointLead({ verb: point.verb, speaker: point.speaker, body }, language);
    return `${lead === null ? "" : `${lead.who} ${lead.does} `}${point.words[language]}`.trim();
  };
  const all = [...points, ...earlier.filter(({ id }) => points.every((one) => one.id !== id))];
  const changed = all.flatMap(({ id }) => {
    const [one, other] = [earlier.find((point) => point.id === id), points.find((point) => point.id === id)];
    const texts = languages
      .map((language) => ({ language, changes: wordChanges(said(one, language), said(other, language)) }))
      .filter(({ changes }) => changes.some(({ kind }) => kind !== "same"));
    const what = one === undefined ? t.versions.added : other === undefined ? t.versions.removed : t.versions.changed;
    return texts.length === 0 ? [] : [{ id, what, texts }];
  });
  if (changed.length === 0) return <p>{t.versions.same}</p>;
  return (
    <ul className={styles.changes}>
      {changed.map(({ id, what, texts }) => (
        <li key={id}>
          <p className="small">
            <strong>{what}</strong>: {names.get(id) ? t.edit.point(names.get(id) ?? "") : t.edit.paragraph}
          </p>
          {[...texts]
            .sort((one) => (one.language === lang ? -1 : 1))
            .map(({ language, changes }) => (
              <p key={language} lang={language} className={styles.words}>
                {changes.map((change, place) => (
                  <Stretch key={place} {...change} />
                ))}
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}

function Stretch({ kind, text }: WordChange) {
  if (kind === "same") return text;
  return kind === "added" ? <ins>{text}</ins> : <del>{text}</del>;
}
