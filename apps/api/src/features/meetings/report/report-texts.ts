import type { Language } from "@avances/domain/catalogue";

interface Words {
  readonly above: string;
  readonly title: string;
  readonly days: (from: string, to: string) => string;
  readonly host: (place: string, host: string) => string;
  readonly version: (version: number, day: string) => string;
  readonly final: (version: number, day: string) => string;
  readonly entered: (version: number, day: string) => string;
  readonly source: (name: string) => string;
  readonly working: (moment: string) => string;
  readonly circulated: string;
  readonly invented: string;
  readonly figures: string;
  readonly participants: string;
  readonly attended: (names: string) => string;
  readonly alsoThere: (names: string) => string;
  readonly didNot: (names: string) => string;
  readonly notOnRecord: (names: string) => string;
  readonly nobody: string;
  readonly points: string;
  readonly proposals: string;
  readonly none: string;
  readonly missing: string;
  readonly consideration: string;
  readonly considered: (day: string) => string;
  readonly annex: string;
  readonly submissions: (round: number) => string;
  readonly heads: readonly [string, string];
  readonly yes: string;
  readonly no: string;
  readonly submittedNote: string;
  readonly file: string;
}

/** The words around what a report says, for its files. */
export const reportTexts: Readonly<Record<Language, Words>> = {
  en: {
    above: "Regional Conference on Migration",
    title: "Report of the meeting",
    days: (from, to) => `${from} to ${to}`,
    host: (place, host) => `${place} (host: ${host})`,
    version: (version, day) => `Version ${version}, ${day}`,
    final: (version, day) => `Final version, ${day} (version ${version})`,
    entered: (version, day) => `Final version, entered in this portal on ${day} (version ${version})`,
    source: (name) => `This meeting has a published report (${name}). What stands here was entered in this portal.`,
    working: (moment) => `Working copy of the Technical Secretariat, as it stood on ${moment}.`,
    circulated: "This version was circulated to the members for their comments. It is not the final one.",
    invented: "Invented for this demonstration.",
    figures: "Demonstration: the figures are not real.",
    participants: "Participants",
    attended: (names) => `Delegations that attended: ${names}.`,
    alsoThere: (names) => `Organisations that attended: ${names}.`,
    didNot: (names) => `Did not attend: ${names}.`,
    notOnRecord: (names) => `Attendance not on record: ${names}.`,
    nobody: "It is not on record who attended.",
    points: "Points",
    proposals: "Proposals",
    none: "The report has no points yet.",
    missing: "[not written in English yet]",
    consideration: "Consideration",
    considered: (day) => `Considered on ${day}.`,
    annex: "Annex",
    submissions: (round) => `Indicators, round ${round}: submitted by the end of the meeting`,
    heads: ["Country", "Submitted"],
    yes: "yes",
    no: "no",
    submittedNote:
      "Whether the country's report of the round had first been submitted by the end of the meeting. Countries that had submitted none and owed none are not named.",
    file: "report",
  },
  es: {
    above: "Conferencia Regional sobre Migración",
    title: "Informe de la reunión",
    days: (from, to) => `${from} al ${to}`,
    host: (place, host) => `${place} (sede: ${host})`,
    version: (version, day) => `Versión ${version}, ${day}`,
    final: (version, day) => `Versión final, ${day} (versión ${version})`,
    entered: (version, day) => `Versión final, registrada en este portal el ${day} (versión ${version})`,
    source: (name) => `Esta reunión tiene un informe publicado (${name}). Lo que está aquí se registró en este portal.`,
    working: (moment) => `Copia de trabajo de la Secretaría Técnica, tal como estaba el ${moment}.`,
    circulated: "Esta versión se circuló a los integrantes para sus comentarios. No es la definitiva.",
    invented: "Inventado para esta demostración.",
    figures: "Demostración: las cifras no son reales.",
    participants: "Participantes",
    attended: (names) => `Delegaciones que asistieron: ${names}.`,
    alsoThere: (names) => `Organizaciones que asistieron: ${names}.`,
    didNot: (names) => `No asistieron: ${names}.`,
    notOnRecord: (names) => `Sin constancia de asistencia: ${names}.`,
    nobody: "No hay constancia de quién asistió.",
    points: "Puntos",
    proposals: "Propuestas",
    none: "El informe aún no tiene puntos.",
    missing: "[aún no está escrito en español]",
    consideration: "Consideración",
    considered: (day) => `Considerado el ${day}.`,
    annex: "Anexo",
    submissions: (round) => `Indicadores, ronda ${round}: presentados al terminar la reunión`,
    heads: ["País", "Presentó"],
    yes: "sí",
    no: "no",
    submittedNote:
      "Si el informe del país en la ronda se había presentado por primera vez al terminar la reunión. No se nombran los países que no habían presentado ninguno ni lo debían.",
    file: "informe",
  },
};
