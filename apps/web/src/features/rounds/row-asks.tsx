import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { LinkButton } from "#ui/button.tsx";
import { lastAnswerTexts } from "#ui/last-answer.texts.ts";
import styles from "./rounds.module.css";
import type { Desk } from "./rounds-queries.ts";
import { rowAsksTexts } from "./row-asks.texts.ts";

/** From a row of the monitor: note a call, and read everything that the country was asked and answered. */
export function AskActs({ year, country }: { readonly year: string; readonly country: string }) {
  const t = useTexts(rowAsksTexts);
  const lang = useLanguage();
  const to = { to: "/$lang/asks/$country", params: { lang, country } } as const;
  const search = { year: Number(year) };
  return (
    <>
      <li>
        <LinkButton {...to} search={search} hash="note">
          {t.note}
        </LinkButton>
        <p>{t.noteHelp}</p>
      </li>
      <li>
        <LinkButton {...to} search={search}>
          {t.asks}
        </LinkButton>
        <p>{t.asksHelp}</p>
      </li>
      <li>
        <LinkButton
          to="/$lang/rounds/$year/reminders"
          params={{ lang, year }}
          search={{ tab: "letters", countries: country }}
        >
          {t.letter}
        </LinkButton>
        <p>{t.letterHelp}</p>
      </li>
    </>
  );
}

/** What the country said last, in a row of the monitor. */
export function LastAnswer({ answer }: { readonly answer: NonNullable<Desk["lastAnswer"]> }) {
  const t = useTexts(lastAnswerTexts);
  const f = useFormat();
  const { said, day, promisedOn } = answer;
  return <span className={styles.fine}>{t.said[said](f.shortDate(day), f.shortDate(promisedOn ?? day))}</span>;
}
