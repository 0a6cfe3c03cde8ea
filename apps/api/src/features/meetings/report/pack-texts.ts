import type { InstrumentCode, Language } from "@avances/domain/catalogue";
import type { PackAudience } from "@avances/domain/network";

interface Words {
  readonly above: string;
  readonly title: string;
  readonly days: (from: string, to: string) => string;
  readonly host: (place: string, host: string) => string;
  readonly made: (moment: string) => string;
  readonly audiences: Readonly<Record<PackAudience, string>>;
  readonly working: string;
  readonly demonstration: string;
  readonly status: string;
  readonly statusLead: (published: number, owed: number, round: string) => string;
  readonly noRound: string;
  readonly statusTable: string;
  readonly round: (roundYear: number, referenceYear: number) => string;
  readonly country: string;
  readonly publishedOn: (day: string) => string;
  readonly received: (round: number) => string;
  readonly yes: string;
  readonly no: string;
  readonly notSaid: string;
  readonly statusNote: string;
  readonly progress: string;
  readonly told: string;
  readonly toldBy: (countries: string) => string;
  readonly toldByNobody: string;
  readonly protocols: Readonly<Record<InstrumentCode, string>>;
  readonly toldOf: (country: string, protocol: string, day: string) => string;
  readonly toldAbout: (indicators: string) => string;
  readonly noTold: string;
  readonly since: (day: string | null) => string;
  readonly sinceNothing: string;
  readonly first: string;
  readonly reports: string;
  readonly reportOf: (country: string, round: string, day: string) => string;
  readonly newCommitments: string;
  readonly moved: string;
  readonly movedTo: (what: string, stage: string, day: string) => string;
  readonly documents: string;
  readonly contributions: string;
  readonly recommendationsMade: string;
  readonly activitiesProposed: string;
  readonly activitiesTold: string;
  readonly by: (what: string, who: string, day: string) => string;
  readonly commitments: string;
  readonly noCommitments: string;
  readonly commitmentHeads: readonly [string, string, string, string, string];
  readonly ofMeeting: (point: string, day: string) => string;
  readonly overdue: (days: number) => string;
  readonly carried: (times: number) => string;
  readonly noDay: string;
  readonly recommendations: string;
  readonly noRecommendations: string;
  readonly recommendationHeads: readonly [string, string, string, string];
  readonly step: (who: string, of: string, step: string) => string;
  readonly nobody: string;
  readonly isOpen: string;
  readonly activities: string;
  readonly noActivities: string;
  readonly activityHeads: readonly [string, string, string, string, string];
  readonly notRecorded: (stage: string) => string;
  readonly report: string;
  readonly noReport: string;
  readonly otherLanguage: (language: string) => string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly file: string;
  /** Of the name of the file. */
  readonly whose: Readonly<Record<PackAudience, string>>;
}

