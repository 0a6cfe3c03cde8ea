import { askStepWords, type CalendarStep } from "@avances/domain/round";
import { defineTexts } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Closing a round before the day on which it closes by itself, and opening it again. */
export const closingTexts = defineTexts(
  {
    label: "Close the round",
    title: (round: RoundName) => `Close the ${round}`,
    intro: (day: string) =>
      `By itself it closes on ${day}. If you close it now, nothing more goes out by itself to countries whose date has passed. A person can still remind them.`,
    step: askStepWords.en as Readonly<Record<CalendarStep, string>>,
    heading: {
      not_received: (n: string) => `Will stand as not received (${n})`,
      extended: (n: string) => `With an extension, which stands (${n})`,
      returned: (n: string) => `Returned: their clarifications are still awaited (${n})`,
      withdrawn: (n: string) => `Received in the round, and taken back by the country (${n})`,
      voluntary: (n: string) => `Preparing a report that they do not owe (${n})`,
    },
    nobodyMissing: "Every report that is owed was received, or has an extension: none will stand as not received.",
    extendedUntil: (day: string) => `until ${day}; its reminders go on until then and after it, as without the closing`,
    returnedUntil: (day: string | null) => (day === null ? "no date" : `by ${day}, with its reminders`),
    draft: (answered: string, expected: string) => `draft with ${answered} of ${expected} answers, which stays`,
    notStarted: "nothing answered",
    mayBeSent: "All of them may still send their report; it is then received after the date.",
    droppedHeading: "Steps that go out no more",
    dropped: (step: string, day: string, countries: string, proposed: boolean) =>
      `${step}${proposed ? " (would be proposed to you)" : ""}, from ${day}: ${countries}`,
    nothingDropped: "No step of the calendar would still go out to these countries.",
    waiting:
      "Reminders to countries whose date has passed that were written, or set for later, and have not left yet are not sent either; those about returned work are.",
    scheduledHeading: (n: string) => `Reminders that a person set, and that leave no more (${n})`,
    scheduledText: "They count again if the round is opened again before their moment.",
    toldHeading: "Addressees",
    told: (names: string) => `${names}.`,
    toldNobody: "nobody to write to",
    mail: {
      sent: "Each gets one message: that the round is closed, and what that means for the country. The reason is not in it; the country reads it in the portal.",
      kept: "One message to each is kept here; this instance sends no mail. The reason is not in it; the country reads it in the portal.",
    },
    reasonHelp: "Kept in the record; the countries that report in the round and the Secretariat can read it.",
    next: "Continue",
    sure: (missing: string, extended: string) => `Close it now: ${missing}; ${extended}. Press once more.`,
    sureMissing: (names: string) => `${names} will stand as not received`,
    sureNobody: "nobody will stand as not received",
    sureExtended: (list: string) => `extensions stand: ${list}`,
    sureNoExtension: "no extension runs",
    until: (name: string, day: string) => `${name} until ${day}`,
    submit: "Close the round now",
    done: (round: RoundName) => `Closed: ${round}.`,
    changed: "A report arrived or a date moved since you read this. Nothing was closed. Below is what it means now.",
    fault: {
      not_due: "The due date has not passed in every capital yet.",
      closed: "The round is closed.",
      not_closed: "The Secretariat has not closed this round.",
      over: "The day has come on which the round closes by itself.",
    },
    reopen: {
      label: "Open the round again",
      title: (round: RoundName) => `Open the ${round} again`,
      text: (day: string) =>
        `Its calendar goes on until ${day}, when it closes by itself. Steps whose day has passed are not sent afterwards.`,
      mail: {
        sent: "Whoever owes a first report is told.",
        kept: "The messages to whoever owes a first report are kept here; this instance sends no mail.",
      },
      submit: "Open the round again",
      done: (round: RoundName) => `Open again: ${round}.`,
    },
  },
  {
    label: "Cerrar la ronda",
    title: (round) => `Cerrar la ${round}`,
    intro: (day) =>
      `Por sí sola se cierra el ${day}. Si la cierra ahora, ya no sale nada por sí solo a los países cuya fecha pasó. Una persona todavía puede enviarles un recordatorio.`,
    step: askStepWords.es as Readonly<Record<CalendarStep, string>>,
    heading: {
      not_received: (n) => `Constarán como no recibidos (${n})`,
      extended: (n) => `Con una prórroga, que sigue vigente (${n})`,
      returned: (n) => `Devueltos: aún se esperan sus aclaraciones (${n})`,
      withdrawn: (n) => `Recibidos en la ronda y retirados por el país (${n})`,
      voluntary: (n) => `Preparan un informe que no deben (${n})`,
    },
    nobodyMissing:
      "Todos los informes que se deben se recibieron o tienen prórroga: ninguno constará como no recibido.",
    extendedUntil: (day) => `hasta el ${day}; sus recordatorios continúan hasta entonces y después, como sin el cierre`,
    returnedUntil: (day) => (day === null ? "sin fecha" : `a más tardar el ${day}, con sus recordatorios`),
    draft: (answered, expected) => `borrador con ${answered} de ${expected} respuestas, que se conserva`,
    notStarted: "sin respuestas",
    mayBeSent: "Todos pueden enviar todavía su informe; se recibe entonces después de la fecha.",
    droppedHeading: "Pasos que ya no salen",
    dropped: (step, day, countries, proposed) =>
      `${step}${proposed ? " (se le propondría)" : ""}, desde el ${day}: ${countries}`,
    nothingDropped: "Ningún paso del calendario saldría todavía a estos países.",
    waiting:
      "Tampoco se envían los recordatorios a países cuya fecha ya pasó, escritos o programados, que aún no han salido; los de trabajos devueltos sí.",
    scheduledHeading: (n) => `Recordatorios que programó una persona y que ya no salen (${n})`,
    scheduledText: "Vuelven a contar si la ronda se abre de nuevo antes de su momento.",
    toldHeading: "Destinatarios",
    told: (names) => `${names}.`,
    toldNobody: "nadie a quien escribir",
    mail: {
      sent: "Cada persona recibe un mensaje: que la ronda está cerrada y qué significa para el país. El motivo no figura en él; el país lo lee en el portal.",
      kept: "Un mensaje para cada persona se guarda aquí; esta instancia no envía correo. El motivo no figura en él; el país lo lee en el portal.",
    },
    reasonHelp: "Queda en el registro; pueden leerlo los países que informan en la ronda y la Secretaría.",
    next: "Continuar",
    sure: (missing, extended) => `Cerrarla ahora: ${missing}; ${extended}. Pulse una vez más.`,
    sureMissing: (names) => `constarán como no recibidos los informes que faltan (${names})`,
    sureNobody: "nadie constará como no recibido",
    sureExtended: (list) => `sigue vigente toda prórroga: ${list}`,
    sureNoExtension: "no hay prórrogas vigentes",
    until: (name, day) => `${name} hasta el ${day}`,
    submit: "Cerrar la ronda ahora",
    done: (round) => `Cerrada: ${round}.`,
    changed:
      "Llegó un informe o cambió una fecha desde que usted leyó esto. No se cerró nada. Abajo figura lo que significa ahora.",
    fault: {
      not_due: "La fecha límite aún no ha pasado en todas las capitales.",
      closed: "La ronda está cerrada.",
      not_closed: "La Secretaría no ha cerrado esta ronda.",
      over: "Ya llegó el día en que la ronda se cierra por sí sola.",
    },
    reopen: {
      label: "Abrir la ronda de nuevo",
      title: (round) => `Abrir de nuevo la ${round}`,
      text: (day) =>
        `Su calendario continúa hasta el ${day}, cuando se cierra por sí sola. Los pasos cuyo día ya pasó no se envían después.`,
      mail: {
        sent: "Se avisa a quienes deben un primer informe.",
        kept: "Los mensajes a quienes deben un primer informe se guardan aquí; esta instancia no envía correo.",
      },
      submit: "Abrir la ronda de nuevo",
      done: (round) => `Abierta de nuevo: ${round}.`,
    },
  },
);
