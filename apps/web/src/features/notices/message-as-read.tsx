import { useTexts } from "#i18n/i18n.ts";
import styles from "./notices.module.css";
import type { Message } from "./notices-queries.ts";
import { remindersTexts } from "./reminders.texts.ts";

/** A message as its reader will get it, with name, address and language. */
export function MessageAsRead({ message }: { readonly message: Message }) {
  const t = useTexts(remindersTexts).preview;
  return (
    <article className={styles.message}>
      <p className={styles.envelope}>
        {t.to} <b>{message.recipient}</b> <span className={styles.address}>{message.address}</span>{" "}
        <span className="quiet">· {t.language[message.language]}</span>
      </p>
      {message.isRefused ? <p className={styles.held}>{t.refused(message.recipient)}</p> : null}
      <p lang={message.language} className={styles.subject}>
        {message.subject}
      </p>
      <p lang={message.language} className={styles.body}>
        {message.bodyText}
      </p>
    </article>
  );
}
