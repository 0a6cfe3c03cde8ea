import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { addTerm, holdMeeting, planMeeting, recordAttendance, saveAgenda } from "@avances/api/use-cases";
import { listHolidays } from "@avances/db/queries/reference-queries";
import type { Actor } from "@avances/domain/access";
import type { AttendanceNote, ParticipantCode, PointDraft } from "@avances/domain/network";
import { addDays, addWorkingDays, localDate } from "@avances/domain/round";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/**
 * The founding meeting of the Network, as its published report tells it: who was there and who shared progress. What the report does not say is
 * not on record: of these two delegations, whether they shared any.
 */
const attended = ["CAN", "CRI", "DOM", "SLV", "GTM", "HND", "MEX", "NIC", "PAN", "USA"];
const sharingNotOnRecord = ["MEX", "PAN"];
const founding: readonly AttendanceNote[] = [
  ...attended.map((participant) => ({ participant, fact: "attended" as const, holds: true })),
  { participant: "BLZ", fact: "attended", holds: false },
  ...attended
    .filter((participant) => !sharingNotOnRecord.includes(participant))
    .map((participant) => ({ participant, fact: "shared_progress" as const, holds: true })),
];

const source = "RCM-LON-2013";

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

/** Enters the founding meeting, with the use cases that the Secretariat calls. */
export async function tellFoundingMeeting(deps: Deps, secretariat: Actor): Promise<void> {
  const plan = { body: "LON", heldOn: "2013-11-18", untilOn: null, place: "San José", host: "CRI" } as const;
  const entered = await planMeeting(deps, secretariat, { ...plan, publicSource: source }, once("planMeeting"));
  const decided = (operation: string, revision: number) => ({
    ...{ meetingId: entered.id, revision, idempotency: once(operation) },
  });
  const noted = await recordAttendance(deps, secretariat, {
    ...{ notes: founding, ...decided("recordAttendance", entered.revision) },
  });
  const listed = await saveAgenda(deps, secretariat, {
    ...{ points: points.map(draft), reason: "", overruled: [], ...decided("saveAgenda", noted.revision) },
  });
  await holdMeeting(deps, secretariat, decided("holdMeeting", listed.revision));
  // Costa Rica held it on that day; the report does not say since when.
  await addTerm(deps, secretariat, {
    ...{ body: "COALITION", participant: "CRI", role: "secretariat", source },
    ...{ fromOn: null, untilOn: null, knownOn: plan.heldOn, idempotency: once("addTerm") },
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
export async function tellComingMeeting(deps: Deps, secretariat: Actor): Promise<void> {
  const host = deps.reference.countries.find(({ alpha3 }) => alpha3 === "HND");
  if (host === undefined) throw new Error("the demonstration lacks the host of its meeting");
  const holidays = await deps.db.asActor(secretariat, (tx) => listHolidays(tx, host.alpha3));
  const about = addDays(localDate(deps.clock.now(), host.timeZone), 25);
  const heldOn = addWorkingDays(about, 1, new Set(holidays.map(({ day }) => day)));
  const plan = { body: "LON", heldOn, untilOn: null, place: host.capital.es, host: host.alpha3 } as const;
  const { id, revision } = await planMeeting(deps, secretariat, { ...plan, publicSource: null }, once("planMeeting"));
  const seen = { meetingId: id, revision, idempotency: once("saveAgenda") };
  await saveAgenda(deps, secretariat, { points: invented.map(draft), reason: "", overruled: [], ...seen });
}
