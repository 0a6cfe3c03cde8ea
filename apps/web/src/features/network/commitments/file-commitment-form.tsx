import type { CommitmentView } from "@avances/contracts";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { matterTexts } from "#ui/matter.texts.ts";
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
  const [decidedOn, setDecidedOn] = useState(commitment.revision);
  return (
    <div className={styles.narrow}>
      <p>{t.file.text(levels[commitment.visibility])}</p>
      <CommitmentRefused
        error={act.error}
        onSeen={(revision) => {
          act.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.close}</Button>
        <Button
          variant="primary"
          busy={act.isPending}
          onClick={() =>
            attempt({ body: undefined, revision: decidedOn }, () => {
              announce(t.file.done);
              onDone();
            })
          }
        >
          {t.file.submit}
        </Button>
      </div>
    </div>
  );
}
