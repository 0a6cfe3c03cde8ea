import { type Ref, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { Checkbox } from "#ui/field.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import type { AskedCountry } from "./asked-country.ts";
import { AskedMeanwhile, areWordsChanged, isAskedMeanwhile } from "./asked-meanwhile.tsx";
import { ConfirmSend } from "./confirm-send.tsx";
import { CountryFacts } from "./country-facts.tsx";
import { AlreadyScheduled, isAlreadyScheduled } from "./later/already-scheduled.tsx";
import { laterTexts } from "./later/later.texts.ts";
import { Leaving } from "./later/later-leaving.tsx";
import type { LaterPreview } from "./later/later-queries.ts";
import { LeftOut } from "./left-out.tsx";
import { MessageAsRead } from "./message-as-read.tsx";
import styles from "./notices.module.css";
import type { CountryToRemind, ResendReply } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface ResendPreviewProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly reply: Pick<ResendReply, "messages" | "countries" | "leftOut"> | LaterPreview;
  /** False when the selection or the words changed after these messages were made. */
  readonly isCurrent: boolean;
  readonly countries: readonly AskedCountry[];
  /** Countries that are left out this time. */
  readonly except: readonly string[];
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onExcept: (codes: readonly string[]) => void;
  readonly onSend: () => void;
  /** It is set for a later moment, and can be withdrawn until then. */
  readonly leavesLater?: boolean;
}

/** Every message as its reader would get it, by country, with its address, how often that country was asked, and other notices of the day. */
export function ResendPreview(props: ResendPreviewProps) {
  const { heading, reply, isCurrent, countries, except, error, isBusy, onExcept, onSend } = props;
  const t = useTexts(remindersTexts).preview;
  const later = useTexts(laterTexts);
  const leavesLater = props.leavesLater ?? false;
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
        {leavesLater ? later.heading(messages.length) : t.heading(messages.length)}
      </h3>
      {leavesLater ? <p className={styles.intro}>{later.asThen}</p> : null}
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
      {isAlreadyScheduled(error) ? <AlreadyScheduled error={error} countries={countries} /> : null}
      <LeftOut leftOut={reply.leftOut} countries={countries} />
      {shown.map(({ facts, country }) => {
        const isIncluded = !except.includes(country.alpha3);
        const name = country.name[lang];
        const own = reply.messages.filter((message) => message.country === country.alpha3);
        return (
          <section key={country.alpha3} className={styles.country} aria-label={name}>
            <div className={styles.countryHead}>
              <h4>{name}</h4>
              {shown.length === 1 && !isDoubtful(facts) ? null : (
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
            {"goesAt" in facts ? (
              <p className={styles.leaving}>
                <Leaving goesAt={facts.goesAt} moved={facts.moved} country={country} />
              </p>
            ) : null}
            <CountryFacts facts={facts} country={country} />
            {isIncluded ? (
              <>
                {own.length > 0 && own.every(({ isRefused }) => isRefused) ? (
                  <p className={styles.held}>{t.reachesNobody}</p>
                ) : null}
                {own.map((message) => (
                  <MessageAsRead key={message.address} message={message} />
                ))}
              </>
            ) : (
              <p className="quiet">{t.passedOver}</p>
            )}
          </section>
        );
      })}
      {isCurrent && messages.length > 0 ? (
        <div className={styles.send}>
          {leavesLater ? (
            <Button variant="primary" busy={isBusy} onClick={onSend}>
              {later.set(shown.filter(({ country }) => !except.includes(country.alpha3)).length)}
            </Button>
          ) : (
            <Button variant="primary" onClick={() => setAsking(true)}>
              {t.send(messages.length)}
            </Button>
          )}
        </div>
      ) : null}
      {isCurrent && messages.length === 0 && reply.messages.length > 0 ? <p role="status">{t.nobodyLeft}</p> : null}
      {leavesLater && !isAlreadyScheduled(error) ? <ProblemNote error={error} /> : null}
      <ConfirmSend
        isOpen={isAsking && isCurrent && !leavesLater}
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

/** Somebody decided not to write to it, it has named a day, or a reminder is set: one may be left out even if it is the only one. */
function isDoubtful({ hold, lastAnswer, scheduled }: CountryToRemind): boolean {
  return hold !== null || Boolean(lastAnswer?.promisedOn) || scheduled !== null;
}
