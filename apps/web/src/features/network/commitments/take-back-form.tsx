import { useTexts } from "#i18n/i18n.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { useTakeBack } from "../matter.ts";
import { SayForm } from "../say-form.tsx";
import { unkept } from "../unkept.ts";
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
  const act = useTakeBack(matterId, "commitments");
  const { attempt } = useSending(unkept, act);
  return (
    <SayForm
      act={act}
      submit={t.replies.takeBack}
      variant="alarm"
      onSend={() =>
        attempt({ replyId }, () => {
          announce(t.replies.takenBack);
          onDone();
        })
      }
      onClose={onDone}
      refused={<ProblemNote error={act.error} words={{ "transition-refused": t.refused }} />}
      className={styles.narrow}
    >
      <p>{t.replies.takeBackText}</p>
    </SayForm>
  );
}
