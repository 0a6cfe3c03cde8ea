import type { SubmissionSummary } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { LateMark } from "#ui/standing-marks.tsx";
import { ExemptMark, StatusBadge } from "#ui/status-badge.tsx";
import styles from "./home.module.css";
import { homeTexts } from "./home.texts.ts";

interface ReportHistoryProps {
  readonly submissions: readonly SubmissionSummary[];
  readonly timeZone: string;
}

/** All reports of the country, newest first, each with its receipt, so that everybody in the team can get the proof again. */
export function ReportHistory({ submissions, timeZone }: ReportHistoryProps) {
  const t = useTexts(homeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { person } = useSession();
  const hasReceipts = !cameByLink(person);
  return (
    <section className="section" aria-labelledby="history">
      <h2 id="history" className={styles.heading}>
        {t.history.heading}
      </h2>
      <RecordTable
        caption={t.history.heading}
        captionHidden
        dense
        heads={[
          t.history.round,
          t.history.status,
          { label: t.history.answered, isNumber: true },
          t.history.received,
          ...(hasReceipts ? [t.history.receipt] : []),
        ]}
      >
        <tbody>
          {submissions.map((submission) => {
            const round = roundOf(submission);
            const params = { lang, submissionId: submission.id };
            return (
              <Row key={submission.id}>
                <th scope="row" className={styles.round}>
                  <Link
                    to="/$lang/reports/$submissionId"
                    params={params}
                    aria-label={t.history.reportOf(roundWords[lang].round(round))}
                  >
                    {roundWords[lang].heading(round)}
                  </Link>
                </th>
                <td>
                  <StatusBadge status={submission.status} />{" "}
                  <ExemptMark status={submission.status} exempt={submission.exempt} />
                </td>
                <NumberCell>
                  {f.number(submission.answered)}/{f.number(submission.expected)}
                </NumberCell>
                <td>
                  {submission.firstSubmittedAt === null
                    ? t.history.none
                    : f.instant(submission.firstSubmittedAt, timeZone)}{" "}
                  {submission.timeliness.kind === "received_late" ? <LateMark received /> : null}
                </td>
                {hasReceipts ? (
                  <td>
                    {submission.version > 0 ? (
                      <Link to="/$lang/reports/$submissionId/receipt" params={params}>
                        {t.history.receiptOf(roundWords[lang].name(round))}
                      </Link>
                    ) : (
                      t.history.none
                    )}
                  </td>
                ) : null}
              </Row>
            );
          })}
        </tbody>
      </RecordTable>
      {person?.country && mayDo(person.role, "notices.read") ? (
        <p className={styles.asks}>
          <Link to="/$lang/asks/$country" params={{ lang, country: person.country }}>
            {t.history.asks}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
