import { type CalendarStep, localDate, noticeSteps, planKey } from "@avances/domain/round";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { NumberCell } from "#ui/data-table.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { Checkbox, Select } from "#ui/field.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import { ProblemNote } from "#ui/problem-note.tsx";
import { RecordTable, Row } from "#ui/record-table.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type PlannedMail, plannedLettersQuery, plannedMailsQuery } from "./preparation-queries.ts";
import styles from "./prepare.module.css";
import { prepareTexts } from "./prepare.texts.ts";
import { errorOf, type StepProps } from "./step-props.ts";

/** Every message of the calendar as it would leave: by step, and each as its readers would get it. */
export function StepMails(props: StepProps) {
  const { preparing } = props;
  const t = useTexts(prepareTexts).mails;
  const { plan, view, change, isKept, isProposal } = preparing;
  const { data, error } = useQuery({ ...plannedMailsQuery(plan.year, view.revision), enabled: isKept });
  // Whoever came here without a step before has kept nothing, and of nothing there are no messages.
  if (isProposal)
    return (
      <div className="stack-s">
        <p>{t.ofProposal}</p>
        <p>
          <Button onClick={() => change({})}>{t.keepProposal}</Button>
        </p>
      </div>
    );
  if (!isKept) return <p role="status">{t.beingKept}</p>;
  if (error !== null && data === undefined) return <ProblemNote error={error} />;
  if (data === undefined) return <Skeleton shape="table" />;
  if (data.mails.length === 0) return <p>{t.none}</p>;
  const key = planKey(plan);
  return (
    <div className="stack">
      <p>{t.text}</p>
      <BySteps {...props} mails={data.mails} />
      <ByCountry {...props} mails={data.mails} />
      <Checkbox
        label={t.seen}
        help={t.seenHelp}
        error={errorOf(props, "mails-unseen")}
        checked={plan.mailsSeen === key}
        onChange={(event) => change({ mailsSeen: event.target.checked ? key : null })}
      />
    </div>
  );
}

interface MailsProps extends StepProps {
  readonly mails: readonly PlannedMail[];
}

function BySteps({ mails, countries }: MailsProps) {
  const t = useTexts(prepareTexts).mails;
  const steps = useTexts(noticeTexts).step;
  const f = useFormat();
  const zoneOf = (code: string) => countries.find(({ alpha3 }) => alpha3 === code)?.timeZone ?? "UTC";
  return (
    <RecordTable
      caption={t.caption}
      dense
      heads={[
        t.step,
        t.when,
        { label: t.obligated, isNumber: true },
        { label: t.voluntary, isNumber: true },
        { label: t.people, isNumber: true },
      ]}
    >
      <tbody>
        {noticeSteps.map((step) => {
          const own = mails.filter((mail) => mail.step === step);
          if (own.length === 0) return null;
          const days = own.map(({ at, country }) => localDate(new Date(at), zoneOf(country))).sort();
          const [first = "", last = ""] = [days[0], days.at(-1)];
          const people = own.reduce((sum, { to }) => sum + to.length, 0);
          const voluntary = own.filter(({ obligated }) => !obligated).length;
          return (
            <Row key={step}>
              <th scope="row">{steps[step]}</th>
              <td>{first === last ? f.shortDate(first) : t.from(f.shortDate(first), f.shortDate(last))}</td>
              <NumberCell>{f.number(own.length - voluntary)}</NumberCell>
              <NumberCell>{voluntary === 0 ? t.never : f.number(voluntary)}</NumberCell>
              <NumberCell>{f.number(people)}</NumberCell>
            </Row>
          );
        })}
      </tbody>
    </RecordTable>
  );
}

function ByCountry({ mails, countries, preparing, nameOf }: MailsProps) {
  const t = useTexts(prepareTexts).mails;
  const steps = useTexts(noticeTexts).step;
  const lang = useLanguage();
  const f = useFormat();
  const asked = countries.filter(({ alpha3 }) => mails.some(({ country }) => country === alpha3));
  const first = asked.find(({ alpha3 }) => preparing.plan.obligatedCountries.includes(alpha3)) ?? asked[0];
  const [chosen, setChosen] = useState(first?.alpha3 ?? "");
  const country = asked.find(({ alpha3 }) => alpha3 === chosen);
  if (country === undefined) return null;
  return (
    <section className="stack-s" aria-label={t.lettersOf(nameOf(chosen))}>
      <h3>{t.lettersOf(nameOf(chosen))}</h3>
      <Select label={t.choose} value={chosen} onChange={(event) => setChosen(event.target.value)}>
        {asked.map(({ alpha3, name }) => (
          <option key={alpha3} value={alpha3}>
            {name[lang]}
          </option>
        ))}
      </Select>
      <div>
        {mails
          .filter((mail) => mail.country === chosen)
          .map((mail) => (
            <OneStep
              key={`${chosen} ${mail.step}`}
              {...{ mail, preparing }}
              title={steps[mail.step]}
              when={t.at(f.instant(mail.at, country.timeZone), country.capital[lang])}
            />
          ))}
      </div>
    </section>
  );
}

interface OneStepProps extends Pick<StepProps, "preparing"> {
  readonly mail: PlannedMail;
  readonly title: string;
  readonly when: string;
}

function OneStep({ mail, title, when, preparing: { plan, view } }: OneStepProps) {
  const t = useTexts(prepareTexts);
  const [isOpen, setOpen] = useState(false);
  const query = plannedLettersQuery(plan.year, view.revision, mail.country, mail.step as CalendarStep);
  const { data, error } = useQuery({ ...query, enabled: isOpen });
  return (
    <Disclosure
      variant="ruled"
      summary={title}
      aside={mail.moved === null || mail.moved === "caught_up" ? when : `${when} · ${t.mails.moved}`}
      open={isOpen}
      onToggle={setOpen}
    >
      {mail.to.length === 0 ? <p className="quiet">{t.mails.nobody}</p> : null}
      <ProblemNote error={error} />
      {isOpen && data === undefined && error === null ? <p role="status">{t.mails.waiting}</p> : null}
      {data?.letters.map((letter) => (
        <article key={`${letter.recipient} ${letter.audience}`} className={styles.letter}>
          <p className="small">
            {t.mails.to} <b>{letter.recipient}</b>{" "}
            <span className="quiet">
              {t.audience[letter.audience]} · {t.language[letter.language]}
            </span>
          </p>
          <p lang={letter.language} className={styles.subject}>
            {letter.subject}
          </p>
          <p lang={letter.language} className={styles.words}>
            {letter.bodyText}
          </p>
        </article>
      ))}
    </Disclosure>
  );
}
