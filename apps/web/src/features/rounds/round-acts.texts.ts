import { defineTexts } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Acts of the Secretariat on a whole round, the words when somebody else was quicker, and the record. */
export const roundActTexts = defineTexts(
  {
    tooShort: "Write a reason of at least five characters.",
    reason: "Why",
    reasonHelp: "Kept in the record; the countries that report in the round and the Secretariat can read it.",
    back: "Back",
    present: (opensOn: string, dueOn: string) => `At present: opens ${opensOn}, due ${dueOn}.`,
    stale: (opensOn: string, dueOn: string) =>
      `Somebody changed the round since you looked at it. Nothing was done. It now opens ${opensOn} and is due ${dueOn}.`,
    seen: "I have seen this",
    dates: {
      label: "Correct the dates",
      title: (round: RoundName) => `Correct the dates: ${round}`,
      text: "Each country's due date follows, unless it has submitted or has an extension that reaches further. The reminders follow the new dates.",
      mail: {
        sent: "Countries that were invited are told.",
        kept: "The messages to the countries that were invited are kept here; this instance sends no mail.",
      },
      opensOn: "Opening day",
      opened: "The round has opened: the countries were invited on this day.",
      dueOn: "Due date",
      submit: "Correct the dates",
      done: "The dates are corrected.",
    },
    fault: {
      same: "These are the present dates.",
      order:
        "The due date must be on or after the opening day, at most a year later, and the opening in or next to the year of the round.",
      opened: "The round has opened: its opening day stays.",
      closed: "The round is closed. Open it again first; then its dates can be corrected.",
      past: "Choose a day that is still to come in every capital.",
    },
    cancel: {
      label: "Cancel the round",
      title: (round: RoundName) => `Cancel the ${round}?`,
      text: "For a round that was opened by mistake, as long as no country has done anything in it. It disappears from the portal and from the public file, and its reminders stop. The record keeps it; its year can be opened again.",
      mail: {
        sent: "Whoever was written to is told.",
        kept: "The messages to whoever was written to are kept here; this instance sends no mail.",
      },
      reasonHelp: "Kept in the record, which the Secretariat can read.",
      submit: "Cancel the round",
      used: "A country has begun to work in this round, so it cannot be cancelled. Its dates can be corrected.",
      done: (round: RoundName) => `Cancelled: ${round}.`,
    },
    record: {
      heading: "Corrected, closed and cancelled",
      dates_corrected: (round: RoundName, who: string, from: string, to: string) =>
        `${round}: ${who} (Technical Secretariat) corrected the dates from ${from} to ${to}.`,
      closed: (round: RoundName, who: string) =>
        `${round}: ${who} (Technical Secretariat) closed it before the day on which it closes by itself.`,
      reopened: (round: RoundName, who: string) => `${round}: ${who} (Technical Secretariat) opened it again.`,
      cancelled: (round: RoundName, who: string) => `${round}: ${who} (Technical Secretariat) cancelled it.`,
      span: (opensOn: string, dueOn: string) => `${opensOn} – ${dueOn}`,
      why: (reason: string) => `“${reason}”`,
    },
  },
  {
    tooShort: "Escriba un motivo de al menos cinco caracteres.",
    reason: "Motivo",
    reasonHelp: "Queda en el registro; pueden leerlo los países que informan en la ronda y la Secretaría.",
    back: "Volver",
    present: (opensOn, dueOn) => `Ahora: apertura el ${opensOn}, fecha límite el ${dueOn}.`,
    stale: (opensOn, dueOn) =>
      `Alguien cambió la ronda desde que usted la vio. No se hizo nada. Ahora se abre el ${opensOn} y la fecha límite es el ${dueOn}.`,
    seen: "Lo he visto",
    dates: {
      label: "Corregir las fechas",
      title: (round) => `Corregir las fechas: ${round}`,
      text: "La fecha límite de cada país cambia con ella, salvo que ya haya enviado su informe o tenga una prórroga más larga. Los recordatorios siguen las nuevas fechas.",
      mail: {
        sent: "Se avisa a los países que fueron invitados.",
        kept: "Los mensajes a los países que fueron invitados se guardan aquí; esta instancia no envía correo.",
      },
      opensOn: "Día de apertura",
      opened: "La ronda ya se abrió: ese día se invitó a los países.",
      dueOn: "Fecha límite",
      submit: "Corregir las fechas",
      done: "Las fechas están corregidas.",
    },
    fault: {
      same: "Estas son las fechas actuales.",
      order:
        "La fecha límite debe ser igual o posterior al día de apertura, como máximo un año después, y la apertura debe caer en el año de la ronda o en uno contiguo.",
      opened: "La ronda ya se abrió: su día de apertura no cambia.",
      closed: "La ronda está cerrada. Ábrala primero de nuevo; después se pueden corregir sus fechas.",
      past: "Elija un día que aún no haya llegado en ninguna capital.",
    },
    cancel: {
      label: "Cancelar la ronda",
      title: (round) => `¿Cancelar la ${round}?`,
      text: "Para una ronda abierta por error, mientras ningún país haya hecho nada en ella. Desaparece del portal y del archivo público, y cesan sus recordatorios. El registro la conserva; su año puede abrirse de nuevo.",
      mail: {
        sent: "Se avisa a quienes se había escrito.",
        kept: "Los mensajes a quienes se había escrito se guardan aquí; esta instancia no envía correo.",
      },
      reasonHelp: "Queda en el registro, que puede leer la Secretaría.",
      submit: "Cancelar la ronda",
      used: "Un país ya empezó a trabajar en esta ronda, por lo que no puede cancelarse. Sus fechas pueden corregirse.",
      done: (round) => `Cancelada: ${round}.`,
    },
    record: {
      heading: "Correcciones, cierres y cancelaciones",
      dates_corrected: (round, who, from, to) =>
        `${round}: ${who} (Secretaría Técnica) corrigió las fechas de ${from} a ${to}.`,
      closed: (round, who) =>
        `${round}: ${who} (Secretaría Técnica) la cerró antes del día en que se cierra por sí sola.`,
      reopened: (round, who) => `${round}: ${who} (Secretaría Técnica) la abrió de nuevo.`,
      cancelled: (round, who) => `${round}: ${who} (Secretaría Técnica) la canceló.`,
      span: (opensOn, dueOn) => `${opensOn} – ${dueOn}`,
      why: (reason) => `«${reason}»`,
    },
  },
);
