import type { Indicator } from "@avances/domain/catalogue";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { Breakdowns } from "./breakdown-grid.tsx";
import { CountField } from "./count-field.tsx";
import { CrossTable } from "./cross-table.tsx";
import { formTexts } from "./form.texts.ts";

export function CountControl({ indicator }: { readonly indicator: Indicator }) {
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
