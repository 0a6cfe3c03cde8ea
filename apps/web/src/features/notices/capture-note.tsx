import { useTexts } from "#i18n/i18n.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "#ui/callout.tsx";
import { mailTexts } from "./mail.texts.ts";

/** An instance that keeps its mail says so wherever mail is spoken of. */
export function CaptureNote() {
  const t = useTexts(mailTexts);
  const { session } = useSession();
  if (session?.mailMode !== "capture") return null;
  return (
    <Callout tone="caution" title={t.capture.title}>
      {t.capture.text}
    </Callout>
  );
}
