import {
  type OpeningReason,
  type OpeningStep,
  openingReasons,
  openingSteps,
  stepOfReason,
} from "@avances/domain/round";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { classNames } from "#ui/class-names.ts";
import { Dialog } from "#ui/dialog.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { plannedRound } from "../proposed-round.ts";
import type { Round } from "../rounds-queries.ts";
import { preparing as address } from "./address.ts";
import { factsOf, useDrop } from "./preparation-queries.ts";
import styles from "./prepare.module.css";
import { prepareTexts } from "./prepare.texts.ts";
import { reasonWords } from "./reason-words.ts";
import { StepContacts } from "./step-contacts.tsx";
import { StepCopy } from "./step-copy.tsx";
import { StepDates } from "./step-dates.tsx";
import { StepIndicators } from "./step-indicators.tsx";
import { StepMails } from "./step-mails.tsx";
import { StepOpen } from "./step-open.tsx";
import type { StepProps } from "./step-props.ts";
import { type Preparing, usePreparation } from "./use-preparation.ts";

interface PrepareRoundProps {
  readonly year: number;
  readonly step: OpeningStep;
  /** Newest first. */
  readonly rounds: readonly Round[];
}

const views: Readonly<Record<OpeningStep, (props: StepProps) => React.ReactNode>> = {
  copy: StepCopy,
  indicators: StepIndicators,
  dates: StepDates,
  contacts: StepContacts,
  mails: StepMails,
  open: StepOpen,
};

/**
 * A round is prepared in six steps, in any order, and opened in the last. The steps say what each still lacks; every fault stands at its field. What was
 * typed is kept by the portal for everybody of the Secretariat.
 */
export function PrepareRound({ year, step, rounds }: PrepareRoundProps) {
  const t = useTexts(prepareTexts);
  const steps = useTexts(noticeTexts).step;
  const lang = useLanguage();
  const f = useFormat();
  const { data: list } = useSuspenseQuery(countriesQuery);
  const newest = rounds.find((round) => round.year < year) ?? rounds[0];
  const preparing = usePreparation(year, newest);
  const { plan, view } = preparing;
  const reasons = openingReasons(plan, factsOf(view.facts));
  const nameOf = (code: string) => list.countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  const words = (reason: OpeningReason) =>
    reasonWords(lang, reason, { f, nameOf, stepName: (name) => steps[name as keyof typeof steps] });
  const of = (one: OpeningStep) => reasons.filter(({ why }) => stepOfReason[why] === one);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    // Whoever goes to another step is at its beginning.
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const View = views[step];
  const next = openingSteps[openingSteps.indexOf(step) + 1];
  const round = roundWords[lang].round(plannedRound(year));
  return (
    <section aria-label={t.heading(round)} className={styles.prepare}>
      <nav aria-label={t.steps} className={styles.steps}>
        <ol>
          {openingSteps.map((one, index) => {
            const missing = one === "open" ? 0 : of(one).length;
            return (
              <li key={one}>
                <Link
                  to="/$lang/rounds"
                  params={{ lang }}
                  hash={address(year, one)}
                  className={classNames(styles.step, one === step && styles.present)}
                  aria-current={one === step ? "step" : undefined}
                >
                  <span className={styles.number}>{index + 1}</span>
                  <span>
                    {t.step[one]}
                    {one === "open" ? null : (
                      <span className={missing > 0 ? styles.missing : styles.complete}>
                        {missing > 0 ? t.missing(missing) : t.complete}
                      </span>
                    )}
                  </span>
                </Link>
              </li>
            );
          })}
        </ol>
      </nav>
      <div className={styles.body}>
        <Kept preparing={preparing} />
        <h2 ref={heading} tabIndex={-1}>
          {headingOf(step, t)}
        </h2>
        <View
          {...{ preparing, rounds, reasons, words, nameOf }}
          countries={[...list.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]))}
        />
        <div className={styles.foot}>
          {next === undefined ? null : (
            <LinkButton
              to="/$lang/rounds"
              params={{ lang }}
              hash={address(year, next)}
              variant="primary"
              onClick={() => {
                // Whoever goes on has looked at the proposal: from here on it is kept.
                if (!preparing.isKept) preparing.change({});
              }}
            >
              {t.next(t.step[next])}
            </LinkButton>
          )}
          <LinkButton to="/$lang/rounds" params={{ lang }} hash="all" variant="quiet">
            {preparing.isProposal ? t.backUnkept : t.back}
          </LinkButton>
          {view.plan === null ? null : <Drop preparing={preparing} year={year} />}
        </div>
      </div>
    </section>
  );
}

function headingOf(step: OpeningStep, t: (typeof prepareTexts)["en"]): string {
  return t[step].heading;
}

/** Whether the portal has it, and what to do if somebody else changed it. */
function Kept({ preparing: { view, isKept, clash, error } }: { readonly preparing: Preparing }) {
  const t = useTexts(prepareTexts);
  const f = useFormat();
  if (clash !== null) {
    const { changed } = view;
    return (
      <Callout
        tone="caution"
        live="alert"
        title={changed === null ? t.clash.opened : t.clash.title(changed.byName, f.instant(changed.at))}
        actions={
          <>
            <Button onClick={clash.mine}>{t.clash.mine}</Button>
            <Button onClick={clash.theirs}>{t.clash.theirs}</Button>
          </>
        }
      >
        {t.clash.text}
      </Callout>
    );
  }
  if (error !== null)
    return <ProblemNote error={error} words={{ unreachable: t.notReached, "not-sent": t.notReached }} />;
  return (
    <p className="quiet small" role="status">
      {isKept && view.changed !== null
        ? `${t.begun(view.changed.byName, f.instant(view.changed.at))} ${t.lead}`
        : view.plan === null
          ? `${t.notKept} ${t.lead}`
          : t.keeping}
    </p>
  );
}

function Drop({ preparing, year }: { readonly preparing: Preparing; readonly year: number }) {
  const t = useTexts(prepareTexts);
  const lang = useLanguage();
  const dropping = useDrop(year);
  const key = useActKey();
  const [isAsking, setAsking] = useState(false);
  const { revision } = preparing.view;
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {t.drop}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t.dropAsk(roundWords[lang].round(plannedRound(year)))}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t.dropBack}</Button>
            <Button
              variant="alarm"
              busy={dropping.isPending}
              onClick={() =>
                dropping.mutate(
                  { revision, idempotencyKey: key.keyFor({ drop: year, revision }) },
                  {
                    onSuccess: () => {
                      preparing.forget();
                      setAsking(false);
                    },
                  },
                )
              }
            >
              {t.drop}
            </Button>
          </>
        }
      >
        <div className="stack">
          <p>{t.dropText}</p>
          <ProblemNote error={dropping.error} words={{ "revision-stale": t.open.changed }} />
        </div>
      </Dialog>
    </>
  );
}
