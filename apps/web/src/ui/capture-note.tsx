import { useTexts } from "#i18n/i18n.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "./callout.tsx";
import { captureTexts } from "./capture-note.texts.ts";

/**
 * On an instance that keeps its mail, tells the Secretariat so wherever mail is mentioned and, if the database is for real work, on its
 * board too: people who are invited there would wait for a link that never comes.
 */
export function CaptureNote({ onDesk = false }: { readonly onDesk?: boolean }) {
  const t = useTexts(captureTexts);
  const { session } = useSession();
  if (session?.mailMode !== "capture" || (onDesk && session.demonstration)) return null;
  return (
    <Callout tone="caution" title={t.title}>
      {t.text} {session.demonstration ? null : t.links}
    </Callout>
  );
}
