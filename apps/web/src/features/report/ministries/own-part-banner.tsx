import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useReportBase } from "../report-context.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { ownPartQuery, useHandIn } from "./ministries-queries.ts";
import { ProposalName } from "./proposal-pair.tsx";

/** For contributors, above the form: what they were asked, what was given back, and that what they write is proposed. */
export function OwnPartBanner() {
  const t = useTexts(ministriesTexts).own;
  const f = useFormat();
  const lang = useLanguage();
  const { view, canEdit } = useReportBase();
  const { id } = view.submission;
  const { data, refetch } = useQuery(ownPartQuery(id));
  const { answers } = view;
  // What was just saved is counted.
  useEffect(() => {
    if (answers.length > 0) void refetch();
  }, [answers, refetch]);
  const handIn = useHandIn(id);
  if (data === undefined) return null;
  const { section, proposals } = data;
  const back = proposals.filter(({ state }) => state === "given_back");
  const taken = proposals.filter(({ state }) => state === "taken").length;
  const when = (at: string) => f.instant(at, view.timeZone);
  return (
    <>
      {back.length === 0 ? null : (
        <Callout tone="caution" title={t.back(back.length)}>
          <ul className={styles.rows}>
            {back.map(({ indicatorCode, note }) => (
              <li key={indicatorCode}>
                <Link
                  to="/$lang/reports/$submissionId"
                  params={{ lang, submissionId: id }}
                  search={{ indicator: indicatorCode }}
                >
                  <ProposalName code={indicatorCode} />
                </Link>
                <p className={styles.note}>{note}</p>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      <Callout
        title={section === null ? undefined : t.asked(section.invitedByName, f.weekday(section.dueOn))}
        actions={
          section === null || !canEdit || section.handedInAt !== null ? undefined : (
            <Button size="small" variant="primary" busy={handIn.isPending} onClick={() => handIn.mutate()}>
              {section.counts.missing > 0 ? t.handInMissing(section.counts.missing) : t.handIn}
            </Button>
          )
        }
      >
        {section === null ? null : (
          <>
            {section.note === "" ? null : <p className={styles.note}>{section.note}</p>}
            <p>
              {t.counts(section.counts.asked, section.counts.missing)}{" "}
              <span role="status">{section.handedInAt === null ? null : t.done(when(section.handedInAt))}</span>{" "}
              {t.until(when(section.endsAt))}
            </p>
          </>
        )}
        <p>
          {t.proposal} {taken === 0 ? null : t.taken(taken)}
        </p>
        <ProblemNote error={handIn.error} />
      </Callout>
    </>
  );
}
