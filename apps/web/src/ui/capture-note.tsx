import { useTexts } from "#i18n/i18n.ts";
import { useSession } from "#lib/session.ts";
import { Callout } from "./callout.tsx";
import { captureTexts } from "./capture-note.texts.ts";

/**
 * An instance that keeps its mail says so to the Secretariat wherever mail is spoken of and, where work is real, on its desk too: people
 * who are invited there wait for a link that never comes.
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
