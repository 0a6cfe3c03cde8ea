import type { getReceipt, ResponseOf } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { roundOf, roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { answerPromiseTexts } from "#ui/answer-promise.texts.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { DefinitionList } from "#ui/definition-list.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { StatusBadge } from "#ui/status-badge.tsx";
import { Written } from "#ui/written.tsx";
import { receiptQuery } from "../act-queries.ts";
import report from "../report.module.css";
import { useReport } from "../submission-queries.ts";
import { WithdrawReport } from "../withdraw/withdraw-report.tsx";
import { nextSteps } from "./next-steps.ts";
import styles from "./receipt.module.css";
import { receiptTexts } from "./receipt.texts.ts";
import { ReceiptFileButton, ReceiptFileFault, useReceiptFile } from "./receipt-file.tsx";
import { receiptStanding } from "./receipt-standing.ts";

/** Proof that a version was received: number, time in two zones, person, fingerprint. For printing and keeping. */
export function ReceiptPage() {
  const { submissionId } = useParams({ from: "/$lang/signed-in/reports/$submissionId/receipt" });
  const { version } = useSearch({ from: "/$lang/signed-in/reports/$submissionId/receipt" });
  const t = useTexts(receiptTexts);
  const promise = useTexts(answerPromiseTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { session } = useSession();
  const { view, country, person } = useReport(submissionId);
  const { data: receipt } = useSuspenseQuery(receiptQuery(submissionId, version));
  const { progress, timeliness } = receipt;
  const name = country?.name[lang] ?? receipt.country;
  const words = t.kind[timeliness.kind];
  const fetching = useReceiptFile({ submissionId, version: receipt.version });
  const mayDownload = person !== null && mayDo(person.role, "receipt.download");
  const steps = nextSteps(t.next, promise, f, { ...view, now: new Date(session?.now ?? receipt.submittedAt) });
  const standing = receiptStanding(
    receipt,
    view.versions.map(({ version: number }) => number),
  );
  return (
    <>
      <PageHeader
        variant="work"
        title={t.title(name, roundWords[lang].round(roundOf(receipt)))}
        breadcrumbs={[
          <Link key="form" to="/$lang/reports/$submissionId" params={{ lang, submissionId }}>
            {t.form}
          </Link>,
        ]}
        lead={t.lead(f.number(receipt.version))}
        actions={
          <>
            {mayDownload ? <ReceiptFileButton fetching={fetching} /> : null}
            <Button onClick={() => window.print()}>{t.print}</Button>
            <LinkButton to="/$lang/reports/$submissionId" params={{ lang, submissionId }}>
              {t.report}
            </LinkButton>
          </>
        }
      />
      <ReceiptFileFault error={fetching.error} />
      {standing === null ? null : (
        <div className={styles.standing}>
          {standing.kind === "in-work" ? (
            <Callout tone="caution">{t.inWork[standing.status]}</Callout>
          ) : (
            <Callout tone="info">{t.newer(f.number(standing.newest))}</Callout>
          )}
        </div>
      )}
      <DefinitionList
        items={[
          { term: t.number, value: `${receipt.country}-${receipt.year}-${receipt.version}` },
          {
            term: t.receivedCapital(country?.capital[lang] ?? name),
            value: f.instant(receipt.submittedAt, receipt.timeZone),
          },
          {
            term: t.receivedHere,
            value: f.instant(receipt.submittedAt, Intl.DateTimeFormat().resolvedOptions().timeZone),
          },
          { term: t.by, value: receipt.submittedByName },
          ...(receipt.signedByName === null || receipt.signedAt === null
            ? []
            : [
                {
                  term: t.signed,
                  value: t.signedWords(receipt.signedByName, f.instant(receipt.signedAt, receipt.timeZone)),
                },
              ]),
          {
            term: t.timeliness,
            value: typeof words === "string" ? words : words(f.days(timeliness.daysLate)),
          },
          {
            term: t.content,
            value: t.contentWords(
              f.number(progress.reported),
              f.number(progress.notAvailable + progress.notApplicable),
              f.number(progress.expected - progress.answered),
            ),
          },
          ...(receipt.questionsLeft.length === 0
            ? []
            : [{ term: t.questionsLeft, value: <QuestionsLeft submissionId={submissionId} receipt={receipt} /> }]),
          {
            term: t.hash,
            value: (
              <>
                <code className={styles.hash}>
                  {groupsOf(receipt.contentHash).map((group, place) => (
                    // The groups are spaced by the style, so that what is copied is the fingerprint alone.
                    <span key={`${place}`}>{group}</span>
                  ))}
                </code>
                <span className="quiet small">{t.hashHelp}</span>
              </>
            ),
          },
          { term: t.status, value: <StatusBadge status={receipt.status} /> },
        ]}
      />
      <section className={`section ${report.part}`} aria-labelledby="next">
        <h2 id="next" className={report.heading}>
          {t.nextTitle}
        </h2>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {view.publication !== null ? (
          <LinkButton to="/$lang/reports/$submissionId/publication" params={{ lang, submissionId }}>
            {t.preview}
          </LinkButton>
        ) : null}
      </section>
      {view.may.withdraw ? (
        <div className={styles.withdraw}>
          <WithdrawReport submissionId={submissionId} revision={view.submission.revision} />
        </div>
      ) : null}
      {view.versions.length > 1 ? (
        <section className={`section ${report.part}`} aria-labelledby="versions">
          <h2 id="versions" className={report.heading}>
            {t.versions}
          </h2>
          <ul className={report.rows}>
            {view.versions.map(({ version: number, submittedAt, submittedByName }) => (
              <li key={number}>
                <Link
                  to="/$lang/reports/$submissionId/receipt"
                  params={{ lang, submissionId }}
                  search={{ version: number }}
                >
                  {t.version} {f.number(number)}
                </Link>{" "}
                <span className="quiet">
                  {f.instant(submittedAt, receipt.timeZone)}, {submittedByName}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}

/** What the Secretariat had asked, and the country left without an answer when it sent this version; each leads to its answer. */
function QuestionsLeft({
  submissionId,
  receipt: { questionsLeft },
}: {
  readonly submissionId: string;
  readonly receipt: ResponseOf<typeof getReceipt>;
}) {
  const t = useTexts(receiptTexts);
  const lang = useLanguage();
  const { view, catalogue } = useReport(submissionId);
  return (
    <ul className={report.rows}>
      {questionsLeft.map(({ id, indicatorCode }) => {
        const name = catalogue.indicators.find(({ code }) => code === indicatorCode)?.name[lang];
        const words = view.comments.find((comment) => comment.id === id)?.body;
        return (
          <li key={id}>
            {indicatorCode === null ? (
              t.wholeReport
            ) : (
              <Link
                to="/$lang/reports/$submissionId"
                params={{ lang, submissionId }}
                search={{ indicator: indicatorCode }}
              >
                {indicatorCode} {name}
              </Link>
            )}
            {words === undefined ? null : (
              <p className="quiet">
                <Written text={words} />
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A fingerprint in groups of eight, so that two people can compare it. */
const groupsOf = (hash: string) => hash.match(/.{1,8}/g) ?? [];
