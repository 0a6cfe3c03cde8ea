import type { DocumentKind } from "@avances/domain/network";
import { defineTexts } from "#i18n/i18n.ts";

/** What a document of the library is, on its own page and in what everybody reads. */
export const documentKindTexts = defineTexts(
  {
    background: "Background",
    report: "Report",
    presentation: "Presentation",
    decision: "Decision",
    other: "Other",
  } satisfies Record<DocumentKind, string>,
  {
    background: "Antecedentes",
    report: "Informe",
    presentation: "Presentación",
    decision: "Decisión",
    other: "Otro",
  },
);
