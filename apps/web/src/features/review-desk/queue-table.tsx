import type { listReviews, ResponseOf } from "@avances/contracts";
import type { Text } from "@avances/domain/catalogue";
import { daysBetween, localDate } from "@avances/domain/round";
import { owesReport } from "@avances/domain/submission";
import { Link } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { NumberCell } from "#ui/data-table.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { ExtendedMark, LateMark } from "#ui/standing-marks.tsx";
import styles from "./review-desk.module.css";
import { reviewsTexts } from "./reviews.texts.ts";

type QueuedReport = ResponseOf<typeof listReviews>["submissions"][number];

interface QueueTableProps {
  readonly part: "submitted" | "accepted" | "returned";
  readonly submissions: readonly QueuedReport[];
  readonly countries: readonly {
    readonly alpha3: string;
    readonly name: Text;
    readonly timeZone: string;
  }[];
  readonly now: Date;
}

export function QueueTable({ part, submissions, countries, now }: QueueTableProps) {
  const t = useTexts(reviewsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const last = { submitted: t.column.waiting, accepted: t.column.publishFrom, returned: t.column.answerBy }[part];
  return (
    <RecordTable
      caption={t.part[part]}
      dense
      heads={[
        t.column.report,
        { label: last, className: styles.when },
        { label: part === "accepted" ? t.column.accepted : t.column.received, className: styles.received },
        { label: t.column.answered, isNumber: true },
        { label: t.column.version, isNumber: true },
      ]}
    >
      <tbody>
        {submissions.map((submission) => {
          const country = countries.find(({ alpha3 }) => alpha3 === submission.country);
          const timeZone = country?.timeZone ?? "UTC";
          const today = localDate(now, timeZone);
          const at = part === "accepted" ? submission.acceptedAt : submission.submittedAt;
          return (
            <Row key={submission.id}>
              <th scope="row" className={styles.report}>
                <Link to="/$lang/reviews/$submissionId" params={{ lang, submissionId: submission.id }}>
                  {t.report(country?.name[lang] ?? submission.country, roundWords[lang].round(roundOf(submission)))}
                </Link>
                {owesReport(submission) ? null : <span className={styles.fine}>{t.voluntary}</span>}
              </th>
              <td>
                <Waiting part={part} submission={submission} today={today} timeZone={timeZone} />
              </td>
              <td>
                {at === null ? "–" : f.instant(at)}{" "}
                {submission.timeliness.kind === "received_late" ? <LateMark received /> : null}
                {submission.extended ? <ExtendedMark /> : null}
              </td>
              <NumberCell>
                {t.answered(f.number(submission.answered), f.number(submission.expected))}
                {submission.marked > 0 && part === "submitted" ? (
                  <span className={styles.fine}>{t.marked(f.number(submission.marked))}</span>
                ) : null}
              </NumberCell>
              <NumberCell>{f.number(submission.version)}</NumberCell>
            </Row>
          );
        })}
      </tbody>
    </RecordTable>
  );
}

interface WaitingProps extends Pick<QueueTableProps, "part"> {
  readonly submission: QueuedReport;
  readonly today: string;
  readonly timeZone: string;
}

/** How long it has waited, or from when it may be published, or until when the country answers. */
function Waiting({ part, submission, today, timeZone }: WaitingProps) {
  const t = useTexts(reviewsTexts);
  const f = useFormat();
  const { submittedAt, publication, returnDueOn } = submission;
  switch (part) {
    case "submitted": {
      const days = submittedAt === null ? 0 : daysBetween(localDate(new Date(submittedAt), timeZone), today);
      const past = submission.answerBy === null ? 0 : daysBetween(submission.answerBy, today);
      return (
        <>
          <b>{t.days(days)}</b>
          {submission.answerBy === null ? null : (
            <span className={past > 0 ? styles.alarm : styles.fine}>
              {past > 0 ? t.overdue(past) : t.promised(f.shortDate(submission.answerBy))}
            </span>
          )}
        </>
      );
    }
    case "accepted":
      return <b>{publication === null ? "–" : f.shortDate(publication.from)}</b>;
    case "returned": {
      if (returnDueOn === null) return "–";
      const left = daysBetween(today, returnDueOn);
      return (
        <>
          <b>{f.shortDate(returnDueOn)}</b>
          <span className={left < 0 ? styles.alarm : styles.fine}>{t.left(left)}</span>
        </>
      );
    }
  }
}
