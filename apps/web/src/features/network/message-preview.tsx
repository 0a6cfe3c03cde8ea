import type { MatterPreview } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Callout } from "#ui/callout.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import styles from "./matter.module.css";
import { messagePreviewTexts } from "./message-preview.texts.ts";

interface MessagePreviewProps {
  readonly preview: MatterPreview;
  readonly nameOf: (code: string) => string;
}

/** Every message as its reader would read it, and of whom nobody can be written to. */
export function MessagePreview({ preview, nameOf }: MessagePreviewProps) {
  const t = useTexts(messagePreviewTexts);
  const f = useFormat();
  return (
    <div role="status">
      <p>
        <strong>{t.messages(preview.messages.length)}</strong>
      </p>
      {preview.unreached.length === 0 ? null : (
        <Callout tone="caution">{t.unreached(f.list(preview.unreached.map(nameOf).sort(f.compare)))}</Callout>
      )}
      {preview.messages.map((message) => (
        <Disclosure
          key={`${message.participant} ${message.address}`}
          summary={t.to(message.recipient, message.address, t.languages[message.language])}
          aside={nameOf(message.participant)}
        >
          <div className={styles.mail} lang={message.language}>
            <strong>{message.subject}</strong>
            <pre>{message.bodyText}</pre>
          </div>
          {message.isRefused ? <p>{t.refused}</p> : null}
        </Disclosure>
      ))}
    </div>
  );
}
