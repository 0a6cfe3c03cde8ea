import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const roundsTexts = defineTexts(
  {
    title: "Reporting rounds",
    lead: (round: RoundName, date: string) => `The newest: ${round}; reports are due on ${date}.`,
    leadPast: (round: RoundName, date: string) => `The newest: ${round}; reports were due on ${date}.`,
    leadNone: "No round has been opened yet.",
    open: "Open a round",
    openNext: (round: RoundName) => `Open the ${round}`,
    none: {
      title: "No round has been opened",
      text: "Each year has one round. Countries can report in it from its opening day on.",
    },
    list: {
      caption: "All rounds, newest first",
      round: "Round",
      opens: "Opens",
      due: "Due",
      state: "State",
      group: "Expected to report",
    },
    state: {
      planned: "Opens later",
      open: "Open",
      overdue: "Date has passed, still collecting",
      closed: "Closed, late reports still accepted",
    },
    plan: {
      heading: "What will happen",
      today: "Today",
      rows: (obligated: number, all: number) =>
        `${pluralEn(obligated, { one: "# expected report", other: "# expected reports" })} from now on; ${pluralEn(all - obligated, { one: "# more country may report voluntarily", other: "# more countries may report voluntarily" })}. Each stands in the monitor at once.`,
      opening: (people: number) =>
        `Opening messages, in the language of each reader, to ${pluralEn(people, { one: "# person", other: "# people" })} (focal points and alternates).`,
      before: "Courteous reminders to whoever has not submitted.",
      dueToday: "A reminder that the report is due today.",
      due: "Due date. A report received until midnight in the capital is on time.",
      after: "Reminders to those who are late, with a copy to the Secretariat.",
      escalation: "Liaison officers are written to as well, where a country has one in the portal.",
      presidency:
        "National focal points of the Conference and the Presidency Pro Tempore are written to as well, where they have an account; a person of the Secretariat confirms it first, unless your settings say otherwise.",
      closing:
        "Whoever is still late is told that the report is listed as not received. No reminder of the due date follows.",
      closes: "The round closes. Reports may still be sent.",
      stops:
        "Messages leave at 09:00 in each capital, and on working days only: what falls on a day off waits for the next working day. Those whose day has come already leave between 09:00 and 18:00. Reminders of the due date stop for a country the moment it submits.",
      yearRuns: (year: string, end: string) =>
        `The year of the data, ${year}, ends on ${end}: when the round opens, countries cannot report the whole of it yet.`,
      signed: "Before a country submits, its approver signs.",
      nobodySigns: (countries: string) =>
        `Nobody has the account of an approver in ${countries}: without one they cannot submit.`,
      nobody: (countries: string) => `Nobody to write to in ${countries}. Add a focal point before the opening day.`,
    },
    opened: (round: RoundName) => `The ${round}, is open.`,
    planned: (round: RoundName, opensOn: string) => `The ${round}, is planned; it opens on ${opensOn}.`,
  },
  {
    title: "Rondas de informes",
    lead: (round, date) => `La más reciente: ${round}; la fecha límite es el ${date}.`,
    leadPast: (round, date) => `La más reciente: ${round}; la fecha límite era el ${date}.`,
    leadNone: "Aún no se ha abierto ninguna ronda.",
    open: "Abrir una ronda",
    openNext: (round) => `Abrir la ${round}`,
    none: {
      title: "No se ha abierto ninguna ronda",
      text: "Cada año tiene una ronda. Los países pueden informar en ella desde su día de apertura.",
    },
    list: {
      caption: "Todas las rondas, la más reciente primero",
      round: "Ronda",
      opens: "Apertura",
      due: "Fecha límite",
      state: "Estado",
      group: "Deben informar",
    },
    state: {
      planned: "Se abrirá después",
      open: "Abierta",
      overdue: "Venció la fecha, aún se recibe",
      closed: "Cerrada; aún se reciben informes",
    },
    plan: {
      heading: "Qué ocurrirá",
      today: "Hoy",
      rows: (obligated, all) =>
        `${pluralEs(obligated, { one: "# informe esperado", other: "# informes esperados" })} desde ahora; ${pluralEs(all - obligated, { one: "# país más puede informar voluntariamente", other: "# países más pueden informar voluntariamente" })}. Cada uno aparece de inmediato en el tablero.`,
      opening: (people) =>
        `Mensajes de apertura, en el idioma de cada destinatario, a ${pluralEs(people, { one: "# persona", other: "# personas" })} (puntos focales y suplentes).`,
      before: "Recordatorios corteses a quienes no hayan enviado.",
      dueToday: "Recordatorio de que la fecha límite es hoy.",
      due: "Fecha límite. Un informe recibido hasta la medianoche de la capital está en plazo.",
      after: "Recordatorios a quienes estén fuera de plazo, con copia a la Secretaría.",
      escalation: "Se escribe también a las personas de enlace, donde el país tenga una en el portal.",
      presidency:
        "Se escribe también a los puntos focales nacionales de la Conferencia y a la Presidencia Pro Témpore, donde tengan cuenta; antes lo confirma una persona de la Secretaría, salvo que su configuración indique otra cosa.",
      closing:
        "A quienes sigan fuera de plazo se les comunica que el informe consta como no recibido. No siguen más recordatorios de la fecha límite.",
      closes: "La ronda se cierra. Aún se pueden enviar informes.",
      stops:
        "Los mensajes salen a las 09:00 de cada capital, y solo en días hábiles: lo que cae en un día sin envíos espera al siguiente día hábil. Aquellos cuyo día ya llegó salen entre las 09:00 y las 18:00. Los recordatorios de la fecha límite cesan para un país en cuanto envía su informe.",
      yearRuns: (year, end) =>
        `El año de los datos, ${year}, termina el ${end}: cuando se abra la ronda, los países aún no podrán informar sobre el año completo.`,
      signed: "Antes de que un país envíe, firma la persona que aprueba.",
      nobodySigns: (countries) =>
        `Nadie tiene cuenta de persona que aprueba en ${countries}: sin ella no pueden enviar.`,
      nobody: (countries) => `No hay a quién escribir en ${countries}. Agregue un punto focal antes de la apertura.`,
    },
    opened: (round) => `La ${round}, está abierta.`,
    planned: (round, opensOn) => `La ${round}, queda prevista; se abre el ${opensOn}.`,
  },
);
