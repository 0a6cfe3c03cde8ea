import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { addTerm, holdMeeting, planMeeting, recordAttendance, saveAgenda } from "@avances/api/use-cases";
import { listHolidays } from "@avances/db/queries/reference-queries";
import { foundingAttendance, foundingMeeting } from "@avances/demonstration";
import type { Actor } from "@avances/domain/access";
import type { ParticipantCode, PointDraft } from "@avances/domain/network";
import { addDays, addWorkingDays, localDate } from "@avances/domain/round";
import { onDay, type ToldMeeting } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/** A point in our own words: where it stands, its title in Spanish and in English (if it was translated), and who presents it. */
type Told = readonly [place: string, es: string, en: string | null, presenter?: ParticipantCode];

const draft = ([place, title, translation, presenter = undefined]: Told): PointDraft => ({
  ...{ id: null, number: Number.parseInt(place, 10), letter: place.replace(/^\d+/, ""), language: "es" },
  ...{ title, translation, translationHolds: false, presenter: presenter ?? null },
});

/** The points of the published report. Who presented one is said where the report says it. */
const points: readonly Told[] = [
  [
    ...(["1", "Avances que las delegaciones compartieron desde la reunión anterior"] as const),
    "Progress that delegations shared since the meeting before",
  ],
  [
    ...([
      "2",
      "Indicadores según los objetivos de los Protocolos de Palermo; recordatorio a Centroamérica y México",
    ] as const),
    "Indicators by the objectives of the Palermo Protocols; a reminder to Central America and Mexico",
  ],
  ["3", "Informe de avance de la Coalición Regional", "Progress report of the Regional Coalition", "CRI"],
  ["3a", "El papel de los países observadores en la Coalición", "The role of observer countries in the Coalition"],
  [
    ...(["3b", "Un espacio permanente para la Coalición; la Secretaría enviará detalles y antecedentes"] as const),
    "A permanent space for the Coalition; the Secretariat will send details and background",
  ],
  [
    ...(["4", "Desafíos y recomendaciones de las organizaciones civiles"] as const),
    ...(["Challenges and recommendations of the civil organizations", "RNCOM"] as const),
  ],
  [
    ...(["5", "Cómo se aplican en los países los Lineamientos Regionales de identificación y referencia"] as const),
    ...(["How countries apply the Regional Guidelines on identification and referral", "IOM"] as const),
  ],
  ["6", "Propuestas de actividades nuevas", "Proposals of new activities"],
  [
    ...(["6a", "Costa Rica: un taller sobre la trata con fines de explotación laboral"] as const),
    ...(["Costa Rica: a workshop on trafficking for labour exploitation", "CRI"] as const),
  ],
];

/**
 * Enters the founding meeting as its published report tells it, with the use cases that the Secretariat calls: who was there and who shared progress.
 * What the report does not say is not on record: of two delegations, whether they shared any.
 */
export async function tellFoundingMeeting(deps: Deps, secretariat: Actor): Promise<void> {
  const entered = await planMeeting(deps, secretariat, foundingMeeting, once("planMeeting"));
  const decided = (operation: string, revision: number) => ({
    ...{ meetingId: entered.id, revision, idempotency: once(operation) },
  });
  const noted = await recordAttendance(deps, secretariat, {
    ...{ notes: foundingAttendance, ...decided("recordAttendance", entered.revision) },
  });
  const listed = await saveAgenda(deps, secretariat, {
    ...{ points: points.map(draft), reason: "", overruled: [], ...decided("saveAgenda", noted.revision) },
  });
  await holdMeeting(deps, secretariat, decided("holdMeeting", listed.revision));
  // Costa Rica held it on that day; the report does not say since when.
  await addTerm(deps, secretariat, {
    ...{ body: "COALITION", participant: "CRI", role: "secretariat", source: foundingMeeting.publicSource },
    ...{ fromOn: null, untilOn: null, knownOn: foundingMeeting.heldOn, idempotency: once("addTerm") },
  });
}

/** What nobody will speak of. One point has not been translated yet, so that a reader sees what is then shown. */
const invented: readonly Told[] = [
  ["1", "Avances desde la reunión anterior", "Progress since the meeting before"],
  ["2", "Informes de la ronda: quién falta", "Reports of the round: who is missing"],
  ["2a", "Fecha para las aclaraciones", null],
  ["3", "Asuntos de las organizaciones observadoras", "Matters of observing organisations", "IOM"],
];

/** Plans a meeting that nobody will hold: some weeks ahead, on a working day of its host. The portal marks it as invented. */
export async function tellComingMeeting(deps: Deps, secretariat: Actor): Promise<ToldMeeting> {
  const host = deps.reference.countries.find(({ alpha3 }) => alpha3 === "HND");
  if (host === undefined) throw new Error("the demonstration lacks the host of its meeting");
  const holidays = await deps.db.asActor(secretariat, (tx) => listHolidays(tx, host.alpha3));
  const about = addDays(localDate(deps.clock.now(), host.timeZone), 25);
  const heldOn = addWorkingDays(about, 1, new Set(holidays.map(({ day }) => day)));
  const plan = { body: "LON", heldOn, untilOn: null, place: host.capital.es, host: host.alpha3 } as const;
  const { id, revision } = await planMeeting(deps, secretariat, { ...plan, publicSource: null }, once("planMeeting"));
  const seen = { meetingId: id, revision, idempotency: once("saveAgenda") };
  await saveAgenda(deps, secretariat, { points: invented.map(draft), reason: "", overruled: [], ...seen });
  return { id, heldOn };
}

