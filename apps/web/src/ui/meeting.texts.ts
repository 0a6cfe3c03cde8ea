import type { BodyCode, MeetingStanding } from "@avances/domain/network";
import { defineTexts } from "#i18n/i18n.ts";

const bodies: Readonly<Record<BodyCode, string>> = {
  LON: "Liaison Officer Network",
  RCGM: "Regional Consultation Group on Migration",
  COALITION: "Regional Coalition",
};
const cuerpos: typeof bodies = {
  LON: "Red de Funcionarios de Enlace",
  RCGM: "Grupo Regional de Consulta sobre Migración",
  COALITION: "Coalición Regional",
};
const standings: Readonly<Record<MeetingStanding, string>> = {
  to_come: "To come",
  under_way: "Planned for today",
  not_recorded: "Not on record whether it was held",
  held: "Held",
  cancelled: "Cancelled",
};
const situaciones: typeof standings = {
  to_come: "Por venir",
  under_way: "Prevista para hoy",
  not_recorded: "Sin constancia de si se realizó",
  held: "Realizada",
  cancelled: "Cancelada",
};
/** What a sentence about a meeting says, as it is shown. */
export interface SaidMeeting {
  /** One day, or from which to which. */
  readonly days: string;
  readonly place: string;
  readonly host: string | null;
}
const hostAt = (place: string, host: string | null) => `${place}${host === null ? "" : ` (host: ${host})`}`;
const hostIn = (place: string, host: string | null) => `${place}${host === null ? "" : ` (sede: ${host})`}`;

/** Where a meeting stands, when and where: on its pages and on the homes. */
export const meetingTexts = defineTexts(
  {
    span: (first: string, last: string) => `${first} to ${last}`,
    bodies,
    reportOf: (body: string, day: string) => `Report of the meeting of ${day}: ${body}`,
    standings,
    sentence: {
      to_come: ({ days, place, host }: SaidMeeting, when: string) =>
        `Planned for ${days}, ${hostAt(place, host)}: ${when}.`,
      under_way: ({ days, place, host }: SaidMeeting) =>
        `Planned for ${days}, ${hostAt(place, host)}; today is one of its days.`,
      not_recorded: ({ days, place, host }: SaidMeeting) =>
        `Was planned for ${days}, ${hostAt(place, host)}. Whether it was held is not on record.`,
      held: ({ days, place, host }: SaidMeeting) => `Held: ${days}, ${hostAt(place, host)}.`,
      cancelled: ({ days, place, host }: SaidMeeting) =>
        `Cancelled. It was planned for ${days}, ${hostAt(place, host)}.`,
    },
    next: (body: string) => `Next meeting, ${body}.`,
    invented: "Invented for this demonstration.",
  },
  {
    span: (first, last) => `${first} al ${last}`,
    bodies: cuerpos,
    reportOf: (body, day) => `Informe de la reunión del ${day}: ${body}`,
    standings: situaciones,
    sentence: {
      to_come: ({ days, place, host }, when) => `Prevista: ${days}, ${hostIn(place, host)}; ${when}.`,
      under_way: ({ days, place, host }) => `Prevista: ${days}, ${hostIn(place, host)}; hoy es uno de sus días.`,
      not_recorded: ({ days, place, host }) =>
        `Estaba prevista: ${days}, ${hostIn(place, host)}. No hay constancia de si se realizó.`,
      held: ({ days, place, host }) => `Realizada: ${days}, ${hostIn(place, host)}.`,
      cancelled: ({ days, place, host }) => `Cancelada. Estaba prevista: ${days}, ${hostIn(place, host)}.`,
    },
    next: (body) => `Próxima reunión, ${body}.`,
    invented: "Inventada para esta demostración.",
  },
);
