import { isCalendarDate } from "@avances/domain/round";
import { isActReason } from "@avances/domain/text";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { RadioGroup, Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { ReasonField } from "#ui/reason-field.tsx";
import rounds from "../rounds.module.css";
import { type Facts, useChangeGroup } from "./preparation-queries.ts";
import { prepareTexts } from "./prepare.texts.ts";
import type { StepProps } from "./step-props.ts";
import { useGroupName } from "./use-group-name.ts";

const empty = { country: "", joins: "joins", from: "", reason: "" };
const isWritten = isShape({ country: isText, joins: isText, from: isText, reason: isText });

interface GroupMembersProps extends Pick<StepProps, "countries"> {
  readonly isOpen: boolean;
  readonly group: string;
  readonly facts: Facts;
  readonly onClose: () => void;
}

/** Records since when a country belongs to a group, or no longer does; below it what was recorded. */
export function GroupMembers({ isOpen, group, facts, countries, onClose }: GroupMembersProps) {
  const t = useTexts(prepareTexts).members;
  const lang = useLanguage();
  const f = useFormat();
  const act = useChangeGroup(group);
  const form = useKeptForm({ form: "round", of: ["group", group], empty, guard: isWritten });
  const { country, joins, from, reason } = form.value;
  const { isTried, attempt, again } = useSending(form, act);
  const [isDone, setDone] = useState(false);
  const isSound = country !== "" && isCalendarDate(from) && isActReason(reason);
  const nameOf = (code: string) => countries.find(({ alpha3 }) => alpha3 === code)?.name[lang] ?? code;
  const recorded = facts.groupChanges.filter((one) => one.group === group);
  return (
    <Dialog open={isOpen} onClose={onClose} wide title={t.title(useGroupName(group))}>
      <form
        className={rounds.dialogForm}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setDone(false);
          const body = { country, joins: joins === "joins", from, reason };
          attempt(isSound ? { body } : null, () => {
            again();
            setDone(true);
            announce(t.done);
          });
        }}
      >
        <KeptNote form={form} />
        <p>{t.text}</p>
        <Select
          label={t.country}
          error={isTried && country === "" ? t.noCountry : undefined}
          value={country}
          onChange={(event) => form.change({ country: event.target.value })}
        >
          <option value="" />
          {countries.map(({ alpha3, name }) => (
            <option key={alpha3} value={alpha3}>
              {name[lang]}
            </option>
          ))}
        </Select>
        <RadioGroup
          label={t.change}
          name="joins"
          choices={[
            { value: "joins", label: t.joins },
            { value: "leaves", label: t.leaves },
          ]}
          value={joins === "leaves" ? "leaves" : "joins"}
          onChange={(value) => form.change({ joins: value })}
        />
        <TextInput
          type="date"
          width="medium"
          label={t.from}
          error={isTried && !isCalendarDate(from) ? t.noDay : undefined}
          value={from}
          onChange={(event) => form.change({ from: event.target.value })}
        />
        <ReasonField
          label={t.reason}
          help={t.reasonHelp}
          value={reason}
          tooShort={t.tooShort}
          isTried={isTried}
          onChange={(written) => form.change({ reason: written })}
        />
        <ProblemNote error={act.error} />
        {isDone ? <p role="status">{t.done}</p> : null}
        <div className="row row-end">
          <Button onClick={onClose}>{t.close}</Button>
          <Button type="submit" variant="primary" busy={act.isPending}>
            {t.submit}
          </Button>
        </div>
      </form>
      {recorded.length === 0 ? null : (
        <section className="stack-s">
          <h3>{t.record}</h3>
          <ul className="flow">
            {[...recorded].reverse().map((one) => (
              <li key={`${one.country} ${one.at}`}>
                {(one.joins ? t.joined : t.left)(nameOf(one.country), f.date(one.from))} {one.reason}
                <span className="quiet small"> ({t.by(one.byName, f.instant(one.at))})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
