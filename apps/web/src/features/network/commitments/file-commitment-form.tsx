import type { CommitmentView } from "@avances/contracts";
import { useTexts } from "#i18n/i18n.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
import { useDecidedOn } from "../matter.ts";
import { SayForm } from "../say-form.tsx";
import { unkept } from "../unkept.ts";
import { useCommitmentAct } from "./commitment-queries.ts";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

export interface CommitmentFormProps {
  readonly commitment: CommitmentView;
  readonly onDone: () => void;
}

/** Puts a draft before those for whom it is. */
export function FileCommitmentForm({ commitment, onDone }: CommitmentFormProps) {
  const t = useTexts(commitmentsTexts);
  const levels = useTexts(matterTexts).levels;
  const act = useCommitmentAct(commitment.id, "file");
  const { attempt } = useSending(unkept, act);
  const { decidedOn, onSeen } = useDecidedOn(commitment, act);
  return (
    <SayForm
      act={act}
      submit={t.file.submit}
      onSend={() =>
        attempt({ body: undefined, revision: decidedOn }, () => {
          announce(t.file.done);
          onDone();
        })
      }
      onClose={onDone}
      refused={<CommitmentRefused error={act.error} onSeen={onSeen} />}
      className={styles.narrow}
    >
      <p>{t.file.text(levels[commitment.visibility])}</p>
    </SayForm>
  );
}
