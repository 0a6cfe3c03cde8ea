import { languageLabel } from "@avances/domain/catalogue";
import {
  type FieldFault,
  faultsOfWording,
  isSameWording,
  type Placeholder,
  tidyWording,
  type Wording,
  type WordingField,
} from "@avances/domain/wording";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { useFormat } from "#lib/format.ts";
import { isNumber, isShape, isText } from "#lib/read-kept.ts";
import { countriesQuery } from "#lib/shared-queries.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { TextArea, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { useKindWords } from "#ui/kind-words.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Countries, MessagePreview } from "./message-preview.tsx";
import { PlaceholderList } from "./placeholder-list.tsx";
import { TemplateVersions } from "./template-versions.tsx";
import styles from "./templates.module.css";
import { templatesTexts } from "./templates.texts.ts";
import { type Template, templateQuery, useSave, type Which } from "./templates-queries.ts";

/** The words of one kind of message in one language: to edit, with the whole message of a sample country beside them. */
export function TemplateEditor(which: Which) {
  const t = useTexts(templatesTexts);
  const lang = useLanguage();
  const kindWords = useKindWords();
  const { data, error: refused } = useQuery(templateQuery(which));
  // Nothing here suspends: the heading, which takes the focus, stays the same.
  const { data: list, error: noCountries } = useQuery(countriesQuery);
  const error = refused ?? noCountries;
  if (error instanceof ApiProblem && (data === undefined || list === undefined)) throw error;
  return (
    <>
      <PageHeader
        variant="work"
        title={`${kindWords(which.kind)}, ${languageLabel(which.language, lang)}`}
        breadcrumbs={[
          <Link key="all" to="/$lang/words" params={{ lang }}>
            {t.title}
          </Link>,
        ]}
      />
      {error !== null && (data === undefined || list === undefined) ? <ProblemNote error={error} /> : null}
      {error === null && (data === undefined || list === undefined) ? <Skeleton rows={8} /> : null}
      {data === undefined || list === undefined ? null : (
        <Editor which={which} template={data} countries={list.countries} />
      )}
    </>
  );
}

/** What is typed, and the version that it began with. */
type Draft = Wording & { readonly basedOn: number };

const isDraft = isShape<Draft>({
  subject: isText,
  opening: isText,
  closing: isText,
  basedOn: isNumber,
});

interface EditorProps {
  readonly which: Which;
  readonly template: Template;
  readonly countries: Countries;
}

function Editor({ which, template, countries }: EditorProps) {
  const t = useTexts(templatesTexts);
  const save = useSave(which);
  /** The words of a version, which somebody began with; 0 = the built-in ones. */
  const wordsOf = (version: number) =>
    template.versions.find((one) => one.version === version)?.words ?? template.builtIn;
  const isUntouched = (draft: Draft) => isSameWording(draft, wordsOf(draft.basedOn));
  const form = useKeptForm({
    form: "template",
    of: [which.kind, which.language],
    empty: { ...template.words, basedOn: template.version },
    guard: isDraft,
    isEmpty: isUntouched,
  });
  const { isTried, attempt } = useSending(form, save);
  const [left, setLeft] = useState<readonly WordingField[]>([]);
  const [savedVersion, setSavedVersion] = useState<number | null>(null);
  // Where nothing was typed, the fields show what is in force, also when somebody else has just saved it.
  const shown = isUntouched(form.value) ? { ...template.words, basedOn: template.version } : form.value;
  const { basedOn, ...typed } = shown;
  const words = tidyWording(typed);
  const isSame = isSameWording(words, template.words);
  const isStale = basedOn !== template.version;
  const countryNames = countries.flatMap(({ name }) => Object.values(name));
  const faults = faultsOfWording(words, { ...which, countryNames });
  const change = (part: Partial<Wording>) => {
    setSavedVersion(null);
    save.reset();
    form.change({ ...shown, ...part });
  };
  const fieldProps = (field: WordingField) => {
    const part = template.parts.find((one) => one.field === field);
    const needs = part?.required ?? [];
    return {
      label: t.fields[field],
      help: needs.length > 0 ? t.needs(needs.map(inBraces).join(", ")) : t.mayBeEmpty,
      lang: which.language,
      value: shown[field],
      error: isTried || left.includes(field) ? faultWords(faults, field, t.faults) : undefined,
      onBlur: () => setLeft((before) => (before.includes(field) ? before : [...before, field])),
      id: idOf(field),
    };
  };
  return (
    <>
      <div className={styles.columns}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isSame) return;
            attempt(faults.length === 0 ? { words, basedOn } : null, (reply) => {
              setSavedVersion(reply.version);
              setLeft([]);
              announce(t.saved(reply.version));
            });
          }}
        >
          <KeptNote form={form} />
          {isStale ? (
            <Meanwhile
              template={template}
              onTake={() => form.change({ ...template.words, basedOn: template.version })}
              onKeep={() => {
                save.reset();
                form.change({ basedOn: template.version });
              }}
            />
          ) : null}
          <TextInput {...fieldProps("subject")} onChange={(event) => change({ subject: event.target.value })} />
          <Inserts template={template} field="subject" value={shown.subject} onChange={change} />
          <TextArea {...fieldProps("opening")} rows={5} onChange={(event) => change({ opening: event.target.value })} />
          <Inserts template={template} field="opening" value={shown.opening} onChange={change} />
          <TextArea {...fieldProps("closing")} rows={5} onChange={(event) => change({ closing: event.target.value })} />
          <Inserts template={template} field="closing" value={shown.closing} onChange={change} />
          <p className="quiet">{t.notYet}</p>
          <Refusal error={save.error} isStale={isStale} />
          {savedVersion === null ? null : <Callout tone="done">{t.saved(savedVersion)}</Callout>}
          {isSame && savedVersion === null ? <p className="quiet">{t.same}</p> : null}
          <div className="row">
            <Button
              type="submit"
              variant="primary"
              busy={save.isPending}
              disabled={isStale || (isSame && savedVersion === null && !save.isPending)}
            >
              {t.save}
            </Button>
            {isSameWording(words, template.builtIn) ? null : (
              <Button onClick={() => change(template.builtIn)}>{t.toBuiltIn}</Button>
            )}
          </div>
          <p className="quiet">{t.scope[template.about]}</p>
        </form>
        <MessagePreview
          which={which}
          about={template.about}
          words={words}
          isSound={faults.length === 0}
          states={template.states}
          countries={countries}
        />
      </div>
      <div className={styles.below}>
        <PlaceholderList template={template} />
        <TemplateVersions which={which} template={template} />
      </div>
    </>
  );
}

