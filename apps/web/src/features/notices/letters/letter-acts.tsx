import { isCalendarDate } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useActKey } from "#lib/act-key.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import styles from "./letters.module.css";
import { lettersTexts } from "./letters.texts.ts";
import { type Letter, useDispatchLetter, useWithdrawLetter } from "./letters-queries.ts";

/** Notes on which day a letter was dispatched: from its own day to today. */
export function DispatchForm({ letter, onDone }: { readonly letter: Letter; readonly onDone: () => void }) {
  const t = useTexts(lettersTexts);
  const f = useFormat();
  const dispatch = useDispatchLetter();
  const actKey = useActKey();
  const latest = letter.today;
  const [on, setOn] = useState(latest);
  const [isTried, setTried] = useState(false);
  const isGood = isCalendarDate(on) && on >= letter.datedOn && on <= latest;
  const fault = t.dispatching.fault(f.date(letter.datedOn), f.date(latest));
  return (
    <form
      className={styles.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!isGood) focusFirstFault(event.currentTarget);
        if (!isGood || dispatch.isPending) return;
        const act = { code: letter.code, on };
        dispatch.mutate({ ...act, idempotencyKey: actKey.keyFor(act) }, { onSuccess: onDone });
      }}
    >
      <p>{t.dispatching.text}</p>
      <TextInput
        type="date"
        width="medium"
        label={t.dispatching.on}
        min={letter.datedOn}
        max={latest}
        value={on}
        error={isTried && !isGood ? fault : undefined}
        onChange={(event) => setOn(event.target.value)}
      />
      <ProblemNote
        error={dispatch.error}
        words={{ "letter-refused": t.dispatching.refused, "exchange-refused": fault }}
      />
      <div className="row row-end">
        <Button onClick={onDone}>{t.cancel}</Button>
        <Button type="submit" variant="primary" busy={dispatch.isPending}>
          {t.dispatching.submit}
        </Button>
      </div>
    </form>
  );
}

const isWritten = isShape({ reason: isText });

interface WithdrawLetterFormProps {
  readonly year: string;
  readonly letter: Letter;
  readonly onDone: () => void;
}

/** Withdraws a letter that was not dispatched, with a reason that stays beside it. */
export function WithdrawLetterForm({ year, letter, onDone }: WithdrawLetterFormProps) {
  const t = useTexts(lettersTexts);
  const withdraw = useWithdrawLetter();
  const form = useKeptForm({
    form: "withdrawLetter",
    of: [year, letter.code],
    empty: { reason: "" },
    guard: isWritten,
  });
  const { isTried, attempt } = useSending(form, withdraw);
  const { reason } = form.value;
  return (
    <form
      className={styles.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { code: letter.code, reason } : null, onDone);
      }}
    >
      <KeptNote form={form} />
      <p>{t.withdrawing.text}</p>
      <ReasonField
        label={t.withdrawing.reason}
        value={reason}
        tooShort={t.withdrawing.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      <ProblemNote error={withdraw.error} words={{ "letter-refused": t.withdrawing.refused }} />
      <div className="row row-end">
        <Button onClick={onDone}>{t.cancel}</Button>
        <Button type="submit" variant="alarm" busy={withdraw.isPending}>
          {t.withdrawing.submit}
        </Button>
      </div>
    </form>
  );
}
