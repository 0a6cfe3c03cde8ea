import type { Placeholder, WordingFault, WordingField, WordingMatter } from "@avances/domain/wording";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { Preview, PreviewState } from "./templates-queries.ts";

/** The list is told in these: messages about a report by what is awaited, those that a person sends apart; the others by what they ask for. */
export type TemplateGroup = "returned" | "hand" | WordingMatter;

/** A day, an hour and whose clocks. */
type When = (day: string, time: string, city: string) => string;

export const templatesTexts = defineTexts(
  {
    title: "Words of the reminders",
    lead: "What the portal writes in each reminder and in each request of the Network, in the words of the Secretariat. You write the subject and the words around the request; what is asked, by when, what is missing, the link and who answers questions are always made from the facts of the day.",
    table: "The words of each reminder, by language",
    kindHead: "Message",
    builtIn: "Built-in words",
    ofVersion: (version: number) => `Own words, version ${version}`,
    editedBy: (name: string, day: string) => `${name}, ${day}`,
    edit: (kind: string, language: string) => `${kind}, ${language}: read and edit`,
    groups: {
      report: "While the report is awaited",
      returned: "While clarifications are awaited",
      hand: "Reminders by hand",
      progress: "Progress before a meeting of the Network",
      commitment: "Commitments of the Network",
    } satisfies Record<TemplateGroup, string>,
    scope: {
      report:
        "Words about a report stand in messages to those who report for a country that owes the report. A country that reports voluntarily, one that withdrew its report, and those who are only informed get the built-in words: the others would not be true for them.",
      progress: "Words about progress stand in messages to members of the Network: nobody else is asked for it.",
      commitment:
        "Words about a commitment stand in messages to countries. An organisation gets the built-in words: the others are written to a country.",
    } satisfies Record<WordingMatter, string>,
    notYet:
      "A message that waits keeps the words with which it was made if it leaves on the day on which it was made; on a later day it is written anew. What is written from now on has the new words.",
    fields: {
      subject: "Subject",
      opening: "Words before the request",
      closing: "Words after the request",
    } satisfies Record<WordingField, string>,
    needs: (names: string) => `Must contain ${names}.`,
    mayBeEmpty: "May stay empty.",
    insert: (name: string, field: string) => `Insert ${name} in: ${field}`,
    placeholders: {
      title: "What the placeholders become",
      name: "Placeholder",
      becomes: "Becomes",
      where: "Where",
      country: "the name of the country",
      round: "the year of the round",
      data_year: "the year of the data",
      meeting: "“meeting of” and its first day",
      commitment: "“commitment”, with the meeting and the point of its report where they are known",
      date: "the day that counts: the due date of the country or of its clarifications, or the day by which progress, an answer or what was promised is awaited; in brackets at the end of a subject it is left out where there is no room",
      standing:
        "how many days are left, that it is due today, or how many have passed; in requests of the Network with the day itself",
      days: "how many days have passed",
      number:
        "of a report “reminder”, from the second request on “request no. 2”; of progress “request”, and once the country was asked for this meeting “reminder”",
    } satisfies Record<Placeholder | "title" | "name" | "becomes" | "where", string>,
    faults: {
      empty: () => "Please write a subject.",
      too_long: (limit: string) => `Please shorten this to at most ${limit} characters.`,
      line_break: () => "A subject is one line: please remove the line break.",
      unseen_character: () => "There is a character in it that cannot be seen. Please type the text anew.",
      brace: (word: string) =>
        `“${word}” is not a placeholder: one is written {{country}}, with two braces on each side.`,
      unknown_placeholder: (word: string) => `There is no placeholder ${word}. The list below has all of them.`,
      not_in_this_part: (word: string) => `${word} cannot stand in this part of this message.`,
      missing_placeholder: (word: string) => `${word} is missing: it must stand in this part.`,
      figure: (word: string) =>
        `“${word}”: figures come from placeholders, because one that is typed would be wrong for the next country or the next day.`,
      time_word: (word: string) =>
        `“${word}”: days and spans of time come from placeholders, because the message leaves on many days.`,
      country_name: (word: string) => `“${word}”: these words go to every country. Please use {{country}}.`,
      address: (word: string) =>
        `“${word}” looks like an address. The link and the person who answers are put in by the portal.`,
      reader_named: (word: string) => `“${word}”: who else reads a message is said by the portal, from its recipients.`,
      informal: (word: string) => `“${word}” is not how a letter addresses an official.`,
    } satisfies Record<WordingFault, (word: string) => string>,
    save: "Save as the words in force",
    same: "These are the words in force. Nothing to save.",
    saved: (version: number) =>
      `Saved: version ${version} is in force. Messages that are written from now on have these words.`,
    refusedState: "These words are in force already. Nothing was changed.",
    meanwhile: {
      title: "Somebody else has edited these words",
      text: (name: string, when: string, version: number) =>
        `${name} saved version ${version} on ${when}. What you typed is still here, and nothing of it was saved.`,
      take: "Drop mine and read those in force",
      keep: "Keep mine, to save them over these",
    },
    toBuiltIn: "Put in the built-in words",
    versions: {
      title: "Versions",
      none: "These words were never edited.",
      line: (version: number) => `Version ${version}`,
      inForce: "in force",
      isBuiltIn: "the built-in words",
      restores: (version: number) => `the words of version ${version} again`,
      changed: (fields: string) => `changed: ${fields}`,
      builtInLine: "Built-in words",
      show: "Read",
      restore: "Go back to these words",
      restoreTitle: (version: number) =>
        version === 0 ? "Go back to the built-in words?" : `Go back to the words of version ${version}?`,
      restoreText:
        "They become a new version. A message that waits keeps the words with which it was made if it leaves on the day on which it was made.",
      cancel: "Leave it as it is",
    },
    preview: {
      title: "The whole message",
      country: "Sample country",
      state: "Its report",
      states: {
        plain: "as it stands",
        nothing_answered: "nothing answered yet",
        all_answered: "everything answered",
        extended: "with an extension",
        withdrawn: "withdrawn by the country",
        voluntary: "voluntary",
      } satisfies Record<PreviewState, string>,
      form: "Form",
      formatted: "Formatted",
      text: "Plain text",
      subject: "Subject",
      written: (day: string, time: string, city: string) =>
        `As it would be written on ${day} at ${time}, ${city} time.`,
      to: (name: string) => `To ${name}.`,
      writtenThen: {
        report: (day, time, city) =>
          `As it would have been written on ${day} at ${time}, ${city} time. That day has passed: the state of the report, the answers and the people are those of now; the number of requests, and what is said to follow, are those of that day.`,
        progress: (day, time, city) =>
          `As it would have been written on ${day} at ${time}, ${city} time. That day has passed: what is filed and the people are those of now; whether the country was asked before is as it was on that day.`,
        commitment: (day, time, city) =>
          `As it would have been written on ${day} at ${time}, ${city} time. That day has passed: the commitment and the people are those of now.`,
      } satisfies Record<WordingMatter, When>,
      real: "All facts in it are those of this moment.",
      assumed: (what: string) => `Assumed for this view: ${what}. Everything else is as it stands in the portal.`,
      assumedThen: (what: string) => `Assumed for this view: ${what}.`,
      assumptions: {
        moment: "the day",
        status: "that the report is awaited like this",
        progress: "how much is answered",
        extension: "an extension",
        return_date: "the date of the clarifications",
        withdrawal: "that the report was withdrawn",
        obligation: "whether the country owes the report",
        recipient: "the name of the recipient",
        awaited_by: "by which day it is awaited, or that no day is set",
        filed: "that the country has filed nothing",
        sent: "that the commitment was sent to this country, which has not answered",
        owed: "that this country owes the commitment, and that it is under way",
      } satisfies Record<Preview["assumed"][number], string>,
      builtInStands:
        "In this state the message has the built-in words: yours are not used, because they would not be true.",
      faulty: "The message is shown as soon as the words can stand.",
      older: "This is the message with the words before your last change.",
      missing: (count: number) =>
        pluralEn(count, {
          one: "[here the country alone reads in which part # answer is missing]",
          other: "[here the country alone reads in which parts # answers are missing]",
        }),
      none: {
        report: "No round asks this country for a report, so there are no facts to show a message with.",
        progress:
          "No meeting to come asks this country for its progress, so there are no facts to show a message with.",
        commitment: "No commitment of somebody else is filed, so there are no facts to show a message with.",
      } satisfies Record<WordingMatter, string>,
    },
  },
  {
    title: "Textos de los recordatorios",
    lead: "Lo que el portal escribe en cada recordatorio y en cada solicitud de la Red, con las palabras de la Secretaría. Usted redacta el asunto y las palabras que acompañan la solicitud; qué se pide, hasta cuándo, qué falta, el enlace y quién responde preguntas se forman siempre con los hechos del día.",
    table: "El texto de cada recordatorio, por idioma",
    kindHead: "Mensaje",
    builtIn: "Texto de origen",
    ofVersion: (version) => `Texto propio, versión ${version}`,
    editedBy: (name, day) => `${name}, ${day}`,
    edit: (kind, language) => `${kind}, ${language}: leer y editar`,
    groups: {
      report: "Mientras se espera el informe",
      returned: "Mientras se esperan aclaraciones",
      hand: "Recordatorios enviados por una persona",
      progress: "Avances antes de una reunión de la Red",
      commitment: "Compromisos de la Red",
    },
    scope: {
      report:
        "El texto sobre un informe aparece en mensajes a quienes informan por un país que debe presentar el informe. Un país que informa de manera voluntaria, uno que retiró su informe y quienes solo son informados reciben el texto de origen: el otro no sería cierto para ellos.",
      progress: "El texto sobre avances aparece en mensajes a miembros de la Red: a nadie más se le piden.",
      commitment:
        "El texto sobre un compromiso aparece en mensajes a países. Una organización recibe el texto de origen: el otro se dirige a un país.",
    },
    notYet:
      "Un mensaje en espera conserva el texto con el que se hizo si sale el mismo día; si sale otro día, se escribe de nuevo. Los que se escriban desde ahora llevan el texto nuevo.",
    fields: {
      subject: "Asunto",
      opening: "Palabras antes de la solicitud",
      closing: "Palabras después de la solicitud",
    },
    needs: (names) => `Debe contener ${names}.`,
    mayBeEmpty: "Puede quedar vacío.",
    insert: (name, field) => `Insertar ${name} en: ${field}`,
    placeholders: {
      title: "En qué se convierten los marcadores",
      name: "Marcador",
      becomes: "Se convierte en",
      where: "Dónde",
      country: "el nombre del país",
      round: "el año de la ronda",
      data_year: "el año de los datos",
      meeting: "«reunión del» y su primer día",
      commitment: "«compromiso», con la reunión y el punto de su informe cuando se conocen",
      date: "el día que cuenta: la fecha límite del país o la de sus aclaraciones, o el día para el que se esperan los avances, la respuesta o lo prometido; entre paréntesis al final del asunto se omite cuando no cabe",
      standing:
        "cuántos días faltan, que la fecha límite es hoy, o cuántos han pasado; en las solicitudes de la Red, con el día mismo",
      days: "cuántos días han pasado",
      number:
        "de un informe, «recordatorio»; desde la segunda solicitud, «solicitud n.º 2»; de los avances, «solicitud» y, si ya se pidieron al país para esta reunión, «recordatorio»",
    },
    faults: {
      empty: () => "Le rogamos escribir un asunto.",
      too_long: (limit) => `Le rogamos acortarlo a ${limit} caracteres como máximo.`,
      line_break: () => "El asunto es una sola línea: le rogamos quitar el salto de línea.",
      unseen_character: () => "Contiene un carácter que no se ve. Le rogamos escribir el texto de nuevo.",
      brace: (word) => `«${word}» no es un marcador: se escriben así, {{country}}, con dos llaves a cada lado.`,
      unknown_placeholder: (word) => `No existe el marcador ${word}. La lista de abajo los contiene todos.`,
      not_in_this_part: (word) => `${word} no puede estar en esta parte de este mensaje.`,
      missing_placeholder: (word) => `Falta ${word}: debe estar en esta parte.`,
      figure: (word) =>
        `«${word}»: las cifras vienen de marcadores, porque una escrita a mano no valdría para el próximo país o el próximo día.`,
      time_word: (word) =>
        `«${word}»: los días y los plazos vienen de marcadores, porque el mensaje sale en muchos días distintos.`,
      country_name: (word) => `«${word}»: este texto se dirige a todos los países. Le rogamos usar {{country}}.`,
      address: (word) => `«${word}» parece una dirección. El enlace y la persona que responde los pone el portal.`,
      reader_named: (word) =>
        `«${word}»: a quién más se dirige un mensaje lo dice el portal, a partir de sus destinatarios.`,
      informal: (word) => `«${word}» no es la forma de dirigirse a una autoridad en una carta.`,
    },
    save: "Guardar como texto vigente",
    same: "Este es el texto vigente. No hay nada que guardar.",
    saved: (version) =>
      `Guardado: la versión ${version} está vigente. Los mensajes que se escriban desde ahora llevan este texto.`,
    refusedState: "Este texto ya está vigente. No se cambió nada.",
    meanwhile: {
      title: "Otra persona ha editado este texto",
      text: (name, when, version) =>
        `${name} guardó la versión ${version} el ${when}. Lo que usted escribió sigue aquí y nada de ello se guardó.`,
      take: "Descartar lo mío y leer el texto vigente",
      keep: "Conservar lo mío, para guardarlo sobre este",
    },
    toBuiltIn: "Poner el texto de origen",
    versions: {
      title: "Versiones",
      none: "Este texto nunca se ha editado.",
      line: (version) => `Versión ${version}`,
      inForce: "vigente",
      isBuiltIn: "el texto de origen",
      restores: (version) => `de nuevo el texto de la versión ${version}`,
      changed: (fields) => `cambió: ${fields}`,
      builtInLine: "Texto de origen",
      show: "Leer",
      restore: "Volver a este texto",
      restoreTitle: (version) =>
        version === 0 ? "¿Volver al texto de origen?" : `¿Volver al texto de la versión ${version}?`,
      restoreText:
        "Será una versión nueva. Un mensaje en espera conserva el texto con el que se hizo si sale el mismo día.",
      cancel: "Dejarlo como está",
    },
    preview: {
      title: "El mensaje completo",
      country: "País de muestra",
      state: "Su informe",
      states: {
        plain: "como está",
        nothing_answered: "sin ninguna respuesta",
        all_answered: "con todas las respuestas",
        extended: "con prórroga",
        withdrawn: "retirado por el país",
        voluntary: "voluntario",
      },
      form: "Forma",
      formatted: "Con formato",
      text: "Texto simple",
      subject: "Asunto",
      written: (day, time, city) => `Como se escribiría el ${day} a las ${time}, hora de ${city}.`,
      to: (name) => `Para ${name}.`,
      writtenThen: {
        report: (day, time, city) =>
          `Como se habría escrito el ${day} a las ${time}, hora de ${city}. Ese día ya pasó: el estado del informe, las respuestas y las personas son los de ahora; el número de solicitudes y lo que se dice que sigue son los de ese día.`,
        progress: (day, time, city) =>
          `Como se habría escrito el ${day} a las ${time}, hora de ${city}. Ese día ya pasó: lo presentado y las personas son los de ahora; si al país ya se le había pedido es como fue ese día.`,
        commitment: (day, time, city) =>
          `Como se habría escrito el ${day} a las ${time}, hora de ${city}. Ese día ya pasó: el compromiso y las personas son los de ahora.`,
      },
      real: "Todos los hechos que contiene son los de este momento.",
      assumed: (what) => `Se supone para esta vista: ${what}. Todo lo demás es como consta en el portal.`,
      assumedThen: (what) => `Se supone para esta vista: ${what}.`,
      assumptions: {
        moment: "el día",
        status: "que el informe se espera de este modo",
        progress: "cuánto está respondido",
        extension: "una prórroga",
        return_date: "la fecha de las aclaraciones",
        withdrawal: "que el informe fue retirado",
        obligation: "si el país debe presentar el informe",
        recipient: "el nombre de quien lo recibe",
        awaited_by: "para qué día se espera, o que no se fijó ninguno",
        filed: "que el país no ha presentado nada",
        sent: "que el compromiso se envió a este país, que no ha respondido",
        owed: "que este país es responsable del compromiso y que está en curso",
      },
      builtInStands: "En este caso el mensaje lleva el texto de origen: el suyo no se usa, porque no sería cierto.",
      faulty: "El mensaje se muestra en cuanto el texto pueda quedar así.",
      older: "Este es el mensaje con las palabras anteriores a su último cambio.",
      missing: (count) =>
        pluralEs(count, {
          one: "[aquí solo el país lee en qué parte falta # respuesta]",
          other: "[aquí solo el país lee en qué partes faltan # respuestas]",
        }),
      none: {
        report: "Ninguna ronda pide un informe a este país, de modo que no hay hechos con los que mostrar un mensaje.",
        progress:
          "Ninguna reunión próxima pide avances a este país, de modo que no hay hechos con los que mostrar un mensaje.",
        commitment:
          "No hay ningún compromiso presentado por otra parte, de modo que no hay hechos con los que mostrar un mensaje.",
      },
    },
  },
);
