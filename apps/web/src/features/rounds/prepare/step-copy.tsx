import { isCalendarDate } from "@avances/domain/round";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { namedRound, roundWords } from "#lib/round-words.ts";
import { Select, TextInput } from "#ui/field.tsx";
import { preparing as address } from "./address.ts";
import { prepareTexts } from "./prepare.texts.ts";
import { proposedPlan } from "./proposed-plan.ts";
import { errorOf, type StepProps } from "./step-props.ts";
import { useGroupName } from "./use-group-name.ts";

/** The year, and the round whose dates and countries are taken over. */
export function StepCopy({ preparing, rounds, ...props }: StepProps) {
  const t = useTexts(prepareTexts);
  const lang = useLanguage();
  const f = useFormat();
  const navigate = useNavigate();
  const { plan, view, change } = preparing;
  const [yearText, setYearText] = useState(String(plan.year));
  const isYear = /^(20\d\d|2100)$/.test(yearText);
  const groupName = useGroupName(plan.obligatedGroup);
  return (
    <div className="stack">
      <TextInput
        label={t.copy.year}
        help={isYear ? t.copy.yearHelp(String(Number(yearText) - 1)) : undefined}
        error={isYear ? errorOf(props, "year-wrong", "year-taken") : t.reason["year-wrong"]}
        width="short"
        inputMode="numeric"
        value={yearText}
        onChange={(event) => {
          const next = event.target.value;
          setYearText(next);
          // Another year is another preparation, with a hash of its own.
          if (/^(20\d\d|2100)$/.test(next) && Number(next) !== plan.year)
            void navigate({
              to: "/$lang/rounds",
              params: { lang },
              hash: address(Number(next), "copy"),
              replace: true,
            });
        }}
      />
      <Select
        label={t.copy.from}
        help={t.copy.fromHelp}
        value={plan.copiedFrom === null ? "" : String(plan.copiedFrom)}
        onChange={(event) => {
          const copied = rounds.find(({ year }) => String(year) === event.target.value);
          change(proposedPlan(plan.year, copied, view.facts));
        }}
      >
        {rounds.map((round) => (
          <option key={round.year} value={round.year}>
            {roundWords[lang].heading(namedRound(round))}
          </option>
        ))}
        <option value="">{t.copy.none}</option>
      </Select>
      <div className="stack-s">
        <h3>{t.copy.copied}</h3>
        <ul className="flow">
          <li>
            {isCalendarDate(plan.opensOn) && isCalendarDate(plan.dueOn)
              ? t.copy.items(f.date(plan.opensOn), f.date(plan.dueOn))
              : t.copy.noDates}
          </li>
          <li>{t.copy.group(groupName, plan.obligatedCountries.length)}</li>
          <li>{plan.signatureRequired ? t.copy.signed : t.copy.unsigned}</li>
        </ul>
        <p className="quiet small">{t.copy.not}</p>
      </div>
    </div>
  );
}
