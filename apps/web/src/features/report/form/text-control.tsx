import type { Indicator } from "@avances/domain/catalogue";
import { textLimits } from "@avances/domain/text";
import { useTexts } from "#i18n/i18n.ts";
import { TextArea } from "#ui/field.tsx";
import { useEntry } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";
import { usePersonCaution } from "./use-person-caution.tsx";

export function TextControl({ indicator }: { readonly indicator: Indicator }) {
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
