import type { Text } from "@avances/domain/catalogue";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

const ownIn: Text = { en: "In English", es: "In Spanish" };

export const remindersTexts = defineTexts(
  {
    title: (round: RoundName) => `Reminders: ${round}`,
    words: "Words of the reminders",
    tabs: {
      label: "Views of this page",
      calendar: "What will be sent",
      send: "Remind",
      ledger: "What was sent",
      days: "Holds, second person, days off",
      closing: "Closing list",
      letters: "Letters",
    },
    calendar: {
      heading: "Automatic steps",
      next: (date: string, countries: string) => `Next: ${date}, to ${countries}.`,
      nothing: "Nothing is due until this date",
      nothingText:
        "Every report that is expected has arrived, or the calendar of this round is at its end. Choose a later date to look further.",
      passed: "That day has passed",
      passedText:
        "What was sent until then stands under “What was sent”. What would have been sent cannot be said: reports, people and dates are known as they are now. Choose today or a later day.",
      until: "Show what would be sent until",
      untilHelp:
        "As things stand now. Each step goes out on its day, or on the next on which it may (after days off, a hold, a day that the country named, or another message), from 09:00 to 18:00 in the capital. Each message is checked again at the moment of sending; whoever has submitted by then receives nothing.",
      caption: "Messages that would be sent",
      when: "Day",
      time: "Time",
      country: "Country",
      step: "Step",
      people: "People",
      needsConfirmation: "Is proposed then; it leaves once a person of the Secretariat has confirmed it.",
      moved: {
        weekend: (day: string, isPast: boolean) => `Its day ${isPast ? "was" : "is"} ${day}.`,
        day_off: (day: string, isPast: boolean, why: string) =>
          `Its day ${isPast ? "was" : "is"} ${day}, a day off: ${why}.`,
        held: (day: string, isPast: boolean) => `Its day ${isPast ? "was" : "is"} ${day}, while reminders are held.`,
        promised: (day: string, isPast: boolean) =>
          `Its day ${isPast ? "was" : "is"} ${day}; the country has said by which later day it sends its report.`,
        caught_up: (day: string) => `Its day was ${day}.`,
        hours: (day: string) => `Its day was ${day}.`,
        another_message: (day: string) => `Its day was ${day}.`,
      },
      setBy: (name: string) => `Set by ${name}`,
      movedSet: {
        weekend: (day: string, _isPast: boolean, _why: string) => `Set for ${day}.`,
        day_off: (day: string, _isPast: boolean, why: string) => `Set for ${day}, a day off: ${why}.`,
        held: (day: string, _isPast: boolean, _why: string) => `Set for ${day}; reminders are held.`,
        promised: (day: string, _isPast: boolean, _why: string) =>
          `Set for ${day}; the country has said by which later day it sends its report.`,
        caught_up: (day: string, _isPast: boolean, _why: string) => `Set for ${day}.`,
        hours: (day: string, _isPast: boolean, _why: string) => `Set for ${day}, outside 09:00 to 18:00 there.`,
        another_message: (day: string, _isPast: boolean, _why: string) =>
          `Set for ${day}, on which another message of the round goes to it.`,
      },
      dayOff: "no sending",
      count: (n: number) => pluralEn(n, { zero: "Nothing would be sent", one: "# step", other: "# steps" }),
    },
    send: {
      heading: "Send a reminder",
      text: "Nothing is sent before you have seen every message and confirmed.",
      toWhom: "To whom",
      byGroup: "A group",
      byCountry: "Countries one by one",
      group: "Group",
      countries: "Countries",
      own: "Your own words",
      ownHelp:
        "Optional. They stand above the standard text, exactly as you write them. Readers of a language for which you write nothing receive the standard text alone.",
      ownIn,
      preview: "Show the messages",
      noCountry: "Choose at least one country.",
      nobody:
        "There is nobody to remind in this selection: each has submitted, is exempt, is not expected to report, or has nobody to write to. Nothing was sent.",
    },
    preview: {
      wordsChangedTitle: "Nothing was sent",
      wordsChanged:
        "Since you looked at the messages, their words have been edited. The messages below are as they would go out now.",
      heading: (n: number) => pluralEn(n, { one: "# message, not yet sent", other: "# messages, not yet sent" }),
      asks: (n: number) =>
        pluralEn(n, {
          zero: "not asked yet in this round",
          one: "asked once in this round",
          other: "asked # times in this round",
        }),
      firstAndLast: (first: string, last: string) =>
        first === last ? `all on ${last}` : `the first on ${first}, the last on ${last}`,
      only: (date: string) => `on ${date}`,
      asksOf: (messages: number, noted: number) =>
        `${pluralEn(messages, { zero: "no message", one: "1 message", other: "# messages" })}, ${pluralEn(noted, { one: "1 call, letter or talk", other: "# calls, letters or talks" })}`,
      waits: (date: string) => `Until ${date} has passed, nothing of the calendar leaves to it.`,
      scheduled: (when: string, by: string) => `A reminder is set for ${when}, by ${by}.`,
      refused: (name: string) =>
        `Mail servers have refused this address: the message would be given up and not reach ${name}. Change the address, or try the refused message again.`,
      reachesNobody: "No address of this country takes mail: nothing would reach it.",
      said: (what: string) => `The country ${what}.`,
      waiting: (step: string) => `A step waits for a person to confirm it: ${step}.`,
      due: (date: string) => `due ${date}`,
      extended: (date: string) => `due ${date}, after an extension`,
      clarifications: (date: string) => `clarifications due ${date}`,
      returned: "returned for clarification, without a date",
      today: {
        gone: (step: string, time: string) => `Written by itself today at ${time}: ${step}.`,
        ahead: (step: string, time: string) => `Goes out by itself today at ${time}: ${step}.`,
        none: "Nothing goes out by itself today.",
      },
      held: (date: string, reason: string) => `Its reminders are held until ${date}: ${reason}`,
      time: (time: string, capital: string) => `${time}, ${capital} time`,
      include: (country: string) => `Include ${country}`,
      passedOver: "Passed over: nothing is sent to this country now.",
      nobodyLeft: "Every country is passed over. Include one to send.",
      to: "To",
      language: { en: "in English", es: "in Spanish" },
      leftOut: "Left out",
      reason: {
        received: "has submitted",
        accepted: "accepted",
        published: "published",
        exempt: "exempt",
        nobody_to_write_to: "nobody to write to (see People)",
        not_expected: "not expected to report in this round",
      },
      send: (n: number) => pluralEn(n, { one: "Send # message", other: "Send # messages" }),
      changed: "You have changed the selection or the text. Show the messages again before sending.",
    },
    meanwhile: {
      title: "Nothing was sent",
      text: "Since you looked at the messages, these countries have been asked:",
      bySomebody: (country: string, name: string, day: string, time: string) =>
        `${country}: reminder by ${name}, ${day}, ${time}.`,
      byItself: (country: string, step: string, day: string, time: string) =>
        `${country}: written by itself, ${day}, ${time} (${step}).`,
      next: "The messages below are as they would go out now. Please look at them again, and pass over whoever need not be asked twice.",
    },
    confirm: {
      title: (n: number) => pluralEn(n, { one: "Send # message?", other: "Send # messages?" }),
      text: "A message that was sent cannot be taken back. These addresses receive it:",
      had: (n: number) =>
        pluralEn(n, {
          zero: "not asked before",
          one: "asked once in this round",
          other: "asked # times in this round",
        }),
      cancel: "Do not send",
    },
    done: {
      title: (n: number) => pluralEn(n, { one: "# message is on its way", other: "# messages are on their way" }),
      text: "The ledger shows what becomes of each. Who submits before delivery receives nothing.",
      ledger: "Open the ledger",
      again: "Write another reminder",
    },
    ledger: {
      heading: "Ledger of this round",
      text: "Every message of this round: to whom, when, and what became of it. Nothing is ever removed.",
      country: "Country",
      all: "All countries",
      caption: "Messages of this round, newest first",
      when: "Planned for",
      to: "To",
      step: "Step",
      state: "What became of it",
      ordinal: "No.",
      none: "Nothing has been sent in this round yet",
      noneText:
        "Opening messages go out on the opening day, or the next working day of the country, at 09:00 in each capital.",
      shown: (n: number) => pluralEn(n, { one: "Showing # message", other: "Showing # messages" }),
      newest: (n: number, all: number) => `Showing the ${n} newest of ${all} messages`,
      earlier: (n: number) => pluralEn(n, { one: "Show the earlier message", other: "Show the # earlier messages" }),
    },
  },
  {
    title: (round) => `Recordatorios: ${round}`,
    words: "Textos de los recordatorios",
    tabs: {
      label: "Vistas de esta página",
      calendar: "Lo que se enviará",
      send: "Recordar",
      ledger: "Lo que se envió",
      days: "Esperas, segunda persona, días sin envíos",
      closing: "Lista de cierre",
      letters: "Cartas",
    },
    calendar: {
      heading: "Pasos automáticos",
      next: (date, countries) => `Próximo: ${date}, a ${countries}.`,
      nothing: "No corresponde ningún envío hasta esta fecha",
      nothingText:
        "Llegaron todos los informes esperados o el calendario de esta ronda terminó. Elija una fecha posterior para mirar más lejos.",
      passed: "Ese día ya pasó",
      passedText:
        "Lo que se envió hasta entonces figura en «Lo que se envió». Lo que se habría enviado no se puede decir: los informes, las personas y las fechas se conocen como son ahora. Elija hoy o un día posterior.",
      until: "Mostrar lo que se enviaría hasta",
      untilHelp:
        "Según la situación actual. Cada paso sale en su día, o el siguiente en que sea posible (tras días sin envíos, una espera, un día que indicó el país u otro mensaje), de 09:00 a 18:00 en la capital. Cada mensaje se comprueba de nuevo al enviarlo; quien ya haya enviado su informe no recibe nada.",
      caption: "Mensajes que se enviarían",
      when: "Día",
      time: "Hora",
      country: "País",
      step: "Paso",
      people: "Personas",
      needsConfirmation: "Se propone entonces; sale cuando una persona de la Secretaría lo confirma.",
      moved: {
        weekend: (day, isPast) => `Su día ${isPast ? "era" : "es"} el ${day}.`,
        day_off: (day, isPast, why) => `Su día ${isPast ? "era" : "es"} el ${day}, sin envíos: ${why}.`,
        held: (day, isPast) => `Su día ${isPast ? "era" : "es"} el ${day}, con los recordatorios en espera.`,
        promised: (day, isPast) =>
          `Su día ${isPast ? "era" : "es"} el ${day}; el país indicó un día posterior para enviar su informe.`,
        caught_up: (day) => `Su día era el ${day}.`,
        hours: (day) => `Su día era el ${day}.`,
        another_message: (day) => `Su día era el ${day}.`,
      },
      setBy: (name) => `Programado por ${name}`,
      movedSet: {
        weekend: (day) => `Programado para el ${day}.`,
        day_off: (day, _isPast, why) => `Programado para el ${day}, sin envíos: ${why}.`,
        held: (day) => `Programado para el ${day}; los recordatorios están en espera.`,
        promised: (day) => `Programado para el ${day}; el país indicó un día posterior para enviar su informe.`,
        caught_up: (day) => `Programado para el ${day}.`,
        hours: (day) => `Programado para el ${day}, fuera de 09:00 a 18:00 allí.`,
        another_message: (day) => `Programado para el ${day}, día en que le llega otro mensaje de la ronda.`,
      },
      dayOff: "sin envíos",
      count: (n) => pluralEs(n, { zero: "No se enviaría nada", one: "# paso", other: "# pasos" }),
    },
    send: {
      heading: "Enviar un recordatorio",
      text: "No se envía nada antes de que usted haya visto cada mensaje y confirmado.",
      toWhom: "A quién",
      byGroup: "Un grupo",
      byCountry: "Países uno por uno",
      group: "Grupo",
      countries: "Países",
      own: "Sus propias palabras",
      ownHelp:
        "Opcional. Aparecen sobre el texto habitual, tal como usted las escriba. Quienes leen un idioma en el que no escriba nada reciben solo el texto habitual.",
      ownIn: { en: "En inglés", es: "En español" },
      preview: "Mostrar los mensajes",
      noCountry: "Elija al menos un país.",
      nobody:
        "No hay a quién recordar en esta selección: cada país ya envió su informe, está exento, no debe informar o no tiene a quién escribir. No se envió nada.",
    },
    preview: {
      wordsChangedTitle: "No se envió nada",
      wordsChanged:
        "Desde que usted vio los mensajes, se editó su texto. Los mensajes de abajo son los que saldrían ahora.",
      heading: (n) => pluralEs(n, { one: "# mensaje, aún sin enviar", other: "# mensajes, aún sin enviar" }),
      asks: (n) =>
        pluralEs(n, {
          zero: "aún sin solicitudes en esta ronda",
          one: "una solicitud en esta ronda",
          other: "# solicitudes en esta ronda",
        }),
      firstAndLast: (first, last) =>
        first === last ? `todas el ${last}` : `la primera el ${first}, la última el ${last}`,
      only: (date) => `el ${date}`,
      asksOf: (messages, noted) =>
        `${pluralEs(messages, { zero: "ningún mensaje", one: "1 mensaje", other: "# mensajes" })}, ${pluralEs(noted, { one: "1 llamada, carta o conversación", other: "# llamadas, cartas o conversaciones" })}`,
      waits: (date) => `Hasta que pase el ${date} no le sale nada del calendario.`,
      scheduled: (when, by) => `Hay un recordatorio programado para el ${when}, por ${by}.`,
      refused: (name) =>
        `Los servidores de correo rechazaron esta dirección: el mensaje se abandonaría y no llegaría a ${name}. Cambie la dirección, o intente de nuevo el mensaje rechazado.`,
      reachesNobody: "Ninguna dirección de este país recibe correo: no le llegaría nada.",
      said: (what) => `El país ${what}.`,
      waiting: (step) => `Un paso espera la confirmación de una persona: ${step}.`,
      due: (date) => `fecha límite ${date}`,
      extended: (date) => `fecha límite ${date}, con prórroga`,
      clarifications: (date) => `aclaraciones hasta el ${date}`,
      returned: "devuelto para aclaración, sin fecha",
      today: {
        gone: (step, time) => `Hoy ya se escribió automáticamente a las ${time}: ${step}.`,
        ahead: (step, time) => `Hoy sale automáticamente a las ${time}: ${step}.`,
        none: "Hoy no sale nada automáticamente.",
      },
      held: (date, reason) => `Sus recordatorios están en espera hasta el ${date}: ${reason}`,
      time: (time, capital) => `${time}, hora de ${capital}`,
      include: (country) => `Incluir ${country}`,
      passedOver: "Se omite: ahora no se envía nada a este país.",
      nobodyLeft: "Todos los países quedaron omitidos. Incluya alguno para enviar.",
      to: "Para",
      language: { en: "en inglés", es: "en español" },
      leftOut: "No se incluye",
      reason: {
        received: "ya envió su informe",
        accepted: "aceptado",
        published: "publicado",
        exempt: "exento",
        nobody_to_write_to: "no hay a quién escribir (vea Personas)",
        not_expected: "no debe informar en esta ronda",
      },
      send: (n) => pluralEs(n, { one: "Enviar # mensaje", other: "Enviar # mensajes" }),
      changed: "Usted cambió la selección o el texto. Muestre de nuevo los mensajes antes de enviar.",
    },
    meanwhile: {
      title: "No se envió nada",
      text: "Desde que usted vio los mensajes, ya se dirigió una solicitud a estos países:",
      bySomebody: (country, name, day, time) => `${country}: recordatorio de ${name}, ${day}, ${time}.`,
      byItself: (country, step, day, time) => `${country}: escrito automáticamente, ${day}, ${time} (${step}).`,
      next: "Los mensajes de abajo son los que saldrían ahora. Le rogamos revisarlos de nuevo y omitir a quien no haga falta pedírselo dos veces.",
    },
    confirm: {
      title: (n) => pluralEs(n, { one: "¿Enviar # mensaje?", other: "¿Enviar # mensajes?" }),
      text: "Un mensaje enviado no puede retirarse. Lo reciben estas direcciones:",
      had: (n) =>
        pluralEs(n, {
          zero: "sin solicitudes anteriores",
          one: "una solicitud anterior en esta ronda",
          other: "# solicitudes anteriores en esta ronda",
        }),
      cancel: "No enviar",
    },
    done: {
      title: (n) => pluralEs(n, { one: "# mensaje está en camino", other: "# mensajes están en camino" }),
      text: "El registro muestra qué ocurre con cada uno. Quien envíe su informe antes de la entrega no recibe nada.",
      ledger: "Abrir el registro",
      again: "Escribir otro recordatorio",
    },
    ledger: {
      heading: "Registro de avisos de esta ronda",
      text: "Cada mensaje de esta ronda: a quién, cuándo y qué ocurrió con él. Nunca se borra nada.",
      country: "País",
      all: "Todos los países",
      caption: "Mensajes de esta ronda, el más reciente primero",
      when: "Previsto para",
      to: "Para",
      step: "Paso",
      state: "Qué ocurrió",
      ordinal: "N.º",
      none: "Aún no se ha enviado nada en esta ronda",
      noneText:
        "Los mensajes de apertura salen el día de la apertura, o el siguiente día hábil del país, a las 09:00 en cada capital.",
      shown: (n) => pluralEs(n, { one: "Se muestra # mensaje", other: "Se muestran # mensajes" }),
      newest: (n, all) => `Se muestran los ${n} mensajes más recientes de ${all}`,
      earlier: (n) => pluralEs(n, { one: "Mostrar el mensaje anterior", other: "Mostrar los # mensajes anteriores" }),
    },
  },
);
