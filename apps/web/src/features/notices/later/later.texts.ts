import type { ScheduledWait } from "@avances/domain/round";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** A reminder by hand that leaves at a later moment: naming the moment, the preview, and the list of what is set. */
export const laterTexts = defineTexts(
  {
    when: "When",
    now: "Now",
    later: "On a day and at an hour",
    day: "Day",
    time: "Hour",
    clocks: "By whose clocks",
    capitals: "Those of each capital",
    own: (zone: string) => `Those here (${zone})`,
    help: "It leaves then. If that is a day off there, outside 09:00 to 18:00, held, or a day on which another message of the round goes to the country, it leaves on the next day on which it may.",
    noDay: "Enter a day.",
    noTime: "Enter an hour, such as 09:30.",
    fault: {
      past: (countries: string) => `This moment has passed (${countries}). Name a later one.`,
      before_opening: (countries: string, first: string) =>
        `The round is not open yet then (${countries}): the first day is ${first}.`,
      after_round: (countries: string, last: string) =>
        `It would not leave before the round is over (${countries}): the last day is ${last}.`,
      no_day: (countries: string) => `No day is left on which it would leave before the round is over (${countries}).`,
      unknown_zone: "The portal does not know this time zone. Choose the clocks of each capital.",
    },
    // The name of a capital may end in a stop.
    leaves: (when: string) => `Leaves on ${when}${when.endsWith(".") ? "" : "."}`,
    moved: {
      held: "Not at the moment named: its reminders are held.",
      promised: "Not at the moment named: it has named a day by which it sends its report.",
      day_off: "Not at the moment named: a day off there.",
      weekend: "Not at the moment named: a Saturday or Sunday there.",
      hours: "Not at the moment named: outside 09:00 to 18:00 there.",
      another_message: "Not at the moment named: another message of the round goes to it on that day.",
    } satisfies Record<ScheduledWait, string>,
    asThen:
      "The messages below are as they would be written then if nothing changes. Each is written when it leaves, from the facts and with the words of that moment; whoever has submitted by then gets nothing.",
    heading: (n: number) => pluralEn(n, { one: "# message, to leave later", other: "# messages, to leave later" }),
    set: (n: number) => pluralEn(n, { one: "Set it for # country", other: "Set it for # countries" }),
    already: {
      title: "Nothing was set",
      text: "A reminder is set for these countries already:",
      one: (country: string, when: string, by: string) => `${country}: ${when}, by ${by}.`,
      next: "Leave them out below, or change what is set under “Scheduled”.",
    },
    done: {
      title: (n: number) =>
        pluralEn(n, { one: "The reminder is set for # country", other: "The reminder is set for # countries" }),
      text: "Until it leaves it can be changed or withdrawn.",
      list: "Open what is scheduled",
      again: "Write another reminder",
    },
    tab: "Scheduled",
    list: {
      heading: "Reminders that leave later",
      text: "Each is written when it leaves, by the rules of a reminder that is sent now. Until then any person of the Secretariat can change or withdraw it.",
      caption: "Reminders that are set, by their moment",
      none: "Nothing is scheduled",
      noneText: "Under “Remind”, choose a day and an hour before you look at the messages.",
      country: "Country",
      leaves: "Leaves",
      moment: "Moment named",
      by: "Set by",
      acts: "Change or withdraw",
      nobody: "Waits: nobody there can be written to. Add an account.",
      notNeeded: (why: string) => `As things stand it will not leave: ${why}.`,
      byClocks: (zone: string) => `by the clocks of ${zone}`,
      change: "Change",
      changeOf: (country: string) => `Change the reminder to ${country}`,
      withdraw: "Withdraw",
      withdrawOf: (country: string) => `Withdraw the reminder to ${country}`,
    },
    earlier: {
      heading: (n: number) => pluralEn(n, { one: "# earlier reminder", other: "# earlier reminders" }),
      caption: "Reminders that were set and wait no more, the newest first",
      what: "What became of it",
      left: (time: string, n: number) =>
        `Left ${time}: ${pluralEn(n, { one: "# message", other: "# messages" })} accepted by the mail server`,
      under_way: (n: number) =>
        pluralEn(n, { one: "Written; # message waits to be sent", other: "Written; # messages wait to be sent" }),
      kept: (time: string) => `Written ${time}; this portal sends no mail`,
      not_delivered: (n: number) =>
        pluralEn(n, {
          one: "Written; # message could not be delivered",
          other: "Written; # messages could not be delivered",
        }),
      not_needed: (time: string, why: string) => `Not sent, ${time}: ${why}`,
      withdrawn: (name: string, time: string) => `Withdrawn by ${name}, ${time}`,
      replaced: (name: string, time: string) => `Changed by ${name}, ${time}: another moment or other words count`,
    },
    changing: {
      title: (country: string) => `Change the reminder to ${country}`,
      save: "Save the change",
      saved: "Changed.",
      back: "Back",
      gone: "It waits no more: it has left, or somebody changed or withdrew it. Nothing was changed by you.",
    },
    withdrawing: {
      title: (country: string) => `Withdraw the reminder to ${country}?`,
      text: "It does not leave. The record keeps that it was set, and that you withdrew it.",
      withdraw: "Withdraw the reminder",
      done: "Withdrawn: it does not leave.",
    },
  },
  {
    when: "Cuándo",
    now: "Ahora",
    later: "Un día y a una hora",
    day: "Día",
    time: "Hora",
    clocks: "Según qué reloj",
    capitals: "El de cada capital",
    own: (zone) => `El de aquí (${zone})`,
    help: "Sale entonces. Si allí no hay envíos ese día, es fuera de 09:00 a 18:00, los recordatorios están en espera o ese día le llega otro mensaje de la ronda, sale el siguiente día en que sea posible.",
    noDay: "Indique un día.",
    noTime: "Indique una hora, por ejemplo 09:30.",
    fault: {
      past: (countries) => `Ese momento ya pasó (${countries}). Indique uno posterior.`,
      before_opening: (countries, first) =>
        `Entonces la ronda aún no está abierta (${countries}): el primer día es el ${first}.`,
      after_round: (countries, last) =>
        `No saldría antes de que termine la ronda (${countries}): el último día es el ${last}.`,
      no_day: (countries) => `No queda ningún día en que saldría antes de que termine la ronda (${countries}).`,
      unknown_zone: "El portal no conoce esa zona horaria. Elija el reloj de cada capital.",
    },
    leaves: (when) => `Sale el ${when}${when.endsWith(".") ? "" : "."}`,
    moved: {
      held: "No en el momento indicado: sus recordatorios están en espera.",
      promised: "No en el momento indicado: el país indicó un día para enviar su informe.",
      day_off: "No en el momento indicado: allí es un día sin envíos.",
      weekend: "No en el momento indicado: allí es sábado o domingo.",
      hours: "No en el momento indicado: allí es fuera de 09:00 a 18:00.",
      another_message: "No en el momento indicado: ese día le llega otro mensaje de la ronda.",
    },
    asThen:
      "Los mensajes de abajo son los que se escribirían entonces si nada cambia. Cada uno se escribe al salir, con los datos y el texto de ese momento; quien haya enviado su informe para entonces no recibe nada.",
    heading: (n) => pluralEs(n, { one: "# mensaje, para salir después", other: "# mensajes, para salir después" }),
    set: (n) => pluralEs(n, { one: "Programar para # país", other: "Programar para # países" }),
    already: {
      title: "No se programó nada",
      text: "Ya hay un recordatorio programado para estos países:",
      one: (country, when, by) => `${country}: ${when}, por ${by}.`,
      next: "Omítalos abajo, o cambie lo que hay en «Programados».",
    },
    done: {
      title: (n) =>
        pluralEs(n, { one: "Recordatorio programado para # país", other: "Recordatorio programado para # países" }),
      text: "Hasta que salga se puede cambiar o retirar.",
      list: "Abrir lo programado",
      again: "Escribir otro recordatorio",
    },
    tab: "Programados",
    list: {
      heading: "Recordatorios que salen después",
      text: "Cada uno se escribe al salir, según las reglas de un recordatorio que se envía ahora. Hasta entonces cualquier persona de la Secretaría puede cambiarlo o retirarlo.",
      caption: "Recordatorios programados, según su momento",
      none: "No hay nada programado",
      noneText: "En «Recordar», elija un día y una hora antes de ver los mensajes.",
      country: "País",
      leaves: "Sale",
      moment: "Momento indicado",
      by: "Lo programó",
      acts: "Cambiar o retirar",
      nobody: "Espera: allí no hay a quién escribir. Agregue una cuenta.",
      notNeeded: (why) => `Tal como está la situación no saldrá: ${why}.`,
      byClocks: (zone) => `según el reloj de ${zone}`,
      change: "Cambiar",
      changeOf: (country) => `Cambiar el recordatorio a ${country}`,
      withdraw: "Retirar",
      withdrawOf: (country) => `Retirar el recordatorio a ${country}`,
    },
    earlier: {
      heading: (n) => pluralEs(n, { one: "# recordatorio anterior", other: "# recordatorios anteriores" }),
      caption: "Recordatorios que se programaron y ya no esperan, el más reciente primero",
      what: "Qué ocurrió",
      left: (time, n) =>
        `Salió ${time}: el servidor de correo aceptó ${pluralEs(n, { one: "# mensaje", other: "# mensajes" })}`,
      under_way: (n) =>
        pluralEs(n, { one: "Escrito; # mensaje espera su envío", other: "Escrito; # mensajes esperan su envío" }),
      kept: (time) => `Escrito ${time}; este portal no envía correo`,
      not_delivered: (n) =>
        pluralEs(n, {
          one: "Escrito; # mensaje no se pudo entregar",
          other: "Escrito; # mensajes no se pudieron entregar",
        }),
      not_needed: (time, why) => `No se envió, ${time}: ${why}`,
      withdrawn: (name, time) => `Retirado por ${name}, ${time}`,
      replaced: (name, time) => `Cambiado por ${name}, ${time}: valen otro momento u otro texto`,
    },
    changing: {
      title: (country) => `Cambiar el recordatorio a ${country}`,
      save: "Guardar el cambio",
      saved: "Cambiado.",
      back: "Volver",
      gone: "Ya no espera: salió, o alguien lo cambió o lo retiró. Usted no cambió nada.",
    },
    withdrawing: {
      title: (country) => `¿Retirar el recordatorio a ${country}?`,
      text: "No sale. El registro conserva que se programó y que usted lo retiró.",
      withdraw: "Retirar el recordatorio",
      done: "Retirado: no sale.",
    },
  },
);
