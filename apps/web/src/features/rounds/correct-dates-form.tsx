import { correctionFault, hasOpened, isCalendarDate } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { announce } from "#ui/announcer.tsx";
import { TextInput } from "#ui/field.tsx";
import { ToldByMail } from "#ui/told-by-mail.tsx";
import { RoundActRefused } from "./round-act-refused.tsx";
import { roundActTexts } from "./round-acts.texts.ts";
import styles from "./rounds.module.css";
import { type Round, useCorrectRound } from "./rounds-queries.ts";

const isWritten = isShape({ opensOn: isText, dueOn: isText, reason: isText });

interface CorrectDatesFormProps {
  readonly round: Round;
  readonly now: Date;
  readonly onDone: () => void;
}

/** New dates for a round, by the rules that the server applies too. What was typed stays, whatever it is. */
export function CorrectDatesForm({ round, now, onDone }: CorrectDatesFormProps) {
  const t = useTexts(roundActTexts);
  const f = useFormat();
  const { data } = useSuspenseQuery(countriesQuery);
  const act = useCorrectRound(round.year);
  const form = useKeptForm({
    form: "roundAct",
    of: [round.year, "dates"],
    empty: { opensOn: round.opensOn, dueOn: round.dueOn, reason: "" },
    guard: isWritten,
  });
  const { opensOn, dueOn, reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  // The round when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(round);
  const zones = data.countries.map(({ timeZone }) => timeZone);
  const isOpened = hasOpened(decidedOn, now, zones);
  const areDates = isCalendarDate(opensOn) && isCalendarDate(dueOn);
  const fault = areDates ? correctionFault(decidedOn, { opensOn, dueOn }, now, zones) : "order";
  const isSound = fault === null && isActReason(reason);
  return (
    <ActForm
      {...{ form, act, isTried }}
      words={{ ...t, submit: t.dates.submit }}
      onSubmit={() =>
        attempt(isSound ? { body: { opensOn, dueOn, reason }, revision: decidedOn.revision } : null, () => {
          announce(t.dates.done);
          onDone();
        })
      }
      onBack={onDone}
      refused={<RoundActRefused act={act} onSeen={setDecidedOn} />}
    >
      <p>
        {t.dates.text} <ToldByMail words={t.dates.mail} />
      </p>
      <p className="quiet">{t.present(f.date(decidedOn.opensOn), f.date(decidedOn.dueOn))}</p>
      <div className={styles.dates}>
        {isOpened ? (
          <TextInput type="date" label={t.dates.opensOn} help={t.dates.opened} value={opensOn} readOnly />
        ) : (
          <TextInput
            type="date"
            label={t.dates.opensOn}
            value={opensOn}
            onChange={(event) => form.change({ opensOn: event.target.value })}
          />
        )}
        <TextInput
          type="date"
          label={t.dates.dueOn}
          value={dueOn}
          error={isTried && fault !== null ? t.fault[fault] : undefined}
          onChange={(event) => form.change({ dueOn: event.target.value })}
        />
      </div>
    </ActForm>
  );
}
