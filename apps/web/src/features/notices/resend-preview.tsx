import { type Ref, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Checkbox } from "#ui/field.tsx";
import type { AskedCountry } from "./asked-country.ts";
import { AskedMeanwhile, areWordsChanged, isAskedMeanwhile } from "./asked-meanwhile.tsx";
import { ConfirmSend } from "./confirm-send.tsx";
import { CountryFacts } from "./country-facts.tsx";
import { LeftOut } from "./left-out.tsx";
import { MessageAsRead } from "./message-as-read.tsx";
import styles from "./notices.module.css";
import type { ResendReply } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface ResendPreviewProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly reply: ResendReply;
  /** False when the selection or the words changed after these messages were made. */
  readonly isCurrent: boolean;
  readonly countries: readonly AskedCountry[];
  /** Countries that are left out this time. */
  readonly except: readonly string[];
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onExcept: (codes: readonly string[]) => void;
  readonly onSend: () => void;
}

/** Every message as its reader would get it, by country, with its address, how often that country was asked, and other notices of the day. */
export function ResendPreview(props: ResendPreviewProps) {
  const { heading, reply, isCurrent, countries, except, error, isBusy, onExcept, onSend } = props;
  const t = useTexts(remindersTexts).preview;
  const lang = useLanguage();
  const f = useFormat();
  const [isAsking, setAsking] = useState(false);
  const messages = reply.messages.filter(({ country }) => !except.includes(country));
  const shown = reply.countries
    .map((facts) => ({ facts, country: countries.find(({ alpha3 }) => alpha3 === facts.country) }))
    .flatMap(({ facts, country }) => (country === undefined ? [] : [{ facts, country }]))
    .sort((one, other) => f.compare(one.country.name[lang], other.country.name[lang]));
  return (
    <div className={styles.preview}>
      <h3 ref={heading} tabIndex={-1}>
        {t.heading(messages.length)}
      </h3>
      {isCurrent ? null : (
        <Callout tone="caution" live="status">
          {t.changed}
        </Callout>
      )}
      {isAskedMeanwhile(error) ? <AskedMeanwhile error={error} countries={countries} /> : null}
      {areWordsChanged(error) ? (
        <Callout tone="caution" live="alert" title={t.wordsChangedTitle}>
          <p>{t.wordsChanged}</p>
        </Callout>
      ) : null}
      <LeftOut leftOut={reply.leftOut} countries={countries} />
      {shown.map(({ facts, country }) => {
        const isIncluded = !except.includes(country.alpha3);
        const name = country.name[lang];
        const own = reply.messages.filter((message) => message.country === country.alpha3);
        return (
          <section key={country.alpha3} className={styles.country} aria-label={name}>
            <div className={styles.countryHead}>
              <h4>{name}</h4>
              {shown.length === 1 && facts.hold === null && !facts.lastAnswer?.promisedOn ? null : (
                <Checkbox
                  label={t.include(name)}
                  checked={isIncluded}
                  onChange={(event) =>
                    onExcept(
                      event.target.checked
                        ? except.filter((code) => code !== country.alpha3)
                        : [...except, country.alpha3].sort(),
                    )
                  }
                />
              )}
            </div>
            <CountryFacts facts={facts} country={country} />
            {isIncluded ? (
              own.map((message) => <MessageAsRead key={message.address} message={message} />)
            ) : (
              <p className="quiet">{t.passedOver}</p>
            )}
          </section>
        );
      })}
      {isCurrent && messages.length > 0 ? (
        <div className={styles.send}>
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t.send(messages.length)}
          </Button>
        </div>
      ) : null}
      {isCurrent && messages.length === 0 && reply.messages.length > 0 ? <p role="status">{t.nobodyLeft}</p> : null}
      <ConfirmSend
        isOpen={isAsking && isCurrent}
        messages={messages}
        facts={reply.countries}
        countries={countries}
        error={isAskedMeanwhile(error) || areWordsChanged(error) ? null : error}
        isBusy={isBusy}
        onSend={onSend}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
