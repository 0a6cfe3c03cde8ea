import type { Office } from "@avances/domain/network";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";
import type { EntryKind } from "./timeline-entries.ts";

type Of<K extends string> = Readonly<Record<K, string>>;

export const timelineTexts = defineTexts(
  {
    title: "Timeline",
    titleOf: (body: string) => `Timeline: ${body}`,
    since: (day: string) => `Since the first meeting that is on record as held, of ${day}.`,
    noneHeld: "No meeting is on record as held.",
    note: "What has a day, and you may read. Of an activity: that it was held, or that its days have not passed. Of a commitment: the day on which it was noted as done, which may be later than it was. Of rounds: what is public.",
    noteOfBody: "The rounds, and what belongs to no meeting of this body, are in the timeline of all.",
    toAll: "Timeline of all",
    none: "Nothing with a day is on record here that you may read.",
    noneText:
      "Meetings, offices, reports considered, activities, rounds and commitments done come here by themselves once they are entered.",
    show: "Show",
    everything: (n: number) => `Everything (${n})`,
    kindOf: (kind: string, n: number) => `${kind} (${n})`,
    kinds: {
      meeting: "Meetings",
      office: "Secretariats and presidencies",
      report: "Reports considered",
      activity: "Activities",
      round: "Rounds",
      commitment: "Commitments done",
    } satisfies Of<EntryKind>,
    shown: (n: number) =>
      pluralEn(n, { zero: "No entry is shown.", one: "# entry is shown.", other: "# entries are shown." }),
    ahead: "To come",
    years: "Years",
    gap: (from: number, until: number) => (from === until ? `${from}` : `${from} to ${until}`),
    nothing: (years: string) => `${years}: nothing with a day is on record that you may read.`,
    nothingOfIt: (years: string) => `${years}: nothing of this kind is on record that you may read.`,
    days: (from: string, until: string) => `${from} to ${until}`,
    labels: {
      meeting: "Meeting",
      report: "Report considered",
      commitment: "Noted as done",
      held: "Activity held",
      to_come: "Activity planned, endorsed",
      proposed: "Activity proposed for then",
      begins: "Office begins",
      ends: "Office ends",
      known: "Office on that day",
      opens: "Round opens",
      due: "Reports due",
      published: "Reports published",
    },
    at: (place: string, host: string | null) => (host === null ? place : `${place} (host: ${host})`),
    office: {
      secretariat: (body: string, who: string) => `${body}: secretariat, ${who}`,
      presidency: (body: string, who: string) => `${body}: presidency, ${who}`,
    } satisfies Readonly<Record<Office, unknown>>,
    sinceDay: (day: string) => `Since ${day}.`,
    untilDay: (day: string) => `Until ${day}.`,
    sinceUnknown: "Since when is not on record.",
    untilUnknown: "No end is on record.",
    by: (who: string) => `Proposed by: ${who}`,
    responsible: (who: string) => `Responsible: ${who}`,
    due: (name: RoundName) => `${name}: the common due date`,
    published: (name: RoundName, n: number) =>
      pluralEn(n, { one: `${name}: the report of # country`, other: `${name}: reports of # countries` }),
    publishedOn: (first: string, last: string, n: number) =>
      first === last
        ? `As ${n === 1 ? "it is" : "they are"} public now, since ${first}.`
        : `As they are public now, the first since ${first} and the last since ${last}.`,
    invented: "invented for this demonstration",
  },
  {
    title: "Cronología",
    titleOf: (body) => `Cronología: ${body}`,
    since: (day) => `Desde la primera reunión que consta como realizada, del ${day}.`,
    noneHeld: "Ninguna reunión consta como realizada.",
    note: "Lo que tiene fecha y usted puede leer. De una actividad: que se realizó, o que sus días no han pasado. De un compromiso: el día en que se anotó como cumplido, que puede ser posterior. De las rondas: lo que es público.",
    noteOfBody: "Las rondas, y lo que no es de ninguna reunión de esta instancia, están en la cronología de todo.",
    toAll: "Cronología de todo",
    none: "Aquí no consta nada con fecha que usted pueda leer.",
    noneText:
      "Reuniones, secretarías y presidencias, informes considerados, actividades, rondas y compromisos cumplidos llegan aquí por sí solos cuando se registran.",
    show: "Mostrar",
    everything: (n) => `Todo (${n})`,
    kindOf: (kind, n) => `${kind} (${n})`,
    kinds: {
      meeting: "Reuniones",
      office: "Secretarías y presidencias",
      report: "Informes considerados",
      activity: "Actividades",
      round: "Rondas",
      commitment: "Compromisos cumplidos",
    },
    shown: (n) =>
      pluralEs(n, {
        zero: "No se muestra ninguna entrada.",
        one: "Se muestra # entrada.",
        other: "Se muestran # entradas.",
      }),
    ahead: "Por venir",
    years: "Años",
    gap: (from, until) => (from === until ? `${from}` : `De ${from} a ${until}`),
    nothing: (years) => `${years}: no consta nada con fecha que usted pueda leer.`,
    nothingOfIt: (years) => `${years}: no consta nada de esta clase que usted pueda leer.`,
    days: (from, until) => `${from} al ${until}`,
    labels: {
      meeting: "Reunión",
      report: "Informe considerado",
      commitment: "Anotado como cumplido",
      held: "Actividad realizada",
      to_come: "Actividad prevista, avalada",
      proposed: "Actividad propuesta para entonces",
      begins: "Comienza una función",
      ends: "Termina una función",
      known: "Función en ese día",
      opens: "Se abre la ronda",
      due: "Fecha límite",
      published: "Informes publicados",
    },
    at: (place, host) => (host === null ? place : `${place} (sede: ${host})`),
    office: {
      secretariat: (body, who) => `${body}: secretaría, ${who}`,
      presidency: (body, who) => `${body}: presidencia, ${who}`,
    },
    sinceDay: (day) => `Desde el ${day}.`,
    untilDay: (day) => `Hasta el ${day}.`,
    sinceUnknown: "No consta desde cuándo.",
    untilUnknown: "No consta el fin.",
    by: (who) => `Propuesta por: ${who}`,
    responsible: (who) => `A cargo de: ${who}`,
    due: (name) => `${name}: fecha límite común`,
    published: (name, n) => pluralEs(n, { one: `${name}: informe de # país`, other: `${name}: informes de # países` }),
    publishedOn: (first, last, n) =>
      first === last
        ? `Como ${n === 1 ? "es público" : "son públicos"} hoy, desde el ${first}.`
        : `Como son públicos hoy, el primero desde el ${first} y el último desde el ${last}.`,
    invented: "inventado para esta demostración",
  },
);
