import { defineTexts, useTexts } from "#i18n/i18n.ts";
import { EmptyState } from "#ui/empty-state.tsx";

const texts = defineTexts(
  {
    title: "Nothing is assigned to you yet",
    text: "Your focal point decides which indicators each institution answers. Please ask there.",
  },
  {
    title: "Aún no tiene indicadores asignados",
    text: "El punto focal decide qué indicadores responde cada institución. Le rogamos consultarle.",
  },
);

/** In the place of the form, for whoever is not asked for anything yet. */
export function NothingAsked() {
  const t = useTexts(texts);
  return <EmptyState title={t.title}>{t.text}</EmptyState>;
}
