import { judgeTransition } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/field.tsx";
import type { RowFormProps } from "./extend-form.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";
import { useExempt } from "./rounds-queries.ts";

export function ExemptForm({ row, onBack, onDone }: RowFormProps) {
  const t = useTexts(monitorTexts);
  const exempt = useExempt();
  const actKey = useActKey();
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  // As it stood on the board when this was opened; what arrives meanwhile is not what is decided on.
  const [decidedOn, setDecidedOn] = useState(row.revision);
  const isGood = reason.trim().length >= 5;
  return (
    <form
      className={styles.dialogForm}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isGood || exempt.isPending) return;
        const body = { reason };
        exempt.mutate(
          {
            submissionId: row.submissionId,
            revision: decidedOn,
            body,
            idempotencyKey: actKey.keyFor([decidedOn, body]),
          },
          { onSuccess: onDone },
        );
      }}
    >
      <p>{t.exempt.text}</p>
      <TextArea
        label={t.exempt.reason}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && !isGood ? t.extend.tooShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <ActRefused
        error={exempt.error}
        words={{ "transition-refused": t.exempt.refused }}
        fits={(now) => judgeTransition("exempt", now.status, "secretariat").allowed}
        onSeen={(revision) => {
          exempt.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onBack}>{t.act.back}</Button>
        <Button type="submit" variant="alarm" busy={exempt.isPending}>
          {t.exempt.submit}
        </Button>
      </div>
    </form>
  );
}
