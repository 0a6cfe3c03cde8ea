import { firstYear, lastYear } from "@avances/domain/round";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const formTexts = defineTexts(
  {
    title: (country: string, round: RoundName) => `${country}: ${round}`,
    sections: "Sections",
    section: "Section",
    previous: "Previous",
    next: "Next",
    period: (from: string, to: string) => `“The year” in the questions: ${from} to ${to}`,
    readOnly: "These answers were sent and cannot be changed now.",
    readOnlyMore:
      "To correct them, take the report back while it is in review, or answer the questions of the Secretariat when it returns it.",
    readOnlyPublic: "They are public. A published version can be neither taken back nor corrected in the portal.",
    readOnlyRole: "Your role can read this report but not change it.",
    receipt: "Receipt",
    indicator: {
      definition: "Definition",
      guidance: "What counts, and how",
      articles: "Protocol articles",
      evidence: "What to cite as evidence",
    },
    last: {
      heading: (round: RoundName) => `Answer in the ${round}`,
      none: "No accepted answer in an earlier round.",
      same: (round: RoundName) => `Same as in the ${round}`,
      sameHelp: "Copies value, reason and evidence. You can still change them.",
      confirmed: (round: RoundName) => `Confirmed: same as in the ${round}`,
      reason: "Reason given",
      breakdown: "Breakdown",
    },
    state: {
      legend: "What can you report?",
      reported: "We have a value",
      not_available: "Not available",
      not_applicable: "Not applicable",
      help: {
        not_available:
          "The country does not collect or cannot produce it. Where the index counts the indicator, it is zero at the lower end of the range.",
        not_applicable: "It cannot or did not arise in this country. The Secretariat confirms it.",
      },
      reason: "Why is there no value?",
      reasonHelp:
        "A sentence that a reader outside of your institution understands. At least 20 characters. It is not published.",
      counter: (n: number) => pluralEn(n, { one: "# more character", other: "# more characters" }),
      enough: "20 characters or more",
    },
    clear: "Clear this answer",
    value: {
      level: "Which describes your country best?",
      yesNo: "Answer",
      total: "Total",
      numerator: "Numerator",
      denominator: "Denominator",
      percent: (percent: string) => `This is ${percent}`,
      percentLater: "The percentage is worked out from the two numbers.",
      amount: "Amount",
      currency: "Currency",
      date: "Date",
      dateHelp: "Day, month, year: 30/04/2027.",
      text: "Your text",
      textHelp:
        "About the State's work, never about a person: no names, numbers of files or other identifying details.",
      readAs: (reading: string) => `read as ${reading}`,
      currencySet: (mark: string, currency: string) => `You wrote ${mark}, so the currency is now ${currency}.`,
      currencyInstead: (currency: string) => `No, it is ${currency}`,
    },
    person: {
      caution: (details: string) =>
        `This looks like ${details}. Please write no names, numbers or addresses of persons here; an office or a law is fine.`,
      detail: {
        name: "the name of a person",
        document: "the number of a document or case file",
        phone: "a telephone number",
        mail: "an e-mail address",
        address: "the address of a house",
      },
    },
    fault: {
      notSaved: "Not saved.",
      "not-a-number": "This is not a number. Write figures only, for example 1,234.",
      "not-whole": "A whole number is needed here, without decimals.",
      negative: "A count cannot be less than zero.",
      "too-large": "This number is larger than can be right. Please check it.",
      "several-cells":
        "These are several cells. One figure belongs in a field: please type or paste each one by itself.",
      "unusual-signs":
        "Some signs only look like figures or separators. Please type the number again with the keys 0 to 9.",
      "unclear-currency": "What stands beside the figures is no currency. Write figures only.",
      money: {
        "not-a-number": (example: string) => `This is not an amount. Write figures only, for example ${example}.`,
        "not-whole": (example: string) =>
          `This currency does not have that many decimals. Write the amount like ${example}.`,
        negative: (example: string) =>
          `An amount cannot be less than zero. Write it without the minus sign, for example ${example}.`,
        "unclear-currency": (example: string) =>
          `What stands beside the figures does not name one currency. Write figures only, for example ${example}, and choose the currency.`,
      },
      whichCurrency: (mark: string, chosen: string) =>
        `You wrote ${mark}, but the currency chosen is ${chosen}. Which one do you mean?`,
      "outside-years": `Write a date of the years ${firstYear} to ${lastYear}.`,
      "not-a-date": "This is not a date. Write day, month and year: 30/04/2027 or 30 April 2027.",
      "other-weekday": "That date is another day of the week. Please check both.",
      "no-title": "Give the reference a title, for example the name of the law.",
      "not-an-address": "This is not a web address, like https://www.example.org/law.",
      "too-long": "This text is too long. Please shorten it.",
      "not-one-line":
        "It holds a line break, or signs that nobody sees or that turn the direction of the text. Please type it by hand.",
      ambiguous: "This can be read in more than one way. Which one do you mean?",
    },
    findings: {
      error: "To correct before sending",
      warning: "Please look at this again",
      needsComment: "The comment is still missing.",
      explained: "Explained in the comment.",
    },
    empty: {
      title: "Nothing is assigned to you yet",
      text: "Your focal point decides which indicators each institution answers. Please ask there.",
    },
  },
  {
    title: (country, round) => `${country}: ${round}`,
    sections: "Secciones",
    section: "Sección",
    previous: "Anterior",
    next: "Siguiente",
    period: (from, to) => `«El año» en las preguntas: del ${from} al ${to}`,
    readOnly: "Estas respuestas ya se enviaron y ahora no pueden cambiarse.",
    readOnlyMore:
      "Para corregirlas, retire el informe mientras está en revisión, o responda a las preguntas de la Secretaría cuando lo devuelva.",
    readOnlyPublic: "Son públicas. Una versión publicada no puede retirarse ni corregirse en el portal.",
    readOnlyRole: "Su función permite leer este informe, no cambiarlo.",
    receipt: "Constancia",
    indicator: {
      definition: "Definición",
      guidance: "Qué cuenta y cómo",
      articles: "Artículos de los Protocolos",
      evidence: "Qué citar como medio de verificación",
    },
    last: {
      heading: (round) => `Respuesta de la ${round}`,
      none: "No hay respuesta aceptada en una ronda anterior.",
      same: (round) => `Igual que en la ${round}`,
      sameHelp: "Copia el valor, el motivo y los medios de verificación. Todavía podrá cambiarlos.",
      confirmed: (round) => `Confirmado: igual que en la ${round}`,
      reason: "Motivo indicado",
      breakdown: "Desagregación",
    },
    state: {
      legend: "¿Qué puede informar?",
      reported: "Tenemos un valor",
      not_available: "No disponible",
      not_applicable: "No aplica",
      help: {
        not_available:
          "El país no lo recopila o no puede producirlo. Si el índice toma en cuenta el indicador, vale cero en el extremo inferior del rango.",
        not_applicable: "No puede darse o no se dio en este país. La Secretaría lo confirma.",
      },
      reason: "¿Por qué no hay valor?",
      reasonHelp: "Una frase que se entienda en otro país. Al menos 20 caracteres.",
      counter: (n) => pluralEs(n, { one: "Falta # carácter", other: "Faltan # caracteres" }),
      enough: "20 caracteres o más",
    },
    clear: "Borrar esta respuesta",
    value: {
      level: "¿Qué describe mejor a su país?",
      yesNo: "Respuesta",
      total: "Total",
      numerator: "Numerador",
      denominator: "Denominador",
      percent: (percent) => `Equivale al ${percent}`,
      percentLater: "El porcentaje se calcula con las dos cifras.",
      amount: "Monto",
      currency: "Moneda",
      date: "Fecha",
      dateHelp: "Día, mes, año: 30/04/2027.",
      text: "Su texto",
      textHelp:
        "Sobre la labor del Estado, nunca sobre una persona: sin nombres, números de expediente ni otros datos que identifiquen.",
      readAs: (reading) => `se lee ${reading}`,
      currencySet: (mark, currency) => `Escribió ${mark}; la moneda ahora es ${currency}.`,
      currencyInstead: (currency) => `No, es ${currency}`,
    },
    person: {
      caution: (details) =>
        `Esto parece ${details}. Le rogamos no escribir aquí nombres, números ni direcciones de personas; una oficina o una ley sí pueden citarse.`,
      detail: {
        name: "el nombre de una persona",
        document: "el número de un documento o expediente",
        phone: "un número de teléfono",
        mail: "un correo electrónico",
        address: "la dirección de una casa",
      },
    },
    fault: {
      notSaved: "No guardado.",
      "not-a-number": "Esto no es un número. Escriba solo cifras, por ejemplo 1,234.",
      "not-whole": "Aquí se necesita un número entero, sin decimales.",
      negative: "Un conteo no puede ser menor que cero.",
      "too-large": "Esta cifra es mayor de lo posible. Le rogamos comprobarla.",
      "several-cells":
        "Aquí hay varias celdas. En cada campo va una sola cifra: escriba o pegue cada una por separado.",
      "unusual-signs":
        "Algunos signos solo parecen cifras o separadores. Escriba de nuevo el número con las teclas del 0 al 9.",
      "unclear-currency": "Lo que está junto a las cifras no es una moneda. Escriba solo cifras.",
      money: {
        "not-a-number": (example) => `Esto no es un monto. Escriba solo cifras, por ejemplo ${example}.`,
        "not-whole": (example) => `Esta moneda no tiene tantos decimales. Escriba el monto así: ${example}.`,
        negative: (example) =>
          `Un monto no puede ser menor que cero. Escríbalo sin el signo menos, por ejemplo ${example}.`,
        "unclear-currency": (example) =>
          `Lo que está junto a las cifras no indica una sola moneda. Escriba solo cifras, por ejemplo ${example}, y elija la moneda.`,
      },
      whichCurrency: (mark, chosen) => `Escribió ${mark}, pero la moneda elegida es ${chosen}. ¿Cuál quiere decir?`,
      "outside-years": `Escriba una fecha de los años ${firstYear} a ${lastYear}.`,
      "not-a-date": "Esto no es una fecha. Escriba día, mes y año: 30/04/2027 o 30 de abril de 2027.",
      "other-weekday": "Esa fecha cae en otro día de la semana. Le rogamos comprobar ambos.",
      "no-title": "Dé un título a la referencia, por ejemplo el nombre de la ley.",
      "not-an-address": "Esto no es una dirección web, como https://www.example.org/ley.",
      "too-long": "Este texto es demasiado largo. Le rogamos acortarlo.",
      "not-one-line":
        "Hay un salto de línea, o signos que no se ven o que invierten el sentido del texto. Escríbalo a mano, por favor.",
      ambiguous: "Esto puede leerse de más de una manera. ¿Cuál quiere decir?",
    },
    findings: {
      error: "Por corregir antes de enviar",
      warning: "Le rogamos revisar esto",
      needsComment: "Todavía falta el comentario.",
      explained: "Explicado en el comentario.",
    },
    empty: {
      title: "Aún no tiene indicadores asignados",
      text: "El punto focal decide qué indicadores responde cada institución. Le rogamos consultarle.",
    },
  },
);
