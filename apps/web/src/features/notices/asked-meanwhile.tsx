import type { AskedMeanwhile as AskedMeanwhileDetails } from "@avances/contracts";
import { localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { Callout } from "#ui/callout.tsx";
import { noticeTexts } from "#ui/notice.texts.ts";
import type { AskedCountry } from "./asked-country.ts";
import { remindersTexts } from "./reminders.texts.ts";

/** Was one of the countries asked by somebody else between the preview and the sending? Nothing was sent then. */
export function isAskedMeanwhile(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === "asked-meanwhile";
}

/** Were the words of these messages edited between the preview and the sending? Nothing was sent then. */
export function areWordsChanged(error: unknown): boolean {
  return error instanceof ApiProblem && error.code === "words-changed";
}

interface AskedMeanwhileProps {
  readonly error: ApiProblem;
  readonly countries: readonly AskedCountry[];
  /** What to do now; by default about the messages below. */
  readonly next?: string;
}

/** Who has asked which country in the meantime, and when; shown above the messages as they would be sent now. */
export function AskedMeanwhile({ error, countries, next }: AskedMeanwhileProps) {
  const t = useTexts(remindersTexts).meanwhile;
  const { time } = useTexts(remindersTexts).preview;
  const { step: steps } = useTexts(noticeTexts);
  const lang = useLanguage();
  const f = useFormat();
  const { asks = [] } = (error.problem?.details ?? {}) as Partial<AskedMeanwhileDetails>;
  return (
    <Callout tone="caution" live="alert" title={t.title}>
      <p>{t.text}</p>
      <ul>
        {asks.map(({ country: alpha3, step, at, byName }) => {
          const country = countries.find((one) => one.alpha3 === alpha3);
          if (country === undefined) return null;
          const day = f.date(localDate(new Date(at), country.timeZone));
          const hour = time(f.time(at, country.timeZone), country.capital[lang]);
          return (
            <li key={alpha3}>
              {byName === null
                ? t.byItself(country.name[lang], steps[step], day, hour)
                : t.bySomebody(country.name[lang], byName, day, hour)}
            </li>
          );
        })}
      </ul>
      <p>{next ?? t.next}</p>
    </Callout>
  );
}
