import type { CountryStatus } from "@avances/contracts";
import { isCalendarDate, isWithin } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { ActForm } from "#ui/act-form.tsx";
import { ActRefused } from "#ui/act-refused.tsx";
import { TextInput } from "#ui/field.tsx";
import { useRowAct } from "./rounds-queries.ts";
import { rowActTexts } from "./row-acts.texts.ts";
import { type Days, type RowActName, rowAct } from "./row-acts.ts";

interface RowActFormProps {
  readonly name: RowActName;
  readonly row: CountryStatus;
  readonly days: Days;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

const empty = { dueOn: "", reason: "" };
const isWritten = isShape({ dueOn: isText, reason: isText });

/** One act of the Secretariat on one country: a date if the act has one, and always a reason. What was typed stays, whatever the server says. */
export function RowActForm({ name, row, days, onBack, onDone }: RowActFormProps) {
  const t = useTexts(rowActTexts);
  const f = useFormat();
  const act = useRowAct(name);
  const { isOpen, range, present, isGrave } = rowAct(name);
  const words = t[name];
  const form = useKeptForm({ form: "rowAct", of: [row.submissionId, name], empty, guard: isWritten });
  const { dueOn, reason } = form.value;
  const { isTried, attempt } = useSending(form, act);
  // The revision when the form was opened: the decision is about it, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(row.revision);
  const allowed = range?.(row, days);
  const from = present?.(row) ?? null;
  const isDateGood = allowed === undefined || (isCalendarDate(dueOn) && isWithin(dueOn, allowed) && dueOn !== from);
  const inRange = allowed && t.range(f.date(allowed.earliest), f.date(allowed.latest));
  return (
    <ActForm
      {...{ form, act, isTried, onBack }}
      words={{ ...t, ...words }}
      variant={isGrave ? "alarm" : "primary"}
      onSubmit={() => {
        const body = allowed === undefined ? { reason } : { dueOn, reason };
        const isSound = isDateGood && isActReason(reason);
        attempt(isSound ? { submissionId: row.submissionId, revision: decidedOn, body } : null, onDone);
      }}
      refused={
        <ActRefused
          error={act.error}
          words={{ "transition-refused": words.refused, ...(inRange && { "round-dates-out-of-order": inRange }) }}
          fits={isOpen}
          onSeen={(revision) => {
            act.reset();
            setDecidedOn(revision);
          }}
        />
      }
    >
      {words.text === "" ? null : <p>{words.text}</p>}
      {name === "takeBackExtension" ? (
        <p>
          {days.roundDueOn < days.today ? t.latePast(f.date(days.roundDueOn)) : t.dueAgain(f.date(days.roundDueOn))}
        </p>
      ) : null}
      {allowed === undefined ? null : (
        <TextInput
          type="date"
          width="medium"
          label={words.date}
          help={from === null ? undefined : t.present(f.date(from))}
          min={allowed.earliest}
          max={allowed.latest}
          value={dueOn}
          error={isTried && !isDateGood ? (dueOn === from ? t.same : inRange) : undefined}
          onChange={(event) => form.change({ dueOn: event.target.value })}
        />
      )}
    </ActForm>
  );
}
