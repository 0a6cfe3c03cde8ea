import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import type { AskedCountry } from "./asked-country.ts";
import styles from "./notices.module.css";
import type { CountryToRemind, Message } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface ConfirmSendProps {
  readonly isOpen: boolean;
  readonly messages: readonly Message[];
  readonly facts: readonly CountryToRemind[];
  readonly countries: readonly AskedCountry[];
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** The last step before sending: the exact addresses, and how often each country was written to before. */
export function ConfirmSend({ isOpen, messages, facts, countries, error, isBusy, onSend, onClose }: ConfirmSendProps) {
  const texts = useTexts(remindersTexts);
  const t = texts.confirm;
  const lang = useLanguage();
  return (
    <Dialog
      open={isOpen}
      onClose={onClose}
      title={t.title(messages.length)}
      actions={
        <>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button variant="alarm" busy={isBusy} onClick={onSend}>
            {texts.preview.send(messages.length)}
          </Button>
        </>
      }
    >
      <div className="stack-s">
        <p>{t.text}</p>
        <ul className={styles.addresses}>
          {messages.map(({ country, recipient, address }) => (
            <li key={country + address}>
              <b className={styles.address}>{address}</b>
              <span>
                {recipient}, {countries.find((one) => one.alpha3 === country)?.name[lang] ?? country} ·{" "}
                {t.had(facts.find((one) => one.country === country)?.asks ?? 0)}
              </span>
            </li>
          ))}
        </ul>
        <ProblemNote error={error} words={{ "nothing-to-send": texts.send.nobody }} />
      </div>
    </Dialog>
  );
}
