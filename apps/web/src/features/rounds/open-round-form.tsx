import { useSuspenseQueries } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useActKey } from "#lib/act-key.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { focusFirstFault } from "#lib/focus-first-fault.ts";
import { useFormat } from "#lib/format.ts";
import { isListOf, isShape, isText, isTruth } from "#lib/read-kept.ts";
import { roundWords } from "#lib/round-words.ts";
import { useSession } from "#lib/session.ts";
import { countriesQuery, groupsQuery } from "#lib/shared-queries.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Checkbox, FieldError, FieldGroup, Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { ConfirmOpen } from "./confirm-open.tsx";
import { openedWords } from "./opened-words.ts";
import { planFaults } from "./plan-faults.ts";
import { plannedRound, proposedDates } from "./proposed-round.ts";
import { RoundPlanView } from "./round-plan-view.tsx";
import styles from "./rounds.module.css";
import { roundsTexts } from "./rounds.texts.ts";
import { type RoundPlan, useOpenRound } from "./rounds-queries.ts";

interface OpenRoundFormProps {
  readonly year: number;
  /** Today by the server's clock. */
  readonly today: string;
  readonly onCancel: () => void;
}

interface RoundDraft {
  readonly yearText: string;
  readonly opensOn: string;
  readonly dueOn: string;
  readonly group: string;
  /** Alpha-3 codes. */
  readonly chosen: readonly string[];
  readonly signed: boolean;
}
const isRoundDraft = isShape<RoundDraft>({
  yearText: isText,
  opensOn: isText,
  dueOn: isText,
  group: isText,
  chosen: isListOf(isText),
  signed: isTruth,
});

/** Opens the next round. The consequences are shown beside the fields, so that no message surprises anybody. */
export function OpenRoundForm({ year: firstYear, today, onCancel }: OpenRoundFormProps) {
  const t = useTexts(roundsTexts);
  const lang = useLanguage();
  const f = useFormat();
  const navigate = useNavigate();
  const [{ data: groupData }, { data: countryData }] = useSuspenseQueries({ queries: [groupsQuery, countriesQuery] });
  const { session } = useSession();
  const now = new Date(session?.now ?? Date.now());
  const opening = useOpenRound();
  const actKey = useActKey();
  const form = useRef<HTMLFormElement>(null);
  const groups = groupData.groups;
  const standard = groups.find(({ code }) => code === "CA-MEX") ?? groups[0];
  const written = useKeptForm<RoundDraft>({
    form: "round",
    empty: {
      yearText: String(firstYear),
      ...proposedDates(firstYear, today),
      group: standard?.code ?? "",
      chosen: standard?.members ?? [],
      signed: false,
    },
    guard: isRoundDraft,
  });
  const { yearText, opensOn, dueOn, group, chosen, signed } = written.value;
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);

  const plan: RoundPlan = {
    year: Number(yearText),
    opensOn,
    dueOn,
    obligatedGroup: group,
    obligatedCountries: [...chosen].sort(),
    signatureRequired: signed,
  };
  const refusal = refusalOf(opening.error);
  const faults = planFaults(plan, refusal);
  const shown = isTried || refusal !== null ? faults : {};
  const countries = [...countryData.countries].sort((one, other) => f.compare(one.name[lang], other.name[lang]));
  const change = (part: Partial<RoundDraft>) => {
    opening.reset();
    written.change(part);
  };
  const opened = () => {
    announce(openedWords(lang, f, plan, today));
    void navigate({ to: "/$lang/rounds/$year", params: { lang, year: yearText } });
  };
  const open = () =>
    written.send(
      () =>
        opening.mutateAsync(
          { plan, idempotencyKey: actKey.keyFor(plan) },
          {
            onError: (error) => {
              // Refusals that belong to a field are shown there; all others in the dialog, where the act can be tried again.
              const refused = refusalOf(error);
              if (refused !== null && Object.keys(planFaults(plan, refused)).length > 0) {
                setAsking(false);
                focusFirstFault(form.current);
              }
            },
          },
        ),
      opened,
    );
  return (
    <section className="section" aria-labelledby="open-round">
      <h2 id="open-round" className="sr-only">
        {t.form.heading(roundWords[lang].round(plannedRound(plan.year || firstYear)))}
      </h2>
      <div className="split">
        <form
          ref={form}
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (Object.keys(faults).length === 0) setAsking(true);
            else focusFirstFault(form.current);
          }}
        >
          <KeptNote form={written} />
          <TextInput
            label={t.form.year}
            help={t.form.yearHelp(String((plan.year || firstYear) - 1))}
            error={shown.year && t.form[shown.year]}
            width="short"
            inputMode="numeric"
            value={yearText}
            onChange={(event) => {
              const next = event.target.value;
              const dates = /^20\d\d$/.test(next) ? proposedDates(Number(next), today) : { opensOn, dueOn };
              change({ yearText: next, ...dates });
            }}
          />
          <div className={styles.dates}>
            <TextInput
              type="date"
              label={t.form.opensOn}
              help={t.form.opensHelp}
              error={shown.opensOn && t.form[shown.opensOn]}
              value={opensOn}
              onChange={(event) => change({ opensOn: event.target.value })}
            />
            <TextInput
              type="date"
              label={t.form.dueOn}
              help={t.form.dueHelp}
              error={shown.dueOn && t.form[shown.dueOn]}
              value={dueOn}
              onChange={(event) => change({ dueOn: event.target.value })}
            />
          </div>
          <Select
            label={t.form.group}
            value={group}
            onChange={(event) => {
              const next = groups.find((one) => one.code === event.target.value);
              change({ group: event.target.value, chosen: next?.members ?? [] });
            }}
          >
            {groups.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name[lang]}
              </option>
            ))}
          </Select>
          <FieldGroup legend={t.form.countries} help={t.form.countriesHelp}>
            <div className={styles.countries}>
              {countries.map(({ alpha3, name }) => (
                <Checkbox
                  key={alpha3}
                  label={name[lang]}
                  checked={chosen.includes(alpha3)}
                  onChange={(event) => {
                    const others = chosen.filter((one) => one !== alpha3);
                    change({ chosen: event.target.checked ? [...others, alpha3] : others });
                  }}
                />
              ))}
            </div>
            {shown.countries ? <FieldError>{t.form[shown.countries]}</FieldError> : null}
          </FieldGroup>
          <Checkbox
            label={t.form.signed}
            help={t.form.signedHelp}
            checked={signed}
            onChange={(event) => change({ signed: event.target.checked })}
          />
          <div className="row">
            <Button type="submit" variant="primary">
              {t.form.check}
            </Button>
            <Button variant="quiet" onClick={onCancel}>
              {t.form.cancel}
            </Button>
          </div>
        </form>
        {faults.opensOn || faults.dueOn ? null : (
          <RoundPlanView plan={plan} now={now} members={countryData.countries} />
        )}
      </div>
      <ConfirmOpen
        isOpen={isAsking}
        plan={plan}
        now={now}
        members={countryData.countries}
        error={opening.error}
        isBusy={opening.isPending}
        onConfirm={open}
        onClose={() => setAsking(false)}
      />
    </section>
  );
}

function refusalOf(error: unknown) {
  return error instanceof ApiProblem ? { code: error.code, details: error.problem?.details } : null;
}
