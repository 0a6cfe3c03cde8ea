import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { RadioGroup } from "#ui/field.tsx";
import { answerTexts } from "../answer.texts.ts";
import { useEntry } from "../saving/use-answer-store.ts";
import { formTexts } from "./form.texts.ts";

export function YesNoControl({ indicator }: { readonly indicator: Indicator }) {
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
