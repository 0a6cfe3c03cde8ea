import type { Language } from "@avances/domain/catalogue";
import type { BodyCode } from "@avances/domain/network";

/** Whose meeting it is, after "the meeting", "la reunión". */
export const meetingOfBody: Readonly<Record<BodyCode, Readonly<Record<Language, string>>>> = {
  LON: { en: "of the Liaison Officer Network", es: "de la Red de Funcionarios de Enlace" },
  RCGM: {
    en: "of the Regional Consultation Group on Migration",
    es: "del Grupo Regional de Consulta sobre Migración",
  },
  COALITION: { en: "of the Regional Coalition", es: "de la Coalición Regional" },
};
