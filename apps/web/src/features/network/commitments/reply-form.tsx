import type { CommitmentView } from "@avances/contracts";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { useReply } from "../matter.ts";
import { ReplyFields, useTypedReply } from "../reply-fields.tsx";
import { SayForm } from "../say-form.tsx";
import { CommitmentRefused } from "./commitment-refused.tsx";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface ReplyFormProps {
  readonly commitment: CommitmentView;
  readonly participant: string;
  /** Of the participant. */
  readonly name: string;
}

/** Answers for the own side. Whoever has answered opens the form again to add something. */
export function ReplyForm({ commitment, participant, name }: ReplyFormProps) {
  const t = useTexts(commitmentsTexts).reply;
  const f = useFormat();
  const act = useReply(commitment.id, "commitments");
  const [isOpen, setOpen] = useState(false);
  const reply = useTypedReply({
    ...{ kind: "commitment", matterId: commitment.id, act },
    onSent: () => {
      announce(t.done);
      setOpen(false);
    },
  });
  const side = commitment.sides.find((one) => one.participant === participant);
  const isAnswered = side?.replyId != null;
  if (isAnswered && !isOpen && !reply.form.isFromBefore)
    return (
      <section className="section stack-s" aria-labelledby="own-answer">
        <h2 id="own-answer">{t.title(name)}</h2>
        <p>
          <Button onClick={() => setOpen(true)}>{t.again}</Button>
        </p>
      </section>
    );
  return (
    <section className="section" aria-labelledby="own-answer">
      <h2 id="own-answer">{t.title(name)}</h2>
      <SayForm
        form={reply.form}
        act={act}
        submit={t.submit}
        onSend={reply.send}
        refused={<CommitmentRefused error={act.error} onSeen={act.reset} />}
        className={styles.narrow}
      >
        <p>
          {side?.sentAt == null || isAnswered || commitment.replyBy === null
            ? null
            : `${t.asked(f.weekday(commitment.replyBy))} `}
          {t.lead}
        </p>
        <ReplyFields reply={reply} says={t} />
      </SayForm>
    </section>
  );
}