const spokenOf: readonly Told[] = [
  ["1", "Avances desde la reunión anterior", "Progress since the meeting before"],
  ["2", "Protocolos de entrevista a víctimas", "Protocols for interviewing victims", "GTM"],
  ["3", "Puntos de contacto en fronteras", "Contact points at borders", "PAN"],
  ["3a", "Directorio y su mantenimiento", "Directory and who keeps it"],
  ["3b", "Espacio permanente para la Coalición", "A permanent space for the Coalition", "COALITION"],
  ["4", "Desafíos y recomendaciones de la sociedad civil", "Challenges and recommendations of civil society", "RNCOM"],
  ["5", "Guía de referencia actualizada", "Updated referral guide", "MEX"],
  ["6", "Actividades propuestas", "Activities that were proposed"],
];

const spokenOfEarlier: readonly Told[] = [
  ["1", "Avances desde la reunión anterior", "Progress since the meeting before"],
  ["2", "Un formulario común de referencia", "A common referral form", "SLV"],
  ["2a", "Los formularios que ya se usan", "The forms that are used already", "DOM"],
];

/** A meeting that nobody held: when, where, of what it spoke, and who was there or not. Who is in neither list is not on record. */
interface HeldMeeting {
  readonly daysAgo: number;
  readonly place: string;
  readonly host: ParticipantCode;
  readonly spokenOf: readonly Told[];
  readonly wereThere: readonly ParticipantCode[];
  readonly wereNot: readonly ParticipantCode[];
}

/** About a year ago: something promised there was carried over to the next, and of something else that one said what came of it. */
export const tellEarlierMeeting = (deps: Deps, secretariat: Actor) =>
  tellHeldMeeting(deps, secretariat, {
    ...{ daysAgo: 330, place: "Ciudad de Panamá", host: "PAN", spokenOf: spokenOfEarlier },
    wereThere: ["BLZ", "CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "PAN", "USA", "IOM"],
    wereNot: ["NIC"],
  });

/** Some months ago. Of one delegation nothing is on record, so that a reader sees what is then shown. */
export const tellPastMeeting = (deps: Deps, secretariat: Actor) =>
  tellHeldMeeting(deps, secretariat, {
    ...{ daysAgo: 150, place: "Ciudad de Guatemala", host: "GTM", spokenOf },
    wereThere: ["CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "USA", "IOM", "RNCOM", "COALITION"],
    wereNot: ["BLZ", "CAN"],
  });

/** Tells it with its agenda and who was there. The portal marks it as invented. */
async function tellHeldMeeting(
  deps: Deps,
  secretariat: Actor,
  { daysAgo, place, host, spokenOf: told, wereThere, wereNot }: HeldMeeting,
): Promise<ToldMeeting> {
  const today = localDate(deps.clock.now(), "America/Guatemala");
  const heldOn = addWorkingDays(addDays(today, -daysAgo), 1, new Set());
  const plan = { body: "LON", heldOn, untilOn: null, place, host } as const;
  const before = onDay(deps, addDays(heldOn, -45));
  const { id, revision } = await planMeeting(before, secretariat, { ...plan, publicSource: null }, once("planMeeting"));
  const decided = (operation: string, seen: number) => ({
    ...{ meetingId: id, revision: seen, idempotency: once(operation) },
  });
  const listed = await saveAgenda(before, secretariat, {
    ...{ points: told.map(draft), reason: "", overruled: [], ...decided("saveAgenda", revision) },
  });
  const after = onDay(deps, addDays(heldOn, 1));
  const notes = [...wereThere, ...wereNot].map((participant) => ({
    ...{ participant, fact: "attended" as const, holds: wereThere.includes(participant) },
  }));
  const noted = await recordAttendance(after, secretariat, {
    ...{ notes, ...decided("recordAttendance", listed.revision) },
  });
  await holdMeeting(after, secretariat, decided("holdMeeting", noted.revision));
  return { id, heldOn };
}

/** Who presided when over the group to which the Network reports, and who observes the Network: as nobody decided. */
export async function tellOffices(deps: Deps, secretariat: Actor): Promise<void> {
  const today = localDate(deps.clock.now(), "America/Costa_Rica");
  const known = { knownOn: null, source: "Acta inventada / invented minutes" };
  const terms = [
    {
      body: "RCGM",
      participant: "CRI",
      role: "presidency",
      fromOn: addDays(today, -560),
      untilOn: addDays(today, -196),
    },
    { body: "RCGM", participant: "HND", role: "presidency", fromOn: addDays(today, -195), untilOn: null },
    { body: "LON", participant: "IOM", role: "observer", fromOn: addDays(today, -900), untilOn: null },
  ] as const;
  for (const term of terms) await addTerm(deps, secretariat, { ...term, ...known, idempotency: once("addTerm") });
}
