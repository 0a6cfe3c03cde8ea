import type { AlreadyScheduled as Details } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { Callout } from "#ui/callout.tsx";
import type { AskedCountry } from "../asked-country.ts";
import { laterTexts } from "./later.texts.ts";
import { useMomentWords } from "./later-leaving.tsx";

/** Does a reminder wait already for one of the countries? Nothing was set then. */
export function isAlreadyScheduled(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.code === "already-scheduled";
}

/** For which countries one waits, since when and by whom. */
export function AlreadyScheduled({
  error,
  countries,
}: {
  readonly error: ApiProblem;
  readonly countries: readonly AskedCountry[];
}) {
  const t = useTexts(laterTexts).already;
  const lang = useLanguage();
  const words = useMomentWords();
  const { reminders = [] } = (error.problem?.details ?? {}) as Partial<Details>;
  return (
    <Callout tone="caution" live="alert" title={t.title}>
      <p>{t.text}</p>
      <ul>
        {reminders.map(({ country: alpha3, at, byName }) => {
          const country = countries.find((one) => one.alpha3 === alpha3);
          return country === undefined ? null : (
            <li key={alpha3}>{t.one(country.name[lang], words(at, country), byName)}</li>
          );
        })}
      </ul>
      <p>{t.next}</p>
    </Callout>
  );
}