const idOf = (field: WordingField) => `words-${field}`;
const inBraces = (name: Placeholder) => `{{${name}}}`;

type FaultWords = (typeof templatesTexts)["en"]["faults"];

/** Everything that is wrong with a part, one sentence each; undefined = nothing. */
function faultWords(faults: readonly FieldFault[], field: WordingField, words: FaultWords) {
  const own = faults.filter((one) => one.field === field);
  return own.length === 0 ? undefined : own.map(({ fault, word }) => words[fault](word)).join(" ");
}

interface InsertsProps {
  readonly template: Template;
  readonly field: WordingField;
  readonly value: string;
  readonly onChange: (part: Partial<Wording>) => void;
}

/** Puts a placeholder where the cursor is. */
function Inserts({ template, field, value, onChange }: InsertsProps) {
  const t = useTexts(templatesTexts);
  const allowed = template.parts.find((one) => one.field === field)?.allowed ?? [];
  return (
    <p className={styles.inserts}>
      {allowed.map((name) => (
        <Button
          key={name}
          size="small"
          variant="quiet"
          aria-label={t.insert(inBraces(name), t.fields[field])}
          onClick={() => {
            const control = document.getElementById(idOf(field)) as HTMLInputElement | HTMLTextAreaElement | null;
            const from = control?.selectionStart ?? value.length;
            const to = control?.selectionEnd ?? from;
            onChange({ [field]: `${value.slice(0, from)}${inBraces(name)}${value.slice(to)}` });
            const place = from + inBraces(name).length;
            requestAnimationFrame(() => {
              control?.focus();
              control?.setSelectionRange(place, place);
            });
          }}
        >
          {inBraces(name)}
        </Button>
      ))}
    </p>
  );
}

interface MeanwhileProps {
  readonly template: Template;
  readonly onTake: () => void;
  readonly onKeep: () => void;
}

/** Another version is in force than the one that was edited here. */
function Meanwhile({ template, onTake, onKeep }: MeanwhileProps) {
  const t = useTexts(templatesTexts).meanwhile;
  const f = useFormat();
  return (
    <Callout
      tone="caution"
      live="alert"
      title={t.title}
      actions={
        <>
          <Button size="small" onClick={onKeep}>
            {t.keep}
          </Button>
          <Button size="small" variant="quiet" onClick={onTake}>
            {t.take}
          </Button>
        </>
      }
    >
      <p>{t.text(template.byName ?? "", template.at === null ? "" : f.instant(template.at), template.version)}</p>
    </Callout>
  );
}

function Refusal({ error, isStale }: { readonly error: unknown; readonly isStale: boolean }) {
  const t = useTexts(templatesTexts);
  const code = error instanceof ApiProblem ? error.code : null;
  // Said above, with what can be done.
  if (code === "edited-meanwhile" && isStale) return null;
  return <ProblemNote error={error} words={{ "transition-refused": t.refusedState }} />;
}
