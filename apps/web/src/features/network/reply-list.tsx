import type { MatterReplyView } from "@avances/contracts";
import { useFormat } from "#lib/format.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { FileList } from "#ui/file-list.tsx";
import styles from "./matter.module.css";
import type { MatterSays } from "./matter.ts";
import { useTakeBack } from "./matter.ts";
import { MatterRefused } from "./matter-refused.tsx";
import { unkept } from "./unkept.ts";

interface ReplyListProps {
  readonly matterId: string;
  /** Of the queries of its kind. */
  readonly queries: string;
  readonly replies: readonly MatterReplyView[];
  readonly mayTakeBack: (reply: MatterReplyView) => boolean;
  readonly nameOf: (code: string) => string;
  readonly faults?: MatterSays["faults"];
  readonly says: {
    readonly title: string;
    readonly none: string;
    /** `person`: null where the reader is not told the name. */
    readonly by: (side: string, person: string | null, when: string) => string;
    readonly noComment: string;
    readonly takenBack: (who: string, when: string) => string;
    readonly takeBack: string;
    readonly tookBack: string;
  };
}

/** What was answered, each signed for its side. Whoever answered may take it back. */
export function ReplyList({ matterId, queries, replies, mayTakeBack, nameOf, faults, says: t }: ReplyListProps) {
  const f = useFormat();
  const act = useTakeBack(matterId, queries);
  const { attempt } = useSending(unkept, act);
  return (
    <section className="section" aria-labelledby="replies">
      <h2 id="replies">{t.title}</h2>
      {replies.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <ul className={styles.list}>
          {replies.map((reply) => {
            const { id, participant, said, language, text, files, at, byName, withdrawn } = reply;
            return (
              <li key={id}>
                <h3>{t.by(nameOf(participant), byName, f.instant(at))}</h3>
                {said === "no_comment" ? (
                  <p>{t.noComment}</p>
                ) : (
                  <p className={styles.body} lang={language}>
                    {text}
                  </p>
                )}
                {files.length === 0 ? null : <FileList files={files} />}
                {withdrawn === null ? null : (
                  <p className="quiet small">
                    {t.takenBack(withdrawn.byName ?? nameOf(participant), f.instant(withdrawn.at))}
                  </p>
                )}
                {mayTakeBack(reply) ? (
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
            );
          })}
        </ul>
      )}
      <MatterRefused error={act.error} faults={faults} />
    </section>
  );
}
