import type { OwnPart } from "@avances/contracts";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { localDate } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import { useReportBase } from "../report-context.ts";
import { type AnswerEntry, isOpen } from "../saving/answer-store.ts";
import { useEntriesPart, useStore } from "../saving/use-answer-store.ts";
import styles from "./ministries.module.css";
import { ministriesTexts } from "./ministries.texts.ts";
import { ownPartQuery, useHandIn } from "./ministries-queries.ts";
import { OwnProposalsPart } from "./own-proposals-part.tsx";
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
  const { handIn, unsent, isBusy, onHandIn } = useHandingIn(id);
  const asked = useAskedWords();
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
        title={section === null ? undefined : asked(section)}
        actions={
          section === null || !canEdit || section.handedInAt !== null ? undefined : (
            <Button size="small" variant="primary" busy={isBusy} onClick={onHandIn}>
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
              {canEdit ? t.until(when(section.endsAt)) : null}
            </p>
          </>
        )}
        {!canEdit && taken === 0 ? null : (
          <p>
            {canEdit ? t.proposal : null} {taken === 0 ? null : t.taken(taken)}
          </p>
        )}
        {unsent.length === 0 ? null : (
          <Callout tone="alarm" live="alert" title={t.unsent(unsent.length)}>
            <ul className={styles.rows}>
              {unsent.map((code) => (
                <li key={code}>
                  <IndicatorLink code={code} />
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <ProblemNote error={handIn.error} />
        <OwnProposalsPart proposals={proposals} />
      </Callout>
    </>
  );
}

/** Who asks, and by when: said of the past once the day is over, or nothing can be written any more. */
function useAskedWords(): (section: NonNullable<OwnPart["section"]>) => string {
  const t = useTexts(ministriesTexts).own;
  const f = useFormat();
  const { view, canEdit } = useReportBase();
  const { session } = useSession();
  const today = session === undefined ? null : localDate(new Date(session.now), view.timeZone);
  return ({ invitedByName, dueOn }) => {
    const hasPassed = today !== null && dueOn < today;
    const words = !canEdit ? t.wasAsked : hasPassed ? t.askedPassed : t.asked;
    return words(invitedByName, f.weekday(dueOn));
  };
}

/** Answers that the server does not have as they are here. */
const unsentOf = (entries: ReadonlyMap<IndicatorCode, AnswerEntry>): readonly IndicatorCode[] =>
  [...entries.values()].filter(isOpen).map(({ indicator }) => indicator.code);
const areSame = (one: readonly IndicatorCode[], other: readonly IndicatorCode[]) => one.join() === other.join();

/** Handing in sends first what is typed here, and is not done while something of it has not arrived. */
function useHandingIn(submissionId: string) {
  const handIn = useHandIn(submissionId);
  const store = useStore();
  const unsent = useEntriesPart(unsentOf, areSame);
  const [isSending, setSending] = useState(false);
  const [isHeld, setHeld] = useState(false);
  // Once everything has arrived it is no longer so.
  if (isHeld && unsent.length === 0) setHeld(false);
  const onHandIn = async () => {
    setSending(true);
    await store.sendWaiting();
    await store.settled();
    setSending(false);
    if (unsentOf(store.entries()).length > 0) setHeld(true);
    else handIn.mutate();
  };
  return {
    handIn,
    unsent: isHeld ? unsent : [],
    isBusy: isSending || handIn.isPending,
    onHandIn: () => void onHandIn(),
  };
}
