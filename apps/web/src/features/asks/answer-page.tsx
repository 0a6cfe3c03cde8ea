import { exchangeFaults, isCalendarDate, type LinkAnswer, linkAnswers, needsDetail } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { useLocation } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { forgetLinkToken, useLinkToken } from "#lib/link-token.ts";
import { roundWords } from "#lib/round-words.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { RadioGroup, TextInput } from "#ui/field.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { answerTexts } from "./answer.texts.ts";
import { type AnswerLink, useAnswer, useShownLink } from "./answer-queries.ts";
import styles from "./asks.module.css";
import { inSentence } from "./asks-sentence.ts";
import { AddressLink, ContactLink } from "./entry-links.tsx";

/** The page of links that are answered by a press and without signing in: requests and, by `of` in the address, the entry of a person. */
export function AnswerPage() {
  const of = useLocation({ select: ({ searchStr }) => new URLSearchParams(searchStr).get("of") });
  if (of === "address") return <AddressLink />;
  if (of === "contact") return <ContactLink />;
  return <RequestAnswer />;
}

/** With a link's token: what is asked, and four answers of which one is confirmed by a press, so that a mail scanner that opens links answers nothing. */
function RequestAnswer() {
  const t = useTexts(answerTexts);
  const token = useLinkToken();
  const shown = useShownLink(token);
  const answer = useAnswer(token ?? "");
  const link = answer.data ?? shown.data;
  if (token === null) return <Ended title={t.none.title} text={t.none.text} />;
  const isRefused = [shown.error, answer.error].some(
    (error) => error instanceof ApiProblem && error.code === "ticket-refused",
  );
  if (isRefused) return <Ended title={t.refused.title} text={t.refused.text} />;
  if (link === undefined)
    return (
      <div className={styles.answer}>
        <PageHeader title={t.title} />
        {shown.isError ? <ProblemNote error={shown.error} /> : <Skeleton shape="lines" rows={4} />}
      </div>
    );
  if (link.answered !== null) return <Answered link={link} answered={link.answered} />;
  const isOver = answer.error instanceof ApiProblem && answer.error.code === "transition-refused";
  if (!link.isAwaited || isOver) return <Ended title={t.over.title} text={t.over.text} />;
  return <AnswerForm link={link} answer={answer} />;
}

function Ended({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  return (
    <div className={styles.answer} role="status">
      <PageHeader title={title} lead={text} />
      <LinkButton to="/$lang/sign-in" params={{ lang }}>
        {t.signIn}
      </LinkButton>
    </div>
  );
}

/** What the answer is about: which report, by when, and to whom the request went. */
function useAbout(link: AnswerLink): string {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const round = roundWords[lang].round({ roundYear: link.round, referenceYear: link.referenceYear });
  const about = (link.isReturned ? t.aboutReturned : t.about)(inSentence(link, lang), round);
  const due =
    link.dueOn < link.earliest ? t.duePassed(f.date(link.dueOn)) : t.due(f.date(link.dueOn), link.capital[lang]);
  return `${about} ${due}`;
}

interface AnswerFormProps {
  readonly link: AnswerLink;
  readonly answer: ReturnType<typeof useAnswer>;
}

function AnswerForm({ link, answer }: AnswerFormProps) {
  const t = useTexts(answerTexts);
  const f = useFormat();
  const about = useAbout(link);
  const [said, setSaid] = useState<LinkAnswer | null>(null);
  const [promisedOn, setPromisedOn] = useState("");
  const [detail, setDetail] = useState("");
  const [isTried, setTried] = useState(false);
  const { earliest, latest } = link;
  const facts = said && {
    ...{ said, detail },
    promisedOn: said === "by_date" && isCalendarDate(promisedOn) ? promisedOn : null,
  };
  const faults =
    facts === null
      ? []
      : exchangeFaults(
          { ...facts, channel: "answer_link", happenedOn: earliest, isAsk: false },
          { earliest, latest: earliest },
        );
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (facts === null || faults.length > 0) focusFirstFault(event.currentTarget);
    if (facts !== null && faults.length === 0 && !answer.isPending)
      answer.mutate(facts, { onSuccess: forgetLinkToken });
  }
  return (
    <div className={styles.answer}>
      <PageHeader title={t.title} lead={about} />
      <p className="quiet">{t.recipient(link.recipient, f.date(link.askedOn))}</p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <RadioGroup
          label={t.question}
          name="said"
          value={said}
          choices={linkAnswers.map((value) => ({ value, label: t.answers[value], help: t.help[value] }))}
          error={isTried && said === null ? t.choose : undefined}
          onChange={setSaid}
        />
        {said === "by_date" ? (
          <TextInput
            type="date"
            width="medium"
            label={t.day}
            min={earliest}
            max={latest}
            value={promisedOn}
            error={isTried && faults.includes("promise") ? t.dayFault(f.date(earliest), f.date(latest)) : undefined}
            onChange={(event) => setPromisedOn(event.target.value)}
          />
        ) : null}
        {said === null ? null : (
          <TextInput
            label={t.detail[said]}
            optional={!needsDetail(said)}
            limit={textLimits.institution}
            value={detail}
            error={isTried && faults.includes("detail") ? t.detailFault : undefined}
            onChange={(event) => setDetail(event.target.value)}
          />
        )}
        <p>{t.safe}</p>
        {answer.error === null ? null : <ProblemNote error={answer.error} />}
        <div className="row">
          <Button type="submit" variant="primary" busy={answer.isPending}>
            {t.submit}
          </Button>
        </div>
      </form>
    </div>
  );
}

interface AnsweredProps {
  readonly link: AnswerLink;
  readonly answered: NonNullable<AnswerLink["answered"]>;
}

function Answered({ link, answered }: AnsweredProps) {
  const t = useTexts(answerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const about = useAbout(link);
  const { said, promisedOn, detail, at } = answered;
  return (
    <div className={styles.answer} role="status">
      <PageHeader title={t.done.title} lead={t.done[said](promisedOn === null ? "" : f.date(promisedOn))} />
      <div className={styles.form}>
        <p>{about}</p>
        {detail === "" ? null : (
          <div>
            <p className="quiet">{t.done.detail}</p>
            <p className={styles.detail}>{detail}</p>
          </div>
        )}
        <p className="quiet">{t.done.when(f.instant(at))}</p>
        <div className="row">
          <LinkButton to="/$lang/sign-in" params={{ lang }}>
            {t.signIn}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}
