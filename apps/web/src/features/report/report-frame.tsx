import { mayDo, mayTalkOn } from "@avances/domain/access";
import { localDate } from "@avances/domain/round";
import { type ReactNode, useDeferredValue, useMemo, useRef, useSyncExternalStore } from "react";
import { useLanguage } from "#i18n/language.ts";
import { clarificationOf } from "#lib/clarification.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { useSession } from "#lib/session.ts";
import { type Judge, makeJudge } from "./judge.ts";
import {
  JudgeContext,
  previousAnswers,
  type ReportBase,
  ReportBaseContext,
  ReportContext,
  type ReportFacts,
  type ReportGround,
  ReportGroundContext,
} from "./report-context.ts";
import { currencyOf } from "./saving/currencies.ts";
import { useFollowLinked } from "./saving/linked-figures.ts";
import { AnswerStoreContext, useAnswerStore } from "./saving/use-answer-store.ts";
import { useReport } from "./submission-queries.ts";

/**
 * Everything the pages of one report share: its answers as this page has them, and the findings of the rules. The rules are the
 * server's own, run here when an answer changes, so that form, check and server never disagree. What changes with the answers and what does
 * not are apart, so that a key draws only what it concerns.
 */
export function ReportFrame({
  submissionId,
  children,
}: {
  readonly submissionId: string;
  readonly children: ReactNode;
}) {
  const lang = useLanguage();
  const { person, view, catalogue: whole, country, indicators } = useReport(submissionId);
  const catalogue = useMemo(
    () => (indicators.length === whole.indicators.length ? whole : { ...whole, indicators }),
    [whole, indicators],
  );
  const currency = currencyOf(view.submission.country, view.previous.answers);
  const store = useAnswerStore({ userId: person?.id ?? "", view, catalogue, indicators, currency });
  const { previous: before } = view;
  const said = useMemo(
    () => ({
      previous: previousAnswers({ previous: before }),
      unchanged: new Map(before.unchanged.map(({ indicatorCode, year }) => [indicatorCode, year])),
    }),
    [before],
  );
  const { referenceStart, referenceEnd } = view.round;
  const { dueOn } = view.submission;
  const judge = useMemo(
    () =>
      makeJudge({
        store,
        // The whole catalogue is judged, because rules may concern several indicators; only findings on visible indicators are shown.
        catalogue: whole,
        seen: new Set(catalogue.indicators.map(({ code }) => code)),
        previous: before.year === null ? null : said.previous,
        round: { referencePeriodStart: referenceStart, referencePeriodEnd: referenceEnd, dueDate: dueOn },
      }),
    [store, whole, catalogue, before.year, said, referenceStart, referenceEnd, dueOn],
  );
  const role = person?.role;
  const isBySection = cameByLink(person);
  const canEdit = view.may.edit && view.copy === "working";
  const { inQuestion, reopened, previous, round, timeZone } = view;
  const { session } = useSession();
  const today = localDate(new Date(session?.now ?? Date.now()), timeZone);
  const clarification = useSame(clarificationOf(view, role));
  const { id, country: iso3, year, referenceYear, returnedAt, version } = view.submission;
  const ground = useMemo((): ReportGround => {
    const asked = inQuestion === null ? null : new Set(inQuestion);
    return {
      ...said,
      catalogue,
      view: {
        ...{ previous, round, timeZone, inQuestion, reopened },
        submission: { id, country: iso3, year, referenceYear, returnedAt, version },
      },
      clarification,
      country: country?.name[lang] ?? iso3,
      capital: country?.capital[lang],
      canEdit,
      mayEdit: (code) => canEdit && (asked?.has(code) ?? true),
      mayWriteOn: (code) => role !== undefined && mayTalkOn({ role, isBySection }, code),
      mayReopen: (code) =>
        canEdit && asked !== null && !asked.has(code) && role !== undefined && mayDo(role, "answer.reopen"),
      currency,
      today,
    };
  }, [
    said,
    catalogue,
    inQuestion,
    reopened,
    previous,
    round,
    timeZone,
    id,
    iso3,
    year,
    referenceYear,
    returnedAt,
    version,
    clarification,
    country,
    lang,
    canEdit,
    role,
    isBySection,
    currency,
    today,
  ]);
  const base = useMemo((): ReportBase => ({ ...ground, view, whole }), [ground, view, whole]);
  useFollowLinked(store, ground.mayEdit);
  return (
    <AnswerStoreContext value={store}>
      <ReportGroundContext value={ground}>
        <ReportBaseContext value={base}>
          <JudgeContext value={judge}>
            <Judging base={base} judge={judge}>
              {children}
            </Judging>
          </JudgeContext>
        </ReportBaseContext>
      </ReportGroundContext>
    </AnswerStoreContext>
  );
}

interface JudgingProps {
  readonly base: ReportBase;
  readonly judge: Judge;
  readonly children: ReactNode;
}

/** The same object while it holds the same: most saves change nothing in it. */
function useSame<T>(value: T): T {
  const last = useRef(value);
  if (last.current !== value && JSON.stringify(last.current) !== JSON.stringify(value)) last.current = value;
  return last.current;
}

/**
 * Apart from the frame: when the findings change, only what reads them is drawn again. That is the whole page around the answers, so it is
 * drawn a moment later and in pieces: the next key does not wait for it. An answer itself reads its own findings at once (`useFindingsAt`).
 */
function Judging({ base: newest, judge, children }: JudgingProps) {
  const base = useDeferredValue(newest);
  const { answers, findings } = useDeferredValue(useSyncExternalStore(judge.subscribe, judge.now));
  const facts = useMemo((): ReportFacts => ({ ...base, answers, findings }), [base, answers, findings]);
  return <ReportContext value={facts}>{children}</ReportContext>;
}
