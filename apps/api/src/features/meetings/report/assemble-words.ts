import { type Language, languageFacts } from "@avances/domain/catalogue";

interface Words {
  /** What stands first in the report of the Network. */
  readonly opening: string;
  /** Follows "thanks". */
  readonly shared: (names: readonly string[]) => string;
  readonly title: (body: string, day: string) => string;
}

const together = (names: readonly string[], language: Language) =>
  new Intl.ListFormat(languageFacts[language].dates, { type: "conjunction" }).format(names);

/** Words with which a report begins; all of them can be changed. */
export const assembleWords: Readonly<Record<Language, Words>> = {
  en: {
    opening:
      "The Liaison Officer Network to Combat Migrant Smuggling and Trafficking in Persons submits this report to the Regional Consultation Group on Migration for its consideration.",
    shared: (names) =>
      names.length === 1
        ? `the delegation that shared its progress: ${names[0]}.`
        : `the delegations that shared their progress: ${together(names, "en")}.`,
    title: (body, day) => `Report of the meeting of ${day}: ${body}`,
  },
  es: {
    opening:
      "La Red de Funcionarios de Enlace para el Combate al Tráfico Ilícito de Migrantes y la Trata de Personas somete este informe a la consideración del Grupo Regional de Consulta sobre Migración.",
    shared: (names) =>
      names.length === 1
        ? `a la delegación que compartió sus avances: ${names[0]}.`
        : `a las delegaciones que compartieron sus avances: ${together(names, "es")}.`,
    title: (body, day) => `Informe de la reunión del ${day}: ${body}`,
  },
};
