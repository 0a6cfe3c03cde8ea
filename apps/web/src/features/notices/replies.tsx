import type { CountryStatus } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundStatusQuery } from "#lib/shared-queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { lastAnswerTexts } from "#ui/last-answer.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { centreTexts } from "./centre.texts.ts";
import styles from "./notices.module.css";

/** What each country said last of its report, by the link in a message or as it was noted, the newest first. */
export function Replies({ year }: { readonly year: string }) {
  const t = useTexts(centreTexts).replies;
  const said = useTexts(lastAnswerTexts).said;
  const lang = useLanguage();
  const f = useFormat();
  const { data, error } = useQuery(roundStatusQuery(Number(year)));
  const answered = (data?.countries ?? [])
    .flatMap((row) => (row.desk?.lastAnswer ? [{ row, answer: row.desk.lastAnswer }] : []))
    .sort((one, other) => other.answer.day.localeCompare(one.answer.day));
  const state = (row: CountryStatus, promisedOn: string | null) => {
    if (row.firstSubmittedAt !== null) return row.status === "draft" ? t.takenBack : t.received;
    if (promisedOn === null) return "";
    const today = localDate(new Date(data?.generatedAt ?? 0), row.timeZone);
    return promisedOn < today ? t.passed(f.date(promisedOn)) : t.waits(f.date(promisedOn));
  };
  return (
    <section className="section" aria-labelledby="replies">
      <h2 id="replies" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>{t.text}</p>
      {error !== null && data === undefined ? <ProblemNote error={error} /> : null}
      {data === undefined && error === null ? <Skeleton shape="table" /> : null}
      {data !== undefined && answered.length === 0 ? <EmptyState title={t.none}>{t.noneText}</EmptyState> : null}
      {answered.length === 0 ? null : (
        <RecordTable caption={t.caption} captionHidden dense heads={[t.country, t.said, t.way, t.now]}>
          <tbody>
            {answered.map(({ row, answer }) => (
              <Row key={row.country}>
                <th scope="row">
                  <Link
                    to="/$lang/asks/$country"
                    params={{ lang, country: row.country }}
                    search={{ year: Number(year) }}
                  >
                    {row.name[lang]}
                  </Link>
                </th>
                <td>{said[answer.said](f.date(answer.day), f.date(answer.promisedOn ?? answer.day))}</td>
                <td>{t.channel[answer.channel]}</td>
                <td>{state(row, answer.promisedOn)}</td>
              </Row>
            ))}
          </tbody>
        </RecordTable>
      )}
    </section>
  );
}
