import { mayDo } from "@avances/domain/access";
import type { IndicatorCode } from "@avances/domain/catalogue";
import { daysBetween, localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { cameByLink } from "#lib/person-rights.ts";
import { useSession } from "#lib/session.ts";
import { useIsNarrow } from "#lib/use-is-narrow.ts";
import { Callout } from "#ui/callout.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { IndicatorLink } from "../indicator-link.tsx";
import { useReportBase } from "../report-context.ts";
import { CommentThread } from "./comment-thread.tsx";
import { returnedTexts } from "./returned.texts.ts";
import styles from "./returned-banner.module.css";

/** Returned work: its own due date, how many of its questions are answered, and what is open and what is not. */
export function ReturnedBanner() {
  const t = useTexts(returnedTexts).returned;
  const f = useFormat();
  const { view, catalogue, clarification, canEdit } = useReportBase();
  const { session, person } = useSession();
  const { submission, inQuestion } = view;
  const today = localDate(new Date(session?.now ?? submission.lastActivityAt ?? submission.dueOn), view.timeZone);
  // Whoever came by a section link has a date of their own.
  const due = cameByLink(person) ? null : submission.returnDueOn;
  const mayReopen = person !== null && mayDo(person.role, "answer.reopen");
  const days = due === null ? 0 : daysBetween(today, due);
  const { questions, open } = clarification;
  const asked = new Set(questions.map(({ indicatorCode }) => indicatorCode));
  const codes = catalogue.indicators.flatMap(({ code }) => (asked.has(code) ? [code] : []));
  const isAskedOnAll = asked.has(null);
  const reopened = new Set(view.reopened.map(({ indicatorCode }) => indicatorCode));
  const tied = (inQuestion ?? []).filter((code) => !asked.has(code) && !reopened.has(code)).length;
  const rest = !canEdit
    ? null
    : inQuestion !== null
      ? `${tied > 0 ? `${t.tied(tied)} ` : ""}${mayReopen ? t.rest : t.locked}`
      : isAskedOnAll
        ? t.all
        : null;
  return (
    <Callout tone={questions.length > 0 && open.length === 0 ? "info" : "caution"} title={t.title}>
      {due === null ? null : <p>{days < 0 ? t.passed(f.date(due)) : t.due(f.date(due), f.relativeDays(days))}</p>}
      {questions.length > 0 ? <p>{t.standing(questions.length, open.length)}</p> : null}
      <WhatIsAsked codes={codes} rest={rest} />
      {isAskedOnAll ? (
        <div className={styles.whole}>
          <p>
            <b>{t.whole}</b>
          </p>
          <CommentThread isUnfolded code={null} />
        </div>
      ) : null}
    </Callout>
  );
}

interface WhatIsAskedProps {
  readonly codes: readonly IndicatorCode[];
  /** What else can be changed, for whoever may change anything. */
  readonly rest: string | null;
}

/** About which answers, and what can be changed. Folded on a phone, where it would fill the screen before the first answer. */
function WhatIsAsked({ codes, rest }: WhatIsAskedProps) {
  const t = useTexts(returnedTexts).returned.which;
  const isNarrow = useIsNarrow();
  if (codes.length === 0 && rest === null) return null;
  const all = (
    <>
      {codes.length > 0 ? (
        <ul className={styles.list}>
          {codes.map((code) => (
            <li key={code}>
              <IndicatorLink code={code} />
            </li>
          ))}
        </ul>
      ) : null}
      {rest === null ? null : <p>{rest}</p>}
    </>
  );
  const of = codes.length === 0 ? "open" : rest === null ? "asked" : "both";
  return isNarrow ? <Disclosure summary={t[of]}>{all}</Disclosure> : all;
}
