import { isActReason } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { FieldError } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import styles from "./asks.module.css";
import { asksTexts } from "./asks.texts.ts";
import { useWithdraw } from "./asks-queries.ts";
import type { Entry } from "./entry-line.tsx";

const isWritten = isShape({ reason: isText });

/** Withdraws a note of the Secretariat, with a reason that stays beside it. */
export function WithdrawForm({ entry, onDone }: { readonly entry: Entry; readonly onDone: () => void }) {
  const t = useTexts(asksTexts).withdraw;
  const withdraw = useWithdraw();
  const form = useKeptForm({ form: "withdrawNote", of: [entry.id], empty: { reason: "" }, guard: isWritten });
  const { isTried, attempt } = useSending(form, withdraw);
  const { reason } = form.value;
  const isRefused = withdraw.error instanceof ApiProblem && withdraw.error.code === "transition-refused";
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { exchangeId: entry.id, reason } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      <p>{t.text}</p>
      <ReasonField
        label={t.reason}
        value={reason}
        tooShort={t.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      {isRefused ? (
        <div role="alert">
          <FieldError>{t.refused}</FieldError>
        </div>
      ) : withdraw.error === null ? null : (
        <ProblemNote error={withdraw.error} />
      )}
      <div className="row row-end">
        <Button onClick={onDone}>{t.back}</Button>
        <Button type="submit" variant="alarm" busy={withdraw.isPending}>
          {t.submit}
        </Button>
      </div>
    </form>
  );
}
