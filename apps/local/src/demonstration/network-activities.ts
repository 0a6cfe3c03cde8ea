import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  endorseActivity,
  evaluateActivity,
  fileActivity,
  holdActivity,
  saveActivity,
  supportActivity,
} from "@avances/api/use-cases";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import { addDays, addWorkingDays, type CalendarDate, localDate } from "@avances/domain/round";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/** Who speaks for whom in the demonstration. */
export interface Speakers {
  readonly secretariat: Actor;
  readonly iom: Actor;
  readonly focalPoint: (country: string) => Actor;
}

/**
 * Activities that nobody proposed or held: one that was followed to what came of it, and one that waits for the meeting which nobody will hold. The
 * portal marks each as invented. What Costa Rica proposed in 2013 is a point of that meeting's agenda and report, and no more is known of it.
 */
export async function tellActivities(deps: Deps, { secretariat, iom, focalPoint }: Speakers): Promise<void> {
  const meetings = await deps.db.asActor(secretariat, listMeetings);
  const invented = meetings.filter(({ publicSource }) => publicSource === null);
  const past = invented.find(({ state }) => state === "held");
  const coming = invented.find(({ state }) => state === "planned");
  if (past === undefined || coming === undefined) throw new Error("the demonstration lacks its meetings");
  const on = (day: CalendarDate): Deps => ({ ...deps, clock: { now: () => new Date(`${day}T16:00:00Z`) } });
  const [costaRica, honduras] = [focalPoint("CRI"), focalPoint("HND")];
  const overruled: [] = [];

  const workingDay = (after: CalendarDate) => addWorkingDays(after, 1, new Set());
  const first = workingDay(addDays(past.heldOn, 40));
  const last = addWorkingDays(first, 2, new Set());
  const before = on(addDays(past.heldOn, -20));
  const workshop = await propose(before, costaRica, {
    subject: "Taller regional sobre la detección de la trata con fines de explotación laboral",
    body: "Que inspección de trabajo, policía y fiscalía reconozcan los casos con los mismos criterios y los refieran sin demora.",
    translation: {
      subject: "Regional workshop on detecting trafficking for labour exploitation",
      body: "That labour inspectors, police and prosecutors recognise cases by the same criteria and refer them without delay.",
    },
    ...{ activityKind: "workshop", audience: ["labour", "police", "prosecution"], place: "San José", host: "CRI" },
    ...{ startsOn: first, endsOn: last, meetingId: past.id },
    funding: { state: "secured", note: "Fondo inventado para esta demostración" },
    aims: ["TIP-PRV-04", "TIP-PRV-06", "TIP-PRO-03"],
  });
  const of = (operation: string) => ({ matterId: workshop, idempotency: once(operation) });
  await supportActivity(before, honduras, { supports: true, ...of("supportActivity") });
  await supportActivity(on(addDays(past.heldOn, -10)), iom, { supports: true, ...of("supportActivity") });
  await endorseActivity(on(addDays(past.heldOn, 1)), secretariat, {
    ...{ said: "endorsed", meetingId: past.id, point: "", ...of("endorseActivity") },
  });
  await holdActivity(on(addDays(last, 1)), costaRica, {
    ...{ fromOn: first, untilOn: last, place: "San José", overruled },
    attendance: [
      { country: "CRI", institution: "labour", persons: 14 },
      { country: "CRI", institution: "police", persons: 9 },
      { country: "HND", institution: "labour", persons: 6 },
      { country: "NIC", institution: "prosecution", persons: 5 },
      { country: null, institution: "international", persons: 3 },
    ],
    ...of("holdActivity"),
  });
  const evaluatedOn = addDays(past.heldOn, 110);
  const year = Number(evaluatedOn.slice(0, 4));
  await evaluateActivity(on(evaluatedOn), costaRica, {
    ...{
      language: "es",
      overruled,
      text: "Los tres países usan desde entonces la misma lista de señales en la inspección.",
    },
    results: [
      { indicator: "TIP-PRV-04", year, text: "Las inspecciones de trabajo preguntan por la trata con la misma lista." },
      {
        indicator: "TIP-PRV-06",
        year,
        text: "Se capacitó a personal que antes no había recibido formación.",
      },
      { indicator: "TIP-PRO-03", year, text: "El procedimiento de referencia se aplica también en las inspecciones." },
    ],
    ...of("evaluateActivity"),
  });

  const today = localDate(deps.clock.now(), "America/Tegucigalpa");
  const recently = on(addDays(today, -5));
  const campaign = await propose(recently, honduras, {
    subject: "Campaña en las terminales de transporte",
    body: "Informar a quienes viajan sobre ofertas de trabajo engañosas y a dónde acudir.",
    translation: null,
    ...{ activityKind: "campaign", audience: ["migration", "civil_society"], place: "", host: "HND" },
    ...{
      startsOn: workingDay(addDays(today, 90)),
      endsOn: null,
      meetingId: coming.id,
      funding: { state: "sought", note: "" },
    },
    aims: ["TIP-PRV-04"],
    addressees: ["GTM", "NIC"],
  });
  await supportActivity(on(addDays(today, -2)), costaRica, {
    ...{ supports: true, matterId: campaign, idempotency: once("supportActivity") },
  });
}

type Told = Omit<
  Parameters<typeof saveActivity>[2]["written"],
  "aims" | "language" | "visibility" | "files" | "overruled" | "addressees"
> & { readonly aims: readonly string[]; readonly addressees?: readonly string[] };

async function propose(deps: Deps, actor: Actor, { aims, addressees = [], ...told }: Told): Promise<string> {
  const matterId = deps.newId();
  const written = {
    ...{ ...told, language: "es" as const, visibility: "network" as const, files: [], overruled: [], addressees },
    aims: aims.map((code) => ({ kind: "indicator" as const, code })),
  };
  const saved = { matterId, revision: 0, idempotency: once("saveActivity") };
  const { revision } = await saveActivity(deps, actor, { written, ...saved });
  await fileActivity(deps, actor, { matterId, revision, idempotency: once("fileActivity") });
  return matterId;
}
