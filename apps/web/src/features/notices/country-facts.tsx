import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { noticeTexts } from "#ui/notice.texts.ts";
import type { AskedCountry } from "./asked-country.ts";
import styles from "./notices.module.css";
import type { CountryToRemind } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface CountryFactsProps {
  readonly facts: CountryToRemind;
  readonly country: AskedCountry;
}

/** What the sender should know before reminding a country: its date, how often and when it was asked, and today's automatic notice. */
export function CountryFacts({ facts, country }: CountryFactsProps) {
  const t = useTexts(remindersTexts).preview;
  const words = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { status, dueOn, extended, returnDueOn, asks, lastAskOn, automaticToday, hold } = facts;
  const due = extended ? t.extended(f.date(dueOn)) : t.due(f.date(dueOn));
  const date = status !== "returned" ? due : returnDueOn === null ? t.returned : t.clarifications(f.date(returnDueOn));
  const last = lastAskOn === null ? null : t.last(f.date(lastAskOn));
  return (
    <>
      {hold === null ? null : <p className={styles.held}>{t.held(f.date(hold.lastDay), hold.reason)}</p>}
      <p className={styles.asks}>
        {[date, t.asks(asks), last].filter(Boolean).join("; ")}.{" "}
        {automaticToday === null
          ? t.today.none
          : t.today[automaticToday.hasGone ? "gone" : "ahead"](
              words.step[automaticToday.step],
              t.time(f.time(automaticToday.at, country.timeZone), country.capital[lang]),
            )}
      </p>
    </>
  );
}
