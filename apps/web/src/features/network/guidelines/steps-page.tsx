import type { GuidelinesView } from "@avances/contracts";
import { byLanguage, languages, type Text } from "@avances/domain/catalogue";
import { guidelineSetFaults, type WrittenStep } from "@avances/domain/network";
import { textLimits } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { guidelinesQuery } from "#lib/guideline-queries.ts";
import { newId } from "#lib/new-id.ts";
import { isListOf, isNullOr, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { FieldError, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { AboutField } from "../about-field.tsx";
import matter from "../matter.module.css";
import { MatterRefused } from "../matter-refused.tsx";
import { networkTexts } from "../network.texts.ts";
import { allAbout, catalogueQuery, type NamedAbout } from "../what-about.ts";
import { useSaveSteps } from "./guideline-queries.ts";
import styles from "./guidelines.module.css";
import { guidelinesTexts } from "./guidelines.texts.ts";

interface TypedStep {
  /** So that a step keeps its fields while others are moved. */
  readonly key: string;
  readonly code: string | null;
  readonly name: Text;
  readonly indicators: readonly string[];
}
interface Typed {
  readonly source: Text;
  readonly steps: readonly TypedStep[];
}
const isNames = isShape<Text>(byLanguage(() => isText));
const isTyped = isShape<Typed>({
  source: isNames,
  steps: isListOf(
    isShape<TypedStep>({ key: isText, code: isNullOr(isText), name: isNames, indicators: isListOf(isText) }),
  ),
});
const noText = byLanguage<string>(() => "");

/** Where the Secretariat says which steps of the Guidelines are asked about. For everybody else there is no such page. */
export function GuidelineStepsPage() {
  const t = useTexts(guidelinesTexts);
  const n = useTexts(networkTexts);
  const lang = useLanguage();
  const guidelines = useQuery(guidelinesQuery);
  const catalogue = useQuery(catalogueQuery);
  const fault = guidelines.error ?? catalogue.error;
  if (fault !== null) throw fault;
  if (guidelines.data?.mayChange === false) throw notFound();
  return (
    <>
      <PageHeader
        variant="work"
        title={t.steps.title}
        lead={<p>{t.steps.lead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {n.title}
          </Link>,
          <Link key="room" to="/$lang/network/$" params={{ lang, _splat: "guidelines" }}>
            {t.title}
          </Link>,
        ]}
      />
      {guidelines.data === undefined || catalogue.data === undefined ? (
        <Skeleton shape="table" rows={6} />
      ) : (
        <Form
          guidelines={guidelines.data}
          about={allAbout(catalogue.data, [], lang).filter(({ kind }) => kind === "indicator")}
        />
      )}
    </>
  );
}

const begun = ({ sets }: GuidelinesView): Typed => {
  const set = sets.at(-1);
  return {
    source: set?.source ?? noText,
    steps: (set?.steps ?? []).map(({ code, name, indicators }) => ({ key: code, code, name, indicators })),
  };
};
const written = ({ steps, source }: Typed): { readonly steps: readonly WrittenStep[]; readonly source: Text } => ({
  source,
  steps: steps.map(({ code, name, indicators }) => ({ code, name, indicators })),
});

interface FormProps {
  readonly guidelines: GuidelinesView;
  readonly about: readonly NamedAbout[];
}

/** All steps at once: named in both languages, in order, with the indicators that are close to each. */
function Form({ guidelines, about }: FormProps) {
  const t = useTexts(guidelinesTexts).steps;
  const lang = useLanguage();
  const f = useFormat();
  const navigate = useNavigate();
  const act = useSaveSteps();
  // As they were when the form was opened: the decision is about them, not about what arrives later.
  const [decidedOn, setDecidedOn] = useState(guidelines);
  const [empty] = useState(() => begun(guidelines));
  const form = useKeptForm<Typed>({ form: "guideline", of: ["steps"], empty, guard: isTyped });
  const { isTried, attempt } = useSending(form, act);
  const { steps, source } = form.value;
  const faults = guidelineSetFaults(written(form.value), decidedOn.sets, new Set(about.map(({ code }) => code)));
  const change = (key: string, part: Partial<TypedStep>) =>
    form.change({ steps: steps.map((one) => (one.key === key ? { ...one, ...part } : one)) });
  const move = (from: number, to: number) => {
    const moved = steps.toSpliced(from, 1);
    const step = steps[from];
    if (step !== undefined) form.change({ steps: moved.toSpliced(to, 0, step) });
  };
  const { error } = act;
  const current =
    error instanceof ApiProblem && error.code === "revision-stale"
      ? (error.problem?.details?.current as GuidelinesView | undefined)
      : undefined;
  return (
    <form
      className={matter.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { steps: all, source: from } = written(form.value);
        const body = { source: from, steps: all.map((one) => ({ ...one, indicators: [...one.indicators] })) };
        attempt(faults.length === 0 ? { body, revision: decidedOn.revision } : null, () => {
          announce(t.saved);
          void navigate({ to: "/$lang/network/$", params: { lang, _splat: "guidelines" } });
        });
      }}
    >
      <KeptNote form={form} />
      {steps.map((step, place) => (
        <StepFields
          key={step.key}
          step={step}
          number={f.number(place + 1)}
          about={about}
          isTried={isTried}
          onChange={(part) => change(step.key, part)}
          onUp={place === 0 ? null : () => move(place, place - 1)}
          onDown={place === steps.length - 1 ? null : () => move(place, place + 1)}
          onRemove={() => form.change({ steps: steps.filter(({ key }) => key !== step.key) })}
        />
      ))}
      <div className="row">
        <Button
          onClick={() => form.change({ steps: [...steps, { key: newId(), code: null, name: noText, indicators: [] }] })}
        >
          {t.add}
        </Button>
      </div>
      <fieldset className={matter.narrow}>
        <legend className={matter.legend}>{t.source}</legend>
        <p className="quiet small">{t.sourceHelp}</p>
        <div className={matter.facts}>
          {languages.map((language) => (
            <TextInput
              key={language}
              label={t.inLanguage[language]}
              optional
              lang={language}
              limit={textLimits.matterSubject}
              value={source[language]}
              onChange={({ target }) => form.change({ source: { ...source, [language]: target.value } })}
            />
          ))}
        </div>
      </fieldset>
      {isTried && faults.length > 0 ? (
        <div role="alert">
          <FieldError>{faults.map((fault) => t.faults[fault]).join(" ")}</FieldError>
        </div>
      ) : null}
      {current === undefined ? (
        <MatterRefused error={error} faults={t.faults} />
      ) : (
        <Callout
          tone="caution"
          live="alert"
          actions={
            <Button
              onClick={() => {
                act.reset();
                setDecidedOn(current);
              }}
            >
              {t.seen}
            </Button>
          }
        >
          {t.stale}
        </Callout>
      )}
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

interface StepFieldsProps {
  readonly step: TypedStep;
  readonly number: string;
  readonly about: readonly NamedAbout[];
  readonly isTried: boolean;
  readonly onChange: (part: Partial<TypedStep>) => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
}

function StepFields({ step, number, about, isTried, onChange, onUp, onDown, onRemove }: StepFieldsProps) {
  const t = useTexts(guidelinesTexts).steps;
  return (
    <fieldset className={styles.step}>
      <legend className={matter.legend}>{t.one(number)}</legend>
      <div className={matter.facts}>
        {languages.map((language) => (
          <TextInput
            key={language}
            label={t.name[language]}
            lang={language}
            limit={textLimits.matterSubject}
            value={step.name[language]}
            error={isTried && step.name[language].trim() === "" ? t.faults.name : undefined}
            onChange={({ target }) => onChange({ name: { ...step.name, [language]: target.value } })}
          />
        ))}
      </div>
      <AboutField
        value={step.indicators.map((code) => ({ kind: "indicator", code }))}
        all={about}
        kinds={["indicator"]}
        says={t.about}
        onChange={(links) => onChange({ indicators: links.map(({ code }) => code) })}
      />
      <div className="row">
        {onUp === null ? null : <Button onClick={onUp}>{t.up(number)}</Button>}
        {onDown === null ? null : <Button onClick={onDown}>{t.down(number)}</Button>}
        <Button onClick={onRemove}>{t.remove(number)}</Button>
      </div>
    </fieldset>
  );
}
