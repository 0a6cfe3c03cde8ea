import type { BodyCode, MeetingState } from "@avances/domain/network";
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
const states: Readonly<Record<MeetingState, string>> = { planned: "planned", held: "held", cancelled: "cancelled" };
const estados: typeof states = { planned: "prevista", held: "realizada", cancelled: "cancelada" };

export const networkTexts = defineTexts(
  {
    title: "Network",
    lead: "Meetings of the Network, of the group to which it reports, and of the Regional Coalition.",
    meetings: "Meetings",
    none: "No meeting has been entered.",
    day: "Day",
    days: (first: string, last: string) => `${first} to ${last}`,
    body: "Body",
    bodies,
    place: "Place",
    host: "Host",
    noHost: "Not on record",
    standing: "Standing",
    states,
    source: (name: string) => `Entered from the published report ${name}.`,
  },
  {
    title: "Red",
    lead: "Reuniones de la Red, del grupo al que informa y de la Coalición Regional.",
    meetings: "Reuniones",
    none: "No se ha registrado ninguna reunión.",
    day: "Día",
    days: (first, last) => `${first} al ${last}`,
    body: "Instancia",
    bodies: cuerpos,
    place: "Lugar",
    host: "Sede",
    noHost: "Sin constancia",
    standing: "Situación",
    states: estados,
    source: (name) => `Registrada según el informe publicado ${name}.`,
  },
);
