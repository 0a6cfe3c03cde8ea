import type { VoiceView } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { FileList } from "#ui/file-list.tsx";
import { MatterRefused } from "../matter-refused.tsx";
import { unkept } from "../unkept.ts";
import { useTakeBack } from "./voice-queries.ts";
import styles from "./voices.module.css";
import { voicesTexts } from "./voices.texts.ts";

interface RepliesProps {
  readonly voice: VoiceView;
  readonly nameOf: (code: string) => string;
}

/** What countries replied, each signed for itself. */
export function Replies({ voice, nameOf }: RepliesProps) {
  const { reply: t, faults } = useTexts(voicesTexts);
  const f = useFormat();
  const act = useTakeBack(voice.id);
  const { attempt } = useSending(unkept, act);
  if (voice.state === "draft") return null;
  return (
    <section className="section" aria-labelledby="replies">
      <h2 id="replies">{t.title}</h2>
      {voice.replies.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className={styles.list}>
          {voice.replies.map(({ id, participant, said, language, text, files, at, byName, withdrawn }) => (
            <li key={id}>
              <h3>
                {byName === null
                  ? t.saidBy(nameOf(participant), f.instant(at))
                  : t.said(nameOf(participant), byName, f.instant(at))}
              </h3>
              {said === "no_comment" ? (
                <p>{t.noComment}</p>
              ) : (
                <p className={styles.body} lang={language}>
                  {text}
                </p>
              )}
              <FileList files={files} />
              {withdrawn === null ? null : (
                <p className="quiet small">
                  {t.takenBack(withdrawn.byName ?? nameOf(participant), f.instant(withdrawn.at))}
                </p>
              )}
              {withdrawn === null && participant === voice.side && voice.may.reply ? (
                <Button
                  size="small"
                  variant="quiet"
                  busy={act.isPending}
                  onClick={() => attempt({ replyId: id }, () => announce(t.tookBack))}
                >
                  {t.takeBack}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <MatterRefused error={act.error} faults={faults} />
    </section>
  );
}
