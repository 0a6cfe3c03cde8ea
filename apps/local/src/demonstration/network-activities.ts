import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  declineSupport,
  endorseActivity,
  evaluateActivity,
  fileActivity,
  holdActivity,
  saveActivity,
  supportActivity,
} from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import { addDays, addWorkingDays, type CalendarDate, localDate } from "@avances/domain/round";
import { type NetworkCast, type NetworkMeetings, onDay } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/**
 * Activities that nobody proposed or held, one in every place: one that was followed to what came of it, others that stopped on the way, and one that
 * waits for the meeting which nobody will hold. The portal marks each as invented. What Costa Rica proposed in 2013 is a point of that meeting's agenda and report, and no more is known of it.
 */
export async function tellActivities(
  deps: Deps,
  { secretariat, iom, speaker }: NetworkCast,
  { past, coming }: NetworkMeetings,
): Promise<void> {
  const on = (day: CalendarDate) => onDay(deps, day);
  const [costaRica, honduras] = [speaker("CRI"), speaker("HND")];
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
  await declineSupport(on(addDays(today, -1)), speaker("GTM"), {
    ...{
      language: "es",
      text: "Este año no contamos con presupuesto para una campaña; con gusto difundimos el material.",
      overruled,
    },
    ...{ matterId: campaign, idempotency: once("declineSupport") },
  });

  // Those that stopped on the way, or have not begun: what the meeting said of each, and nothing that nobody said.
  const decide = (matterId: string, said: "endorsed" | "not_endorsed") =>
    endorseActivity(on(addDays(past.heldOn, 1)), secretariat, {
      ...{ said, meetingId: past.id, point: "6", matterId, idempotency: once("endorseActivity") },
    });
  const plain = { translation: null, place: "", endsOn: null, meetingId: past.id };
  const course = await propose(before, speaker("PAN"), {
    subject: "Curso en línea para puestos fronterizos",
    body: "Que el personal reconozca señales de trata y de tráfico ilícito, y sepa a quién avisar.",
    ...{ ...plain, activityKind: "training", audience: ["migration", "police"], host: "PAN" },
    ...{ startsOn: workingDay(addDays(today, 45)), endsOn: workingDay(addDays(today, 47)) },
    translation: {
      subject: "Online course for border posts",
      body: "That staff recognise signs of trafficking and smuggling, and know whom to tell.",
    },
    funding: { state: "secured", note: "Fondo inventado para esta demostración" },
    aims: ["TIP-PRV-06"],
  });
  await decide(course, "endorsed");
  const exchange = await propose(before, speaker("DOM"), {
    subject: "Intercambio entre fiscalías especializadas",
    body: "Que las fiscalías compartan cómo preparan sus casos.",
    ...{ ...plain, activityKind: "exchange", audience: ["prosecution"], host: "DOM", place: "Santo Domingo" },
    startsOn: workingDay(addDays(past.heldOn, 60)),
    funding: { state: "sought", note: "" },
    aims: ["TIP-PRO-03"],
  });
  await decide(exchange, "endorsed");
  const study = await propose(before, speaker("NIC"), {
    subject: "Estudio regional sobre rutas",
    body: "Describir las rutas que se conocen.",
    ...{ ...plain, activityKind: "study", audience: ["migration"], host: null, startsOn: null },
    funding: { state: "not_known", note: "" },
    aims: ["TIP-PRV-04"],
  });
  await decide(study, "not_endorsed");
  await propose(
    deps,
    costaRica,
    {
      subject: "Guía para inspecciones en zonas rurales",
      body: "",
      ...{ ...plain, activityKind: "other", audience: ["labour"], host: "CRI", startsOn: null, meetingId: coming.id },
      funding: { state: "not_known", note: "" },
      aims: ["TIP-PRV-04"],
    },
    false,
  );
}

type Told = Omit<
  Parameters<typeof saveActivity>[2]["written"],
  "aims" | "language" | "visibility" | "files" | "overruled" | "addressees"
> & { readonly aims: readonly string[]; readonly addressees?: readonly string[] };

async function propose(
  deps: Deps,
  actor: Actor,
  { aims, addressees = [], ...told }: Told,
  isFiled = true,
): Promise<string> {
  const matterId = deps.newId();
  const written = {
    ...{ ...told, language: "es" as const, visibility: "network" as const, files: [], overruled: [], addressees },
    aims: aims.map((code) => ({ kind: "indicator" as const, code })),
  };
  const saved = { matterId, revision: 0, idempotency: once("saveActivity") };
  const { revision } = await saveActivity(deps, actor, { written, ...saved });
  if (isFiled) await fileActivity(deps, actor, { matterId, revision, idempotency: once("fileActivity") });
  return matterId;
}
