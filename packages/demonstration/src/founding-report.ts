import type { AttendanceNote, ReportPoint } from "@avances/domain/network";

/** A point of the founding report. */
export type ToldPoint = Pick<ReportPoint, "level" | "verb" | "speaker" | "words">;

/** The meeting of 18 November 2013, and the published report that tells of it. */
export const foundingMeeting = {
  body: "LON",
  heldOn: "2013-11-18",
  untilOn: null,
  place: "San José",
  host: "CRI",
  publicSource: "RCM-LON-2013",
} as const;

const attended = ["CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA"];
/** They attended, and the report does not name them among those who shared progress. */
const sharingNotOnRecord = ["MEX", "PAN"];

/** Who was there and who shared progress. What the report does not say is not on record. */
export const foundingAttendance: readonly AttendanceNote[] = [
  ...attended.map((participant) => ({ participant, fact: "attended" as const, holds: true })),
  { participant: "BLZ", fact: "attended", holds: false },
  ...attended
    .filter((participant) => !sharingNotOnRecord.includes(participant))
    .map((participant) => ({ participant, fact: "shared_progress" as const, holds: true })),
];

const point = (
  level: 1 | 2,
  verb: ToldPoint["verb"],
  en: string,
  es: string,
  speaker: string | null = null,
): ToldPoint => ({
  ...{ level, verb, speaker, words: { en, es } },
});

/**
 * What comes after its thanks to those who shared progress, in our own words: the report's are not ours to repeat. Only facts that it makes
 * public; nobody is named.
 */
export const foundingPoints: readonly ToldPoint[] = [
  point(
    ...([1, null] as const),
    "The indicators that IOM proposed reflect the objectives that follow from the Palermo Protocols. The Technical Secretariat will send Central America and Mexico the reminder again.",
    "Los indicadores que propuso la OIM reflejan los objetivos que se derivan de los Protocolos de Palermo. La Secretaría Técnica reenviará el recordatorio a Centroamérica y México.",
  ),
  point(
    ...([1, "thanks"] as const),
    "Costa Rica, as the Technical Secretariat of the Regional Coalition, for its progress report.",
    "a Costa Rica, a cargo de la Secretaría Técnica de la Coalición Regional, por su informe de avances.",
  ),
  point(
    ...([2, "takes_note"] as const),
    "of the role of the Observer Countries in the Coalition.",
    "del papel de los Países Observadores en la Coalición.",
  ),
  point(
    ...([2, "requests"] as const),
    "a permanent space. The Technical Secretariat will send its details and background to the Member Countries.",
    "un espacio permanente. La Secretaría Técnica enviará sus detalles y antecedentes a los Países Miembros.",
    "COALITION",
  ),
  point(
    ...([1, "thanks"] as const),
    "RNCOM for its presentation, and takes note of its challenges and recommendations.",
    "a la RROCM por su presentación, y toma nota de sus desafíos y recomendaciones.",
  ),
  point(
    ...([1, "thanks"] as const),
    "IOM for presenting what is done in the countries to apply the Regional Guidelines for preliminary identification and referral.",
    "a la OIM por presentar lo que se hace en los países para aplicar los Lineamientos Regionales de identificación preliminar y referencia.",
  ),
  point(...([1, "proposes"] as const), "new activities.", "nuevas actividades."),
  point(
    ...([2, "proposes"] as const),
    "a workshop on trafficking in persons for labour exploitation, to strengthen detection, identification, referral and assistance.",
    "un taller sobre la trata de personas con fines de explotación laboral, para fortalecer la detección, la identificación, la referencia y la asistencia.",
    "CRI",
  ),
];
