import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import type { AskedCountry } from "./asked-country.ts";
import { LeftOut } from "./left-out.tsx";
import styles from "./notices.module.css";
import type { ResendReply } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

interface ResendDoneProps {
  readonly year: string;
  readonly reply: ResendReply;
  readonly countries: readonly AskedCountry[];
  readonly onAgain: () => void;
}

export function ResendDone({ year, reply, countries, onAgain }: ResendDoneProps) {
  const t = useTexts(remindersTexts).done;
  const lang = useLanguage();
  return (
    <section className="section">
      <div className="stack">
        <Callout
          tone="done"
          live="status"
          title={t.title(reply.messages.length)}
          actions={
            <>
              <LinkButton to="/$lang/rounds/$year/reminders" params={{ lang, year }} search={{ tab: "ledger" }}>
                {t.ledger}
              </LinkButton>
              <Button variant="quiet" onClick={onAgain}>
                {t.again}
              </Button>
            </>
          }
        >
          {t.text}
        </Callout>
        <ul className={styles.addresses}>
          {reply.messages.map(({ country, recipient, address }) => (
            <li key={country + address}>
              <b className={styles.address}>{address}</b>
              <span>
                {recipient}, {countries.find((one) => one.alpha3 === country)?.name[lang] ?? country}
              </span>
            </li>
          ))}
        </ul>
        <LeftOut leftOut={reply.leftOut} countries={countries} />
      </div>
    </section>
  );
}
