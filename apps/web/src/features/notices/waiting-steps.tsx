import { calendarRuleOf, daysBetween, localDate } from "@avances/domain/round";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { roleTexts } from "#ui/role.texts.ts";
import type { AskedCountry } from "./asked-country.ts";
import { ConfirmStep } from "./confirm-step.tsx";
import { CountryFacts } from "./country-facts.tsx";
import { DeclineStep } from "./decline-step.tsx";
import styles from "./notices.module.css";
import { remindersTexts } from "./reminders.texts.ts";
import { waitingStepsTexts } from "./waiting-steps.texts.ts";
import { type DecidedStep, type WaitingStep, waitingStepsQuery } from "./waiting-steps-queries.ts";

/** The steps of a round that are due and wait for a person: why now, who would get them, and the two ways to decide. */
export function WaitingSteps({ year }: { readonly year: string }) {
  const t = useTexts(waitingStepsTexts);
  const words = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { data, error } = useQuery(waitingStepsQuery(Number(year)));
  const { data: list } = useSuspenseQuery(countriesQuery);
  const [open, setOpen] = useState<{ readonly act: "confirm" | "decline"; readonly step: WaitingStep } | null>(null);
  const leaves = useLeaving();
  const close = () => setOpen(null);
  if (data === undefined) return error === null ? null : <ProblemNote error={error} />;
  const shown = data.steps
    .flatMap((step) => {
      const country = list.countries.find(({ alpha3 }) => alpha3 === step.facts.country);
      return country === undefined ? [] : [{ step, country }];
    })
    .sort((one, other) => f.compare(one.country.name[lang], other.country.name[lang]));
  const opened = shown.find(({ step }) => step.id === open?.step.id);
  // Somebody else may decide while the dialog is open: it stays, and says so when it is confirmed.
  const subject = open === null ? null : (opened?.step ?? open.step);
  const country = list.countries.find(({ alpha3 }) => alpha3 === subject?.facts.country);
  if (shown.length === 0 && data.decided.length === 0) return null;
  return (
    <section className="section" aria-labelledby="waiting">
      <h2 id="waiting" className={styles.heading}>
        {t.heading}
      </h2>
      <p className={styles.intro}>
        {t.count(shown.length)} {shown.length === 0 ? null : t.over}
      </p>
      {shown.map(({ step, country: of }) => (
        <Waiting key={step.id} step={step} country={of} onAct={(act) => setOpen({ act, step })} />
      ))}
      <Earlier decided={data.decided} countries={list.countries} />
      <Dialog
        open={subject !== null}
        onClose={close}
        wide={open?.act === "confirm"}
        title={
          open?.act === "decline"
            ? t.declining.title(country?.name[lang] ?? "")
            : t.dialog.title(country?.name[lang] ?? "", subject === null ? "" : words.step[subject.step])
        }
      >
        {subject === null || country === undefined || open === null ? null : open.act === "confirm" ? (
          <ConfirmStep
            year={year}
            step={subject}
            country={country}
            onBack={close}
            onDone={() => {
              const { isNow, when } = leaves(subject, country);
              announce(t.done.confirmed(country.name[lang], isNow ? null : when));
              close();
            }}
          />
        ) : (
          <DeclineStep
            year={year}
            step={subject}
            onBack={close}
            onDone={() => {
              announce(t.done.declined(country.name[lang]));
              close();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

/** When a step would leave, were it confirmed now, by the clocks of its capital. */
function useLeaving() {
  const f = useFormat();
  const lang = useLanguage();
  const { time } = useTexts(remindersTexts).preview;
  const { session } = useSession();
  const now = new Date(session?.now ?? Date.now());
  return ({ leavesAt }: WaitingStep, { timeZone, capital }: AskedCountry) => ({
    isNow: Date.parse(leavesAt) <= now.getTime() + 60_000,
    when: `${f.weekday(localDate(new Date(leavesAt), timeZone))}, ${time(f.time(leavesAt, timeZone), capital[lang])}`,
    today: localDate(now, timeZone),
  });
}

interface WaitingProps {
  readonly step: WaitingStep;
  readonly country: AskedCountry;
  readonly onAct: (act: "confirm" | "decline") => void;
}

function Waiting({ step, country, onAct }: WaitingProps) {
  const t = useTexts(waitingStepsTexts);
  const words = useTexts(noticeTexts);
  const roles = useTexts(roleTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { isNow, when, today } = useLeaving()(step, country);
  const name = country.name[lang];
  const stepName = words.step[step.step];
  const anchor = calendarRuleOf(step.step)?.anchor ?? "due";
  const days = daysBetween(today, step.anchorDate);
  return (
    <article className={`${styles.country} ${styles.waiting}`} aria-label={`${name}: ${stepName}`}>
      <div className={styles.countryHead}>
        <h3 className={styles.waitingName}>{name}</h3>
        <p>
          <b>{stepName}</b>{" "}
          <span className="quiet small">· {t.since(f.instant(step.proposedAt, country.timeZone))}</span>
        </p>
      </div>
      <p>{t.why[anchor](f.date(step.anchorDate), f.relativeDays(days))}</p>
      <CountryFacts facts={step.facts} country={country} isWaiting />
      <p>
        {t.to}: {f.list(step.to.map((person) => t.person(person.name, roles.recipient[person.role])))}.
        {step.missing.length === 0 ? null : ` ${t.missing(f.list(step.missing.map((role) => roles.recipient[role])))}`}
      </p>
      <p className="quiet">{t.leaves(isNow, when)}</p>
      <div className="row">
        <Button variant="primary" aria-label={t.confirmOf(stepName, name)} onClick={() => onAct("confirm")}>
          {t.confirm}
        </Button>
        <Button aria-label={t.declineOf(stepName, name)} onClick={() => onAct("decline")}>
          {t.decline}
        </Button>
      </div>
    </article>
  );
}

interface EarlierProps {
  readonly decided: readonly DecidedStep[];
  readonly countries: readonly AskedCountry[];
}

function Earlier({ decided, countries }: EarlierProps) {
  const t = useTexts(waitingStepsTexts).earlier;
  const words = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  if (decided.length === 0) return null;
  const became = ({ decision, decidedAt, byName, reason }: DecidedStep) =>
    decision === null || decidedAt === null ? t.over : t[decision](byName ?? "", f.instant(decidedAt), reason);
  return (
    <details className={styles.earlier}>
      <summary>{t.heading(decided.length)}</summary>
      <RecordTable caption={t.caption} captionHidden dense heads={[t.country, t.step, t.what]}>
        <tbody>
          {decided.map((one) => (
            <Row key={one.id}>
              <th scope="row">{countries.find(({ alpha3 }) => alpha3 === one.country)?.name[lang] ?? one.country}</th>
              <td>{words.step[one.step]}</td>
              <td>{became(one)}</td>
            </Row>
          ))}
        </tbody>
      </RecordTable>
    </details>
  );
}
