import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { AnswerSheet } from "../sheet/answer-sheet.tsx";
import { TotalOnly } from "../sheet/total-only.tsx";
import { Breakdowns } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { CrossTable } from "./cross-table.tsx";
import { formTexts } from "./form.texts.ts";

export function CountControl({ indicator }: { readonly indicator: Indicator }) {
  const t = useTexts(formTexts);
  const lang = useLanguage();
  return (
    <AnswerSheet indicator={indicator}>
      <CountField place="total" label={`${t.value.total}, ${indicator.unit[lang]}`} />
      <TotalOnly>
        {indicator.crossTabs.map((lists) => (
          <CrossTable key={lists.join()} indicator={indicator} lists={lists} whole="total" />
        ))}
        <Breakdowns indicator={indicator} whole="total" />
      </TotalOnly>
    </AnswerSheet>
  );
}
