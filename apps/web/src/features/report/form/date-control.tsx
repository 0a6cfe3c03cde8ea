import { parseDate } from "@avances/domain/answer";
import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { TextInput } from "#ui/field.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { FaultWords } from "./field-fault.tsx";
import { formTexts } from "./form.texts.ts";

export function DateControl({ indicator }: { readonly indicator: Indicator }) {
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
