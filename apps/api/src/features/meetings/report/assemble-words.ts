import { type Language, languageFacts } from "@avances/domain/catalogue";
import { type ActivityKind, activityWords } from "@avances/domain/network";

/** A proposal in a report: the facts of the proposal, and its words in one language. */
interface ProposalWords {
  readonly kind: ActivityKind;
  /** In words; empty = none is named. */
  readonly days: string;
  readonly place: string;
  readonly subject: string;
  /** Empty: it says nothing more, or more than a point holds. */
  readonly body: string;
  /** Codes of objectives and indicators. */
  readonly aims: readonly string[];
  /** Who had said by the end of the meeting that they support it. */
  readonly supporters: readonly string[];
}

interface Words {
  /** What stands first in the report of the Network. */
  readonly opening: string;
  /** Follows "thanks". */
  readonly shared: (names: readonly string[]) => string;
  readonly title: (body: string, day: string) => string;
  readonly days: (from: string, until: string) => string;
  /** Follows "proposes". Names stand after colons, so that none needs an article. */
  readonly proposal: (said: ProposalWords) => string;
  /** Follows "endorses". */
  readonly endorsed: (subject: string, proposer: string) => string;
}

const together = (names: readonly string[], language: Language) =>
  new Intl.ListFormat(languageFacts[language].dates, { type: "conjunction" }).format(names);

/** Ends a sentence that somebody wrote, who may have ended it already. */
const ended = (words: string) => (/[.!?…]$/.test(words) ? words : `${words}.`);

const proposalIn =
  (language: Language, says: Readonly<Record<"following" | "aims" | "support", string>>) =>
  ({ kind, days, place, subject, body, aims, supporters }: ProposalWords) => {
    const facts = [activityWords[language].kinds[kind].toLocaleLowerCase(language), days, place];
    return [
      `${says.following} (${facts.filter((one) => one !== "").join(", ")}): ${ended(subject)}`,
      ...(body === "" ? [] : [body]),
      `${says.aims}: ${aims.join(", ")}.`,
      ...(supporters.length === 0 ? [] : [`${says.support}: ${ended(together(supporters, language))}`]),
    ].join("\n");
  };

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
    days: (from, until) => `${from} to ${until}`,
    proposal: proposalIn("en", { following: "the following activity", aims: "It aims at", support: "Supported by" }),
    endorsed: (subject, proposer) => `the following activity: ${ended(subject)}\nProposed by: ${ended(proposer)}`,
  },
  es: {
    opening:
      "La Red de Funcionarios de Enlace para el Combate al Tráfico Ilícito de Migrantes y la Trata de Personas somete este informe a la consideración del Grupo Regional de Consulta sobre Migración.",
    shared: (names) =>
      names.length === 1
        ? `a la delegación que compartió sus avances: ${names[0]}.`
        : `a las delegaciones que compartieron sus avances: ${together(names, "es")}.`,
    title: (body, day) => `Informe de la reunión del ${day}: ${body}`,
    days: (from, until) => `${from} al ${until}`,
    proposal: proposalIn("es", { following: "la siguiente actividad", aims: "Apunta a", support: "Con el apoyo de" }),
    endorsed: (subject, proposer) => `la siguiente actividad: ${ended(subject)}\nPropuesta por: ${ended(proposer)}`,
  },
};
