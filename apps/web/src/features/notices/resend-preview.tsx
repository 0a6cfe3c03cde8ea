import { type Ref, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { ConfirmSend } from "./confirm-send.tsx";
import { LeftOut } from "./left-out.tsx";
import styles from "./notices.module.css";
import type { Message, ResendReply } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

export interface Country {
  readonly alpha3: string;
  readonly name: { readonly en: string; readonly es: string };
}

interface ResendPreviewProps {
  readonly heading: Ref<HTMLHeadingElement>;
  readonly reply: ResendReply;
  /** False when selection or words changed after these messages were made. */
  readonly isCurrent: boolean;
  readonly countries: readonly Country[];
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onSend: () => void;
}

/** Every message as its reader would get it, by country, with its address and how often that country was asked. */
export function ResendPreview({ heading, reply, isCurrent, countries, error, isBusy, onSend }: ResendPreviewProps) {
  const t = useTexts(remindersTexts).preview;
  const lang = useLanguage();
  const f = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { messages, leftOut } = reply;
  const byCountry = [...Map.groupBy(messages, ({ country }) => country)]
    .map(([alpha3, own]) => ({ name: countries.find((one) => one.alpha3 === alpha3)?.name[lang] ?? alpha3, own }))
    .sort((one, other) => f.compare(one.name, other.name));
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
      <LeftOut leftOut={leftOut} countries={countries} />
      {byCountry.map(({ name, own }) => (
        <section key={name} className={styles.country} aria-label={name}>
          <h4>
            {name} <span className={styles.asks}>{own[0] === undefined ? null : <Asks message={own[0]} />}</span>
          </h4>
          {own.map((message) => (
            <MessageAsRead key={message.address} message={message} />
          ))}
        </section>
      ))}
      {isCurrent && messages.length > 0 ? (
        <div className={styles.send}>
          <Button variant="primary" onClick={() => setAsking(true)}>
            {t.send(messages.length)}
          </Button>
        </div>
      ) : null}
      <ConfirmSend
        isOpen={isAsking && isCurrent}
        messages={messages}
        countries={countries}
        error={error}
        isBusy={isBusy}
        onSend={onSend}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function Asks({ message }: { readonly message: Message }) {
  const t = useTexts(remindersTexts).preview;
  const f = useFormat();
  const { ordinal, firstSentAt } = message;
  return (
    <>
      {t.ordinal(ordinal)}
      {firstSentAt === null || ordinal === 1 ? null : `; ${t.first(f.date(firstSentAt.slice(0, 10)))}`}
    </>
  );
}

function MessageAsRead({ message }: { readonly message: Message }) {
  const t = useTexts(remindersTexts).preview;
  return (
    <article className={styles.message}>
      <p className={styles.envelope}>
        {t.to} <b>{message.recipient}</b> <span className={styles.address}>{message.address}</span>{" "}
        <span className="quiet">· {t.language[message.language]}</span>
      </p>
      <p lang={message.language} className={styles.subject}>
        {message.subject}
      </p>
      <p lang={message.language} className={styles.body}>
        {message.bodyText}
      </p>
    </article>
  );
}
