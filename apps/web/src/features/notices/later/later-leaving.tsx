import { localDate, type ScheduledWait } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import type { AskedCountry } from "../asked-country.ts";
import { remindersTexts } from "../reminders.texts.ts";
import { laterTexts } from "./later.texts.ts";

/** An instant by the clocks of a capital: weekday, day and hour. */
export function useMomentWords() {
  const { time } = useTexts(remindersTexts).preview;
  const lang = useLanguage();
  const f = useFormat();
  return (at: string, { timeZone, capital }: Pick<AskedCountry, "timeZone" | "capital">) =>
    `${f.weekday(localDate(new Date(at), timeZone))}, ${time(f.time(at, timeZone), capital[lang])}`;
}

interface LeavingProps {
  readonly goesAt: string;
  readonly moved: ScheduledWait | null;
  readonly country: AskedCountry;
}

/** When a reminder leaves to a country, and why not at the moment that was named. */
export function Leaving({ goesAt, moved, country }: LeavingProps) {
  const t = useTexts(laterTexts);
  const words = useMomentWords();
  return (
    <>
      <b>{t.leaves(words(goesAt, country))}</b> {moved === null ? null : t.moved[moved]}
    </>
  );
}
