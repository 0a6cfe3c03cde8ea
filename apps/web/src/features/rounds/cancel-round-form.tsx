import { isActReason } from "@avances/domain/text";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { announce } from "#ui/announcer.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { RoundActRefused } from "./round-act-refused.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
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
    <ActForm
      {...{ form, act, isTried, onBack }}
      words={{ ...t, ...t.cancel }}
      variant="alarm"
      onSubmit={() =>
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn.revision } : null, () => {
          announce(t.cancel.done(roundWords[lang].round(namedRound(round))));
          void navigate({ to: "/$lang/rounds", params: { lang }, hash: "all" });
        })
      }
      refused={<RoundActRefused act={act} onSeen={setDecidedOn} />}
    >
      <p>
        {t.cancel.text} <ToldByMail words={t.cancel.mail} />
      </p>
    </ActForm>
  );
}
