import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { lastAnswerTexts } from "#ui/last-answer.texts.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import type { AskedCountry } from "./asked-country.ts";
import { useMomentWords } from "./later/later-leaving.tsx";
import styles from "./notices.module.css";
import type { CountryToRemind } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface CountryFactsProps {
  readonly facts: CountryToRemind;
  readonly country: AskedCountry;
  /** It stands beside a step that waits, with the date that it is counted from: neither is said again. */
  readonly isWaiting?: boolean;
}

/** What the sender should know before reminding a country: its date, how often and when it was asked, what it answered, and today's automatic notice. */
export function CountryFacts({ facts, country, isWaiting = false }: CountryFactsProps) {
  const t = useTexts(remindersTexts).preview;
  const words = useTexts(noticeTexts);
  const answers = useTexts(lastAnswerTexts);
  const lang = useLanguage();
  const f = useFormat();
  const {
    status,
    dueOn,
    extended,
    returnDueOn,
    asks,
    firstAskOn,
    lastAskOn,
    lastAnswer,
    automaticToday,
    waiting,
    hold,
    asksNoted,
    promisedOn,
    scheduled,
  } = facts;
  const moment = useMomentWords();
  const due = extended ? t.extended(f.date(dueOn)) : t.due(f.date(dueOn));
  const date = status !== "returned" ? due : returnDueOn === null ? t.returned : t.clarifications(f.date(returnDueOn));
  const last =
    firstAskOn === null || lastAskOn === null
      ? null
      : asks > 1
        ? t.firstAndLast(f.date(firstAskOn), f.date(lastAskOn))
        : t.only(f.date(lastAskOn));
  const said =
    lastAnswer &&
    answers.said[lastAnswer.said](f.date(lastAnswer.day), f.date(lastAnswer.promisedOn ?? lastAnswer.day));
  return (
    <>
      {hold === null ? null : <p className={styles.held}>{t.held(f.date(hold.lastDay), hold.reason)}</p>}
      <p className={styles.asks}>
        {[
          isWaiting && !extended ? null : date,
          t.asks(asks),
          asksNoted === 0 ? null : t.asksOf(asks - asksNoted, asksNoted),
          last,
        ]
          .filter(Boolean)
          .join("; ")}
        .{" "}
        {automaticToday === null
          ? t.today.none
          : t.today[automaticToday.hasGone ? "gone" : "ahead"](
              words.step[automaticToday.step],
              t.time(f.time(automaticToday.at, country.timeZone), country.capital[lang]),
            )}{" "}
        {waiting === null || isWaiting ? null : t.waiting(words.step[waiting.step])}
      </p>
      {said === null ? null : (
        <p className={styles.said}>
          {t.said(said)} {promisedOn === null ? null : t.waits(f.date(promisedOn))}
        </p>
      )}
      {scheduled === null ? null : (
        <p className={styles.said}>{t.scheduled(moment(scheduled.at, country), scheduled.byName)}</p>
      )}
    </>
  );
}
