import type { CountryStatus } from "@avances/contracts";
import { addDays, isCalendarDate } from "@avances/domain/round";
import { textLimits } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { useFormat } from "#lib/format.ts";
import { ActRefused } from "#ui/act-refused.tsx";
import { Button } from "#ui/button.tsx";
import { TextArea, TextInput } from "#ui/field.tsx";
import { monitorTexts } from "./monitor.texts.ts";
import styles from "./rounds.module.css";
import { useExtend } from "./rounds-queries.ts";

export interface RowFormProps {
  readonly row: CountryStatus;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

export function ExtendForm({ row, onBack, onDone }: RowFormProps) {
  const t = useTexts(monitorTexts);
  const f = useFormat();
  const extend = useExtend();
  const actKey = useActKey();
  const [dueOn, setDueOn] = useState("");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  // As it stood on the board when this was opened; what arrives meanwhile is not what is decided on.
  const [decidedOn, setDecidedOn] = useState(row.revision);
  const isDateGood = isCalendarDate(dueOn) && dueOn > row.dueOn;
  const isReasonGood = reason.trim().length >= 5;
  return (
    <form
      className={styles.dialogForm}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isDateGood || !isReasonGood || extend.isPending) return;
        const body = { dueOn, reason };
        extend.mutate(
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
      <TextInput
        type="date"
        width="medium"
        label={t.extend.dueOn}
        help={t.extend.present(f.date(row.dueOn))}
        min={addDays(row.dueOn, 1)}
        value={dueOn}
        error={isTried && !isDateGood ? t.extend.tooEarly(f.date(row.dueOn)) : undefined}
        onChange={(event) => setDueOn(event.target.value)}
      />
      <TextArea
        label={t.extend.reason}
        help={t.extend.reasonHelp}
        rows={3}
        limit={textLimits.actReason}
        value={reason}
        error={isTried && !isReasonGood ? t.extend.tooShort : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <ActRefused
        error={extend.error}
        words={{ "transition-refused": t.extend.refused }}
        fits={(now) => (now.status === "not_started" || now.status === "draft") && now.firstSubmittedAt === null}
        onSeen={(revision) => {
          extend.reset();
          setDecidedOn(revision);
        }}
      />
      <div className="row row-end">
        <Button onClick={onBack}>{t.act.back}</Button>
        <Button type="submit" variant="primary" busy={extend.isPending}>
          {t.extend.submit}
        </Button>
      </div>
    </form>
  );
}
