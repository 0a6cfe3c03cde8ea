import { isActReason } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { ReasonField } from "./reason-field.tsx";
import { RoundActRefused } from "./round-act-refused.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import styles from "./rounds.module.css";
import { type Round, useCancelRound } from "./rounds-queries.ts";

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

interface CancelRoundFormProps {
  readonly round: Round;
  readonly onBack: () => void;
}

/** Cancels a round that was opened by mistake. The server knows whether a country has started. */
export function CancelRoundForm({ round, onBack }: CancelRoundFormProps) {
  const t = useTexts(roundActTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const act = useCancelRound(round.year);
  const form = useKeptForm({ form: "roundAct", of: [round.year, "cancel"], empty, guard: isWritten });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(round);
  return (
    <form
      className={styles.dialogForm}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn.revision } : null, () => {
          announce(t.cancel.done(roundWords[lang].round(namedRound(round))));
          void navigate({ to: "/$lang/rounds", params: { lang }, hash: "all" });
        });
      }}
    >
      <KeptNote form={form} />
      <p>
        {t.cancel.text} <ToldByMail words={t.cancel.mail} />
      </p>
      <ReasonField
        label={t.reason}
        help={t.cancel.reasonHelp}
        value={reason}
        tooShort={t.tooShort}
        isTried={isTried}
        onChange={(written) => form.change({ reason: written })}
      />
      <RoundActRefused
        error={act.error}
        onSeen={(current) => {
          act.reset();
          setDecidedOn(current);
        }}
      />
      <div className="row row-end">
        <Button onClick={onBack}>{t.back}</Button>
        <Button type="submit" variant="alarm" busy={act.isPending}>
          {t.cancel.submit}
        </Button>
      </div>
    </form>
  );
}