/** The words of the papers of a meeting. */
export const packTexts: Readonly<Record<Language, Words>> = {
  en: {
    above: "Regional Conference on Migration",
    title: "Papers for the meeting",
    days: (from, to) => `${from} to ${to}`,
    host: (place, host) => `${place} (host: ${host})`,
    made: (moment) => `Put together on ${moment}.`,
    audiences: {
      members:
        "For the members. It holds what every member may read, and nothing that is for some of them or for the Secretariat alone.",
      network:
        "For the Network. It holds what every member and observer may read, and nothing that is for members or for the Secretariat alone.",
    },
    working: "Not published: for the meeting.",
    demonstration: "Demonstration: the figures are not real, and what stands in no published report is invented.",
    status: "Who has reported",
    statusLead: (published, owed, round) =>
      `${round}: a report of ${published} of the ${owed} countries that are expected to report is public.`,
    noRound: "No round has opened.",
    statusTable: "Reports by country and round",
    round: (roundYear, referenceYear) => `Round ${roundYear} (data for ${referenceYear})`,
    country: "Country",
    publishedOn: (day) => `Published on ${day}`,
    received: (round) => `Received, round ${round}`,
    yes: "yes",
    no: "no",
    notSaid: "–",
    statusNote:
      "Received: whether the country's report of that round had been submitted by the end of the meeting or, before that, by now, published or not. A dash: none had come and none was owed.",
    progress: "Progress",
    told: "Progress since the last meeting, as countries tell it",
    toldBy: (countries) => `Shared here with the other delegations by: ${countries}.`,
    toldByNobody: "No country has shared its progress for this meeting here.",
    protocols: { TIP: "trafficking in persons", SOM: "smuggling of migrants" },
    toldOf: (country, protocol, day) => `${country}, ${protocol} (filed ${day})`,
    toldAbout: (indicators) => `Indicators of which it speaks: ${indicators}.`,
    noTold: "There is nothing of it that every reader of these papers may read.",
    since: (day) => (day === null ? "Since the meeting before" : `Since the meeting before, ${day}`),
    sinceNothing: "Nothing that every reader of these papers may read has changed since then.",
    first: "No earlier meeting of this body is on record as held.",
    reports: "Reports published",
    reportOf: (country, round, day) => `${country}, ${round}, on ${day}`,
    newCommitments: "Commitments recorded",
    moved: "Commitments of which something else is said",
    movedTo: (what, stage, day) => `${what}: ${stage} (${day})`,
    documents: "Documents",
    contributions: "Contributions",
    recommendationsMade: "Recommendations",
    activitiesProposed: "Activities proposed",
    activitiesTold: "Activities of which something else is said",
    by: (what, who, day) => `${what} (${who}, ${day})`,
    commitments: "Open commitments",
    noCommitments: "There is none that every reader of these papers may read.",
    commitmentHeads: ["Meeting and point", "Commitment", "Owed by", "Due", "Stage"],
    ofMeeting: (point, day) => (point === "" ? day : `${day}, ${point}`),
    overdue: (days) => (days === 1 ? "1 day past its date" : `${days} days past its date`),
    carried: (times) => (times === 1 ? "carried over one meeting" : `carried over ${times} meetings`),
    noDay: "no day set",
    recommendations: "Open recommendations",
    noRecommendations: "There is none that every reader of these papers may read.",
    recommendationHeads: ["Recommendation", "Of", "How it was taken", "How far"],
    step: (who, of, step) => (who === of ? `${who}: ${step}` : `${who} on ${of}: ${step}`),
    nobody: "nothing said yet",
    isOpen:
      "Left out are those of which everybody who said how far they are says that they are completed or no longer pursued. To take note is not to agree.",
    activities: "Proposed activities",
    noActivities: "There is none that every reader of these papers may read.",
    activityHeads: ["Activity", "Proposed by", "When", "How far", "Supported by"],
    notRecorded: (stage) => `${stage}; its days have passed, and nobody has said whether it was held`,
    report: "Report",
    noReport: "There is no version of a report that every reader of these papers may read.",
    otherLanguage: (language) => `[written in ${language}]`,
    languages: { en: "English", es: "Spanish" },
    file: "papers",
    whose: { members: "members", network: "network" },
  },
  es: {
    above: "Conferencia Regional sobre Migración",
    title: "Carpeta de la reunión",
    days: (from, to) => `${from} al ${to}`,
    host: (place, host) => `${place} (sede: ${host})`,
    made: (moment) => `Preparada el ${moment}.`,
    audiences: {
      members:
        "Para los integrantes. Contiene lo que puede leer todo integrante, y nada que sea solo para algunos o para la Secretaría.",
      network:
        "Para la Red. Contiene lo que puede leer todo integrante y observador, y nada que sea solo para integrantes o para la Secretaría.",
    },
    working: "No publicado: para la reunión.",
    demonstration: "Demostración: las cifras no son reales, y lo que no consta en un informe publicado es inventado.",
    status: "Quién ha informado",
    statusLead: (published, owed, round) =>
      `${round}: es público el informe de ${published} de los ${owed} países de los que se espera informe.`,
    noRound: "No se ha abierto ninguna ronda.",
    statusTable: "Informes por país y ronda",
    round: (roundYear, referenceYear) => `Ronda ${roundYear} (datos de ${referenceYear})`,
    country: "País",
    publishedOn: (day) => `Publicado el ${day}`,
    received: (round) => `Recibido, ronda ${round}`,
    yes: "sí",
    no: "no",
    notSaid: "–",
    statusNote:
      "Recibido: si el informe del país en esa ronda se había presentado al terminar la reunión o, antes de eso, hasta ahora, publicado o no. Un guion: no había llegado ninguno ni se debía.",
    progress: "Avances",
    told: "Avances desde la última reunión, como los cuentan los países",
    toldBy: (countries) => `Compartidos aquí con las demás delegaciones por: ${countries}.`,
    toldByNobody: "Ningún país ha compartido aquí sus avances para esta reunión.",
    protocols: { TIP: "trata de personas", SOM: "tráfico ilícito de migrantes" },
    toldOf: (country, protocol, day) => `${country}, ${protocol} (presentado el ${day})`,
    toldAbout: (indicators) => `Indicadores de los que habla: ${indicators}.`,
    noTold: "No hay nada de ello que pueda leer todo lector de esta carpeta.",
    since: (day) => (day === null ? "Desde la reunión anterior" : `Desde la reunión anterior, ${day}`),
    sinceNothing: "Nada de lo que puede leer todo lector de esta carpeta ha cambiado desde entonces.",
    first: "No consta que se haya realizado una reunión anterior de esta instancia.",
    reports: "Informes publicados",
    reportOf: (country, round, day) => `${country}, ${round}, el ${day}`,
    newCommitments: "Compromisos registrados",
    moved: "Compromisos de los que se dice otra cosa",
    movedTo: (what, stage, day) => `${what}: ${stage} (${day})`,
    documents: "Documentos",
    contributions: "Aportes",
    recommendationsMade: "Recomendaciones",
    activitiesProposed: "Actividades propuestas",
    activitiesTold: "Actividades de las que se dijo algo más",
    by: (what, who, day) => `${what} (${who}, ${day})`,
    commitments: "Compromisos abiertos",
    noCommitments: "No hay ninguno que pueda leer todo lector de esta carpeta.",
    commitmentHeads: ["Reunión y punto", "Compromiso", "A cargo de", "Vence", "Situación"],
    ofMeeting: (point, day) => (point === "" ? day : `${day}, ${point}`),
    overdue: (days) => (days === 1 ? "1 día después de su fecha" : `${days} días después de su fecha`),
    carried: (times) => (times === 1 ? "trasladado por una reunión" : `trasladado por ${times} reuniones`),
    noDay: "sin fecha",
    recommendations: "Recomendaciones abiertas",
    noRecommendations: "No hay ninguna que pueda leer todo lector de esta carpeta.",
    recommendationHeads: ["Recomendación", "De", "Cómo se recibió", "Cuánto se ha cumplido"],
    step: (who, of, step) => (who === of ? `${who}: ${step}` : `${who} sobre ${of}: ${step}`),
    nobody: "nada dicho aún",
    isOpen:
      "No están aquellas de las que todos los que dijeron cuánto se ha cumplido dicen que están completas o sin seguimiento. Tomar nota no es acordar.",
    activities: "Actividades propuestas",
    noActivities: "No hay ninguna que pueda leer todo lector de esta carpeta.",
    activityHeads: ["Actividad", "Propuesta por", "Cuándo", "En qué va", "Con el apoyo de"],
    notRecorded: (stage) => `${stage}; sus días han pasado y nadie ha dicho si se realizó`,
    report: "Informe",
    noReport: "No hay una versión de un informe que pueda leer todo lector de esta carpeta.",
    otherLanguage: (language) => `[escrito en ${language}]`,
    languages: { en: "inglés", es: "español" },
    file: "carpeta",
    whose: { members: "integrantes", network: "red" },
  },
};
