import { parseDate } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { Button } from "#ui/button.tsx";
import { RadioGroup, TextArea, TextInput } from "#ui/field.tsx";
import { answerTexts } from "../answer.texts.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { stay } from "../stay.ts";
import { Breakdowns } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { CrossTable } from "./cross-table.tsx";
import { FaultWords } from "./field-fault.tsx";
import { formTexts } from "./form.texts.ts";
import { MoneyControl } from "./money-control.tsx";
import { RatioControl } from "./ratio-control.tsx";
import { usePersonCaution } from "./use-person-caution.tsx";

/** The control that fits the kind of value. */
export function ValueControl({ indicator }: { readonly indicator: Indicator }) {
  switch (indicator.valueType) {
    case "ordinal":
      return <LevelControl indicator={indicator} />;
    case "boolean":
      return <YesNoControl indicator={indicator} />;
    case "count":
      return <CountControl indicator={indicator} />;
    case "ratio":
      return <RatioControl indicator={indicator} />;
    case "money":
      return <MoneyControl indicator={indicator} />;
    case "date":
      return <DateControl indicator={indicator} />;
    case "text":
      return <TextControl indicator={indicator} />;
  }
}

/** The levels in words; their points are not shown, so that nobody answers by the score. */
function LevelControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  const { store, entry } = useEntry(indicator.code);
  return (
    <RadioGroup
      label={t.value.level}
      name={`${indicator.code}-level`}
      choices={(indicator.levels ?? []).map(({ level, label }) => ({ value: String(level), label: label[lang] }))}
      value={entry.draft.level === null ? null : String(entry.draft.level)}
      onChange={(level) => {
        store.edit(indicator.code, (draft) => ({ ...draft, level: Number(level) }));
        store.commit(indicator.code);
      }}
    />
  );
}

function YesNoControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const words = useTexts(answerTexts);
  const { store, entry } = useEntry(indicator.code);
  const { yes } = entry.draft;
  return (
    <RadioGroup
      label={t.value.yesNo}
      name={`${indicator.code}-yes`}
      layout="inline"
      choices={[
        { value: "yes", label: words.yes },
        { value: "no", label: words.no },
      ]}
      value={yes === null ? null : yes ? "yes" : "no"}
      onChange={(choice) => {
        store.edit(indicator.code, (draft) => ({ ...draft, yes: choice === "yes" }));
        store.commit(indicator.code);
      }}
    />
  );
}

function CountControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  return (
    <>
      <CountField code={indicator.code} place="total" label={`${t.value.total}, ${indicator.unit[lang]}`} />
      <Breakdowns indicator={indicator} whole="total" />
      {indicator.crossTabs.map((lists) => (
        <CrossTable key={lists.join()} indicator={indicator} lists={lists} whole="total" />
      ))}
    </>
  );
}

function DateControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const f = useFormat();
  const { store, entry } = useEntry(indicator.code);
  const text = entry.draft.fields.date ?? "";
  const parsed = parseDate(text);
  const fault = entry.faults.date;
  return (
    <TextInput
      label={t.value.date}
      help={t.value.dateHelp}
      width="short"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        const date = event.target.value;
        store.edit(indicator.code, (draft) => ({ ...draft, fields: { ...draft.fields, date } }));
      }}
      error={fault ? <FaultWords fault={fault} /> : undefined}
      after={parsed.kind === "date" ? f.date(parsed.value) : undefined}
    />
  );
}

function TextControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const caution = usePersonCaution();
  const { store, entry } = useEntry(indicator.code);
  return (
    <TextArea
      label={t.value.text}
      help={t.value.textHelp}
      rows={8}
      limit={textLimits.answerText}
      note={caution(entry.draft.fields.text ?? "")}
      value={entry.draft.fields.text ?? ""}
      onChange={(event) => {
        const text = event.target.value;
        store.edit(indicator.code, (draft) => ({ ...draft, fields: { ...draft.fields, text } }));
      }}
    />
  );
}

/** Takes the answer back: radio buttons cannot be unchosen by themselves. Reason, comment and evidence stay. */
export function ClearAnswer({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const { store, entry } = useEntry(indicator.code);
  if (entry.draft.level === null && entry.draft.yes === null) return null;
  return (
    <Button
      variant="quiet"
      size="small"
      onClick={(event) => {
        stay(event.currentTarget);
        store.replace(indicator.code, "cleared", (draft) => ({ ...draft, level: null, yes: null }));
      }}
    >
      {t.clear}
    </Button>
  );
}
