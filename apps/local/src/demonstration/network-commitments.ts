import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  concludeCommitment,
  dispatchCommitment,
  fileCommitment,
  listMeetings,
  moveCommitment,
  renewEdition,
  replyToMatter,
  saveCommitment,
} from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import type { CommitmentStage, ParticipantCode } from "@avances/domain/network";
import { addDays, addWorkingDays, type CalendarDate, localDate } from "@avances/domain/round";
import { type NetworkMeetings, onDay } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

/** A commitment in our own words, in both languages, and how it stands. */
interface Told {
  readonly point: string;
  readonly es: string;
  readonly en: string;
  readonly responsible: ParticipantCode;
  readonly to: readonly ParticipantCode[];
  readonly dueOn: CalendarDate | null;
  readonly stage: Extract<CommitmentStage, "open" | "in_progress" | "not_recorded">;
}

const members = ["BLZ", "CAN", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA"];
const secretariatCode = "RCM-TS";

/**
 * What the Secretariat took upon itself at the founding meeting, as its published report tells it: no day was set, and no document says what
 * became of it.
 */
const founding: readonly Told[] = [
  {
    ...{ point: "2", responsible: secretariatCode, dueOn: null, stage: "not_recorded" },
    es: "Enviar de nuevo un recordatorio a Centroamérica y México",
    en: "Resend a reminder to Central America and Mexico",
    to: ["BLZ", "CRI", "GTM", "HND", "MEX", "NIC", "PAN", "SLV"],
  },
  {
    ...{ point: "3b", responsible: secretariatCode, dueOn: null, stage: "not_recorded", to: members },
    es: "Enviar a los países miembros los detalles y antecedentes de la solicitud de la Coalición",
    en: "Send the member countries the details and background of the Coalition's request",
  },
];

/** Enters the commitments of the founding meeting. */
export async function tellFoundingCommitments(deps: Deps, secretariat: Actor): Promise<void> {
  const { meetings } = await listMeetings(deps, secretariat);
  const meeting = meetings.find(({ publicSource }) => publicSource !== null);
  if (meeting === undefined) throw new Error("the demonstration lacks its founding meeting");
  for (const told of founding) await enter(deps, secretariat, told, { meetingId: meeting.id, isInReport: true });
}

/** Who answers for a country in the demonstration. */
export type SpeakerOf = (country: ParticipantCode) => Actor;

/**
 * What was promised at the meeting that nobody held: one is late, one is under way, one was sent and answered by three, one is done, one was
 * dropped, and one is still a draft. The portal marks all of it as invented.
 */
export async function tellCommitments(
  deps: Deps,
  secretariat: Actor,
  speakerOf: SpeakerOf,
  { past: meeting }: NetworkMeetings,
): Promise<void> {
  const today = localDate(deps.clock.now(), "America/Costa_Rica");
  const day = (from: number) => addWorkingDays(addDays(today, from), 1, new Set());
  const at = { meetingId: meeting.id, isInReport: false };

  await enter(
    deps,
    secretariat,
    {
      ...{ point: "2", responsible: "GTM", to: ["CRI", "HND"], dueOn: day(-45), stage: "open" },
      es: "Compartir el protocolo de entrevista a víctimas",
      en: "Share the protocol for interviewing victims",
    },
    at,
  );
  await enter(
    deps,
    secretariat,
    {
      ...{ point: "3a", responsible: "PAN", to: members, dueOn: day(60), stage: "in_progress" },
      es: "Preparar un directorio de puntos de contacto en fronteras",
      en: "Prepare a directory of contact points at borders",
    },
    at,
  );
  const sent = await enter(
    deps,
    secretariat,
    {
      ...{ point: "3b", responsible: secretariatCode, to: [], dueOn: null, stage: "in_progress" },
      es: "Consultar a los países sobre un espacio permanente para la Coalición",
      en: "Consult the countries on a permanent space for the Coalition",
    },
    at,
  );
  await dispatchCommitment(deps, secretariat, {
    sending: { to: members, replyBy: day(40), documents: [] },
    ...{ matterId: sent.id, revision: sent.revision, idempotency: once("dispatchCommitment") },
  });
  const answers = [
    ["CRI", "reply", "Apoyamos un espacio de media jornada en cada reunión."],
    ["GTM", "reply", "De acuerdo, con un punto de agenda por reunión."],
    ["HND", "no_comment", ""],
  ] as const;
  for (const [country, said, text] of answers)
    await replyToMatter(
      { ...deps, renewEdition },
      speakerOf(country),
      { matterId: sent.id, reply: { said, text, language: "es", files: [], overruled: [] } },
      once("replyToMatter"),
    );
  // These were entered after the meeting: what became of them came later.
  const then = onDay(deps, addDays(meeting.heldOn, 3));
  const done = await enter(
    then,
    secretariat,
    {
      ...{ point: "5", responsible: "MEX", to: members, dueOn: day(-60), stage: "open" },
      es: "Enviar la guía de referencia actualizada",
      en: "Send the updated referral guide",
    },
    at,
  );
  await moveCommitment(onDay(deps, day(-62)), speakerOf("MEX"), {
    moved: { stage: "done", note: "La guía se envió a todos los países.", overruled: [] },
    ...{ matterId: done.id, revision: done.revision, idempotency: once("moveCommitment") },
  });
  const dropped = await enter(
    then,
    secretariat,
    {
      ...{ point: "6b", responsible: "NIC", to: members, dueOn: day(-20), stage: "open" },
      es: "Organizar un taller regional sobre tráfico ilícito",
      en: "Organise a regional workshop on migrant smuggling",
    },
    at,
  );
  await moveCommitment(onDay(deps, addDays(meeting.heldOn, 60)), secretariat, {
    moved: { stage: "dropped", note: "Se unió al taller de otra instancia.", overruled: [] },
    ...{ matterId: dropped.id, revision: dropped.revision, idempotency: once("moveCommitment") },
  });
  await draft(deps, secretariat, {
    ...{ point: "3a", responsible: secretariatCode, to: [], dueOn: day(30), stage: "open" },
    ...{ es: "Actualizar el directorio de puntos de contacto", en: "Update the directory of contact points" },
    ...at,
  });
}

/**
 * What was promised a year ago at a meeting that nobody held: one is still under way, and so was carried over the next meeting; of the other that meeting
 * said what came of it.
 */
export async function tellEarlierCommitments(
  deps: Deps,
  secretariat: Actor,
  speakerOf: SpeakerOf,
  { earlier, past }: NetworkMeetings,
): Promise<void> {
  const then = onDay(deps, addDays(earlier.heldOn, 3));
  const at = { meetingId: earlier.id, isInReport: false };
  const today = localDate(deps.clock.now(), "America/Costa_Rica");
  const carried = await enter(
    then,
    secretariat,
    {
      ...{ point: "2", responsible: "SLV", to: members, stage: "open" },
      dueOn: addWorkingDays(addDays(today, 75), 1, new Set()),
      es: "Preparar un formulario común de referencia de víctimas",
      en: "Prepare a common form for referring victims",
    },
    at,
  );
  await moveCommitment(onDay(deps, addDays(earlier.heldOn, 120)), speakerOf("SLV"), {
    moved: { stage: "in_progress", note: "El borrador está en consulta con cuatro países.", overruled: [] },
    ...{ matterId: carried.id, revision: carried.revision, idempotency: once("moveCommitment") },
  });
  const concluded = await enter(
    then,
    secretariat,
    {
      ...{ point: "2a", responsible: "DOM", to: members, stage: "open", dueOn: past.heldOn },
      es: "Reunir los formularios de referencia que usa cada país",
      en: "Collect the referral forms that each country uses",
    },
    at,
  );
  await concludeCommitment(onDay(deps, addDays(past.heldOn, 2)), secretariat, {
    said: {
      ...{ meetingId: past.id, language: "es", stage: "done", overruled: [] },
      text: "La reunión recibió los formularios de nueve países y dio el compromiso por cumplido.",
    },
    ...{ matterId: concluded.id, revision: concluded.revision, idempotency: once("concludeCommitment") },
  });
}

interface Place {
  readonly meetingId: string;
  readonly isInReport: boolean;
}

/** Writes it, as the Secretariat alone reads it. */
function draft(deps: Deps, secretariat: Actor, { es, en, ...told }: Told & Place) {
  return saveCommitment(deps, secretariat, {
    written: {
      ...{ ...told, language: "es", subject: es, body: "", translation: { subject: en, body: "" } },
      ...{ visibility: "network", overruled: [] },
    },
    ...{ matterId: deps.newId(), revision: 0, idempotency: once("saveCommitment") },
  });
}

/** Writes it and puts it before those for whom it is. */
async function enter(deps: Deps, secretariat: Actor, told: Told, at: Place) {
  const { id: matterId, revision } = await draft(deps, secretariat, { ...told, ...at });
  return fileCommitment(deps, secretariat, { matterId, revision, idempotency: once("fileCommitment") });
}
