import { useTexts } from "#i18n/i18n.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { unkept } from "../unkept.ts";
import { useTakeBack } from "./commitment-queries.ts";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface TakeBackFormProps {
  readonly matterId: string;
  readonly replyId: string;
  readonly onDone: () => void;
}

/** Takes an answer of the own side back. */
export function TakeBackForm({ matterId, replyId, onDone }: TakeBackFormProps) {
  const t = useTexts(commitmentsTexts);
  const act = useTakeBack(matterId, replyId);
  const { attempt } = useSending(unkept, act);
  return (
    <div className={styles.narrow}>
      <p>{t.replies.takeBackText}</p>
      <ProblemNote error={act.error} words={{ "transition-refused": t.refused }} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button
          variant="alarm"
          busy={act.isPending}
          onClick={() =>
            attempt({}, () => {
              announce(t.replies.takenBack);
              onDone();
            })
          }
        >
          {t.replies.takeBack}
        </Button>
      </div>
    </div>
  );
}
