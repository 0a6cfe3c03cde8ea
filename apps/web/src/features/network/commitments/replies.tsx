import type { CommitmentView, MatterReplyView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { useSession } from "#lib/session.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { FileList } from "#ui/file-list.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

const TakeBackForm = later(() => import("./take-back-form.tsx").then((m) => m.TakeBackForm));

interface RepliesProps {
  readonly commitment: CommitmentView;
  readonly nameOf: (code: string) => string;
  /** For which participant the reader acts; null = for none. */
  readonly side: string | null;
}

/** What was answered, the newest last. Those who gave an answer may take it back. */
export function Replies({ commitment, nameOf, side }: RepliesProps) {
  const t = useTexts(commitmentsTexts);
  const f = useFormat();
  const { person } = useSession();
  const [taking, setTaking] = useState<MatterReplyView | null>(null);
  const { replies } = commitment;
  if (replies.length === 0 && commitment.dispatches.length === 0) return null;
  const mayTakeBack = (reply: MatterReplyView) =>
    person !== null && reply.participant === side && reply.withdrawn === null && mayDo(person.role, "matter.reply");
  return (
    <section className="section" aria-labelledby="answers">
      <h2 id="answers">{t.replies.title}</h2>
      {replies.length === 0 ? <p>{t.replies.none}</p> : null}
      {replies.map((reply) => (
        <article key={reply.id} className={styles.reply}>
          <h3>
            {nameOf(reply.participant)}
            {reply.said === "no_comment" ? `: ${t.replies.said.no_comment.toLowerCase()}` : null}
          </h3>
          {reply.text === "" ? null : (
            <p className={styles.words} lang={reply.language}>
              {reply.text}
            </p>
          )}
          {reply.files.length === 0 ? null : <FileList files={reply.files} />}
          <p className="quiet small">{t.replies.by(reply.byName ?? nameOf(reply.participant), f.instant(reply.at))}</p>
          {reply.withdrawn === null ? null : (
            <p className="quiet small">
              {t.replies.withdrawn(reply.withdrawn.byName ?? nameOf(reply.participant), f.instant(reply.withdrawn.at))}
            </p>
          )}
          {mayTakeBack(reply) ? (
            <p className={styles.act}>
              <Button onClick={() => setTaking(reply)}>{t.replies.takeBack}</Button>
            </p>
          ) : null}
        </article>
      ))}
      <Dialog open={taking !== null} onClose={() => setTaking(null)} title={t.replies.takeBack}>
        {taking === null ? null : (
          <TakeBackForm matterId={commitment.id} replyId={taking.id} onDone={() => setTaking(null)} />
        )}
      </Dialog>
    </section>
  );
}
