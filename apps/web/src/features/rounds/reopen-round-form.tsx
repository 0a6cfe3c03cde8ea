import { isActReason } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { announce } from "#ui/announcer.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { closingTexts } from "./close-round.texts.ts";
import { RoundActRefused } from "./round-act-refused.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import { type Round, useReopenRound } from "./rounds-queries.ts";

const empty = { reason: "" };
const isWritten = isShape({ reason: isText });

interface ReopenRoundFormProps {
  readonly round: Round;
  readonly closesByItselfOn: string;
  readonly onBack: () => void;
}

/** Takes the closing of a round back. */
export function ReopenRoundForm({ round, closesByItselfOn, onBack }: ReopenRoundFormProps) {
  const t = useTexts(closingTexts);
  const words = useTexts(roundActTexts);
  const lang = useLanguage();
  const f = useFormat();
  const act = useReopenRound(round.year);
  const form = useKeptForm({ form: "roundAct", of: [round.year, "reopen"], empty, guard: isWritten });
  const { reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const [decidedOn, setDecidedOn] = useState(round);
  return (
    <ActForm
      {...{ form, act, isTried, onBack }}
      words={{ ...words, reasonHelp: t.reasonHelp, submit: t.reopen.submit }}
      onSubmit={() =>
        attempt(isActReason(reason) ? { body: { reason }, revision: decidedOn.revision } : null, () => {
          announce(t.reopen.done(roundWords[lang].round(namedRound(round))));
          onBack();
        })
      }
      refused={<RoundActRefused act={act} onSeen={setDecidedOn} />}
    >
      <p>
        {t.reopen.text(f.date(closesByItselfOn))} <ToldByMail words={t.reopen.mail} />
      </p>
    </ActForm>
  );
}
