import type { CountryRole, roleFacts } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";

/** What somebody of a country is there for. */
type CountryStanding = (typeof roleFacts)[CountryRole]["standing"];

/** The words of the handover brief. Each sentence is so for every country and moment, or is said only where it is. */
export interface HandoverTexts {
  readonly file: string;
  readonly title: string;
  readonly demonstration: string;
  readonly asOf: (day: string, time: string, city: string) => string;
  readonly ofAll: (answered: number, all: number) => string;
  readonly withAnswer: (answered: number, all: number) => string;
  readonly since: (moment: string) => string;
  readonly endOf: (day: string, city: string) => string;
  /** Days until a day; negative = it has passed. */
  readonly left: (days: number) => string;
  readonly role: {
    readonly heading: string;
    readonly from: string;
    readonly until: string;
    readonly before: string;
    readonly left: (day: string) => string;
    readonly does: Readonly<Record<CountryStanding, readonly string[]>>;
  };
  readonly round: {
    readonly none: { readonly heading: string; readonly words: string };
    readonly name: (year: number, data: number) => string;
    readonly planned: (name: string) => string;
    readonly opens: string;
    readonly due: string;
    readonly cancelled: { readonly heading: (name: string) => string; readonly words: string };
    readonly standing: {
      readonly term: string;
      readonly open: (closes: string) => string;
      readonly openAgain: (day: string, closes: string) => string;
      readonly closed: Readonly<Record<"secretariat" | "itself", (day: string) => string>>;
      readonly extendedTo: (day: string) => string;
      readonly mayBeSent: string;
    };
    readonly expects: string;
    readonly obligated: string;
    readonly voluntary: string;
    readonly exempt: string;
    readonly state: string;
    readonly extended: (day: string) => string;
    readonly clarifications: string;
    readonly received: string;
    readonly onTime: string;
    readonly late: (days: number) => string;
    readonly version: string;
    readonly answers: string;
    readonly assigned: string;
    readonly signature: string;
    readonly signatureWords: string;
    readonly page: string;
  };
  readonly parts: { readonly heading: (year: number) => string; readonly notTold: string };
  readonly questions: {
    readonly heading: (year: number) => string;
    readonly whole: string;
    readonly none: string;
    readonly own: (questions: number) => string;
  };
  readonly holders: {
    readonly heading: (year: number) => string;
    readonly none: string;
    readonly notTold: string;
    readonly indicators: (indicators: number) => string;
    readonly account: string;
    readonly due: (day: string) => string;
    readonly opened: (day: string) => string;
    readonly neverOpened: string;
    readonly handedIn: (day: string) => string;
  };
  readonly asks: {
    readonly heading: (year: number) => string;
    readonly number: (nth: number) => string;
    readonly none: string;
    readonly earlier: (entries: number) => string;
    readonly page: (address: string) => string;
  };
  readonly people: {
    readonly heading: string;
    readonly none: string;
    readonly shared: string;
    readonly neverSignedIn: string;
    readonly from: (day: string) => string;
    readonly until: (day: string) => string;
    readonly was: (day: string) => string;
  };
  readonly earlier: {
    readonly heading: string;
    readonly received: (moment: string) => string;
    readonly notReceived: string;
    readonly receipt: (number: string) => string;
    readonly requests: (requests: number) => string;
    readonly clock: (city: string) => string;
  };
  readonly contact: {
    readonly heading: string;
    readonly office: string;
    readonly nobody: string;
    readonly portal: (address: string) => string;
  };
}

export const handoverTexts: Readonly<Record<Language, HandoverTexts>> = {
  en: {
    file: "handover",
    title: "Handover brief",
    demonstration: "Demonstration data, not real figures.",
    asOf: (day, time, city) =>
      `As the portal stood on ${day} at ${time}, ${city} time. Between the country and the Technical Secretariat; not for publication.`,
    ofAll: (answered, all) => `${answered} of ${all}`,
    withAnswer: (answered, all) => `${answered} of ${all} indicators have an answer, or the reason why there is none`,
    since: (moment) => `since ${moment}`,
    endOf: (day, city) => `${day}, 23:59, ${city} time`,
    left: (days) =>
      days === 0 ? "today" : days > 0 ? `${count(days, "day", "days")} left` : `${count(-days, "day", "days")} ago`,
    role: {
      heading: "Your role here",
      from: "In charge from",
      until: "In charge until",
      before: "Before you",
      left: (day) => `account ended on ${day}`,
      does: {
        reporter: [
          "You prepare the country's report, send it, and answer the questions of the Technical Secretariat about it. While a report that was sent is in review you may withdraw it in order to change it.",
          "You may ask people of other institutions for parts of the report by a link. What they and contributors write is a proposal: you take it into the report or give it back.",
          "Before an accepted report is published you see the page that the public will read, and may agree to its publication.",
        ],
        contributor: [
          "You answer the indicators that are assigned to you. What you write is a proposal: those who report for the country take it into the report or give it back.",
        ],
        signer: [
          "You read the country's whole report and the questions about it, and change no answer. In a round that asks for a signature, you sign the report before it is sent.",
        ],
        country_reader: [
          "You read the country's report, the questions about it and the requests to the country. You change no answer and send no report.",
        ],
      },
    },
    round: {
      none: { heading: "Rounds", words: "The country is in no round yet." },
      name: (year, data) => `${year} round (data for ${data})`,
      planned: (name) => `${name}, planned`,
      opens: "Opens",
      due: "Due date",
      cancelled: {
        heading: (name) => `${name}, cancelled`,
        words: "The Technical Secretariat cancelled this round. No report is expected for it.",
      },
      standing: {
        term: "The round",
        open: (closes) => `Open; it closes by itself on ${closes}`,
        openAgain: (day, closes) =>
          `Open again since ${day}, after the Technical Secretariat had closed it; it closes by itself on ${closes}`,
        closed: {
          secretariat: (day) => `Closed by the Technical Secretariat on ${day}`,
          itself: (day) => `Closed by itself on ${day}`,
        },
        extendedTo: (day) => `the country's own date, ${day}, stands`,
        mayBeSent: "the report may still be sent",
      },
      expects: "What is expected",
      obligated: "A report",
      voluntary: "A report is welcome; the country is not obliged to send one",
      exempt: "Nothing: the country is exempt from this round, and may report voluntarily",
      state: "State of the report",
      extended: (day) => `Extended; the date of the round is ${day}`,
      clarifications: "Clarifications due",
      received: "First received",
      onTime: "on time",
      late: (days) => `${count(days, "day", "days")} after the date`,
      version: "Latest version sent",
      answers: "Answers",
      assigned: "Indicators assigned to you",
      signature: "Signature",
      signatureWords: "In this round an approver signs before the report is sent",
      page: "The report in the portal",
    },
    parts: {
      heading: (year) => `Answers by part, ${year} round`,
      notTold:
        "In which parts answers are missing is known to the country alone. The copy that you make yourself on the page “Your entry” lists it.",
    },
    questions: {
      heading: (year) => `Questions of the Technical Secretariat that wait for an answer, ${year} round`,
      whole: "The whole report",
      none: "None.",
      own: (questions) =>
        `${count(questions, "question", "questions")} of the country ${questions === 1 ? "waits" : "wait"} for the Technical Secretariat.`,
    },
    holders: {
      heading: (year) => `Who works on parts, ${year} round`,
      none: "At present nobody is asked for a part by a link, and nobody has an account as contributor.",
      notTold:
        "Who was asked for parts by a link is known to those who report for the country alone. The copy that you make yourself on the page “Your entry” names them.",
      indicators: (indicators) => count(indicators, "indicator", "indicators"),
      account: "account as contributor",
      due: (day) => `by link, due on ${day}`,
      opened: (day) => `last opened on ${day}`,
      neverOpened: "never opened",
      handedIn: (day) => `said to be complete on ${day}`,
    },
    asks: {
      heading: (year) => `What was asked and what was answered, ${year} round`,
      number: (nth) => `Request no. ${nth}`,
      none: "The ledger of this round holds no request and no answer.",
      earlier: (entries) => `${count(entries, "earlier entry is", "earlier entries are")} left out here.`,
      page: (address) => `All rounds: ${address}`,
    },
    people: {
      heading: "Who else of the country has a role in the portal",
      none: "Nobody else.",
      shared: "mailbox of an office",
      neverSignedIn: "no sign-in on record",
      from: (day) => `in charge from ${day}`,
      until: (day) => `in charge until ${day}`,
      was: (day) => `was in charge until ${day}`,
    },
    earlier: {
      heading: "Earlier reports",
      received: (moment) => `First received ${moment}`,
      notReceived: "No report was received",
      receipt: (number) => `Receipt ${number}`,
      requests: (requests) => count(requests, "request", "requests"),
      clock: (city) => `Hours are those of ${city}. Requests are those that reached somebody who reports.`,
    },
    contact: {
      heading: "Who answers questions",
      office: "Technical Secretariat",
      nobody: "Nobody of the Technical Secretariat has an account at the moment.",
      portal: (address) => `The portal: ${address}`,
    },
  },
  es: {
    file: "traspaso",
    title: "Nota de traspaso",
    demonstration: "Datos de demostración, no son cifras reales.",
    asOf: (day, time, city) =>
      `Según el portal el ${day} a las ${time}, hora de ${city}. Entre el país y la Secretaría Técnica; no es para publicar.`,
    ofAll: (answered, all) => `${answered} de ${all}`,
    withAnswer: (answered, all) =>
      `${answered} de ${all} indicadores tienen respuesta, o el motivo por el que no la hay`,
    since: (moment) => `desde el ${moment}`,
    endOf: (day, city) => `${day}, 23:59, hora de ${city}`,
    left: (days) =>
      days === 0
        ? "hoy"
        : days > 0
          ? `${days === 1 ? "falta" : "faltan"} ${count(days, "día", "días")}`
          : `hace ${count(-days, "día", "días")}`,
    role: {
      heading: "Su función aquí",
      from: "A cargo desde",
      until: "A cargo hasta",
      before: "Antes de usted",
      left: (day) => `su cuenta terminó el ${day}`,
      does: {
        reporter: [
          "Usted prepara el informe del país, lo envía y responde las preguntas de la Secretaría Técnica sobre él. Mientras un informe enviado está en revisión, puede retirarlo para cambiarlo.",
          "Puede pedir partes del informe a personas de otras instituciones mediante un enlace. Lo que ellas y quienes contribuyen escriben es una propuesta: usted la incorpora al informe o la devuelve.",
          "Antes de que se publique un informe aceptado, usted ve la página que leerá el público y puede dar su conformidad con la publicación.",
        ],
        contributor: [
          "Usted responde los indicadores que tiene asignados. Lo que escribe es una propuesta: quienes informan por el país la incorporan al informe o la devuelven.",
        ],
        signer: [
          "Usted lee todo el informe del país y las preguntas sobre él, y no cambia ninguna respuesta. En una ronda que pide una firma, usted firma el informe antes de que se envíe.",
        ],
        country_reader: [
          "Usted lee el informe del país, las preguntas sobre él y las solicitudes al país. No cambia ninguna respuesta ni envía informes.",
        ],
      },
    },
    round: {
      none: { heading: "Rondas", words: "El país todavía no está en ninguna ronda." },
      name: (year, data) => `Ronda ${year} (datos de ${data})`,
      planned: (name) => `${name}, prevista`,
      opens: "Se abre",
      due: "Fecha límite",
      cancelled: {
        heading: (name) => `${name}, cancelada`,
        words: "La Secretaría Técnica canceló esta ronda. No se espera ningún informe para ella.",
      },
      standing: {
        term: "La ronda",
        open: (closes) => `Abierta; se cierra por sí sola el ${closes}`,
        openAgain: (day, closes) =>
          `Abierta de nuevo desde el ${day}, después de que la Secretaría Técnica la cerrara; se cierra por sí sola el ${closes}`,
        closed: {
          secretariat: (day) => `Cerrada por la Secretaría Técnica el ${day}`,
          itself: (day) => `Se cerró por sí sola el ${day}`,
        },
        extendedTo: (day) => `la fecha propia del país, el ${day}, sigue vigente`,
        mayBeSent: "el informe aún puede enviarse",
      },
      expects: "Qué se espera",
      obligated: "Un informe",
      voluntary: "Un informe es bienvenido; el país no está obligado a enviarlo",
      exempt: "Nada: el país está exento de esta ronda, y puede informar voluntariamente",
      state: "Estado del informe",
      extended: (day) => `Prorrogada; la fecha de la ronda es el ${day}`,
      clarifications: "Fecha límite de las aclaraciones",
      received: "Recibido por primera vez",
      onTime: "a tiempo",
      late: (days) => `${count(days, "día", "días")} después de la fecha`,
      version: "Última versión enviada",
      answers: "Respuestas",
      assigned: "Indicadores que tiene asignados",
      signature: "Firma",
      signatureWords: "En esta ronda firma una persona que aprueba antes de que se envíe el informe",
      page: "El informe en el portal",
    },
    parts: {
      heading: (year) => `Respuestas por parte, ronda ${year}`,
      notTold:
        "En qué partes faltan respuestas solo lo sabe el país. La copia que usted obtiene en la página «Sus datos» lo indica.",
    },
    questions: {
      heading: (year) => `Preguntas de la Secretaría Técnica que esperan respuesta, ronda ${year}`,
      whole: "Todo el informe",
      none: "Ninguna.",
      own: (questions) =>
        `${count(questions, "pregunta", "preguntas")} del país ${questions === 1 ? "espera" : "esperan"} a la Secretaría Técnica.`,
    },
    holders: {
      heading: (year) => `Quiénes trabajan en partes, ronda ${year}`,
      none: "En este momento no se pide ninguna parte mediante un enlace, y nadie tiene una cuenta para contribuir.",
      notTold:
        "A quiénes se pidieron partes mediante un enlace solo lo saben quienes informan por el país. La copia que usted obtiene en la página «Sus datos» los nombra.",
      indicators: (indicators) => count(indicators, "indicador", "indicadores"),
      account: "cuenta para contribuir",
      due: (day) => `por enlace, fecha límite ${day}`,
      opened: (day) => `se abrió por última vez el ${day}`,
      neverOpened: "nunca se abrió",
      handedIn: (day) => `se dio por completa el ${day}`,
    },
    asks: {
      heading: (year) => `Qué se solicitó y qué se respondió, ronda ${year}`,
      number: (nth) => `Solicitud n.º ${nth}`,
      none: "En el registro de esta ronda no hay ninguna solicitud ni respuesta.",
      earlier: (entries) =>
        `Aquí no ${entries === 1 ? "figura" : "figuran"} ${count(entries, "entrada anterior", "entradas anteriores")}.`,
      page: (address) => `Todas las rondas: ${address}`,
    },
    people: {
      heading: "Quiénes más del país tienen una función en el portal",
      none: "Nadie más.",
      shared: "buzón de una oficina",
      neverSignedIn: "sin inicios de sesión registrados",
      from: (day) => `a cargo desde el ${day}`,
      until: (day) => `a cargo hasta el ${day}`,
      was: (day) => `estuvo a cargo hasta el ${day}`,
    },
    earlier: {
      heading: "Informes anteriores",
      received: (moment) => `Recibido por primera vez el ${moment}`,
      notReceived: "No se recibió ningún informe",
      receipt: (number) => `Constancia ${number}`,
      requests: (requests) => count(requests, "solicitud", "solicitudes"),
      clock: (city) => `Las horas son las de ${city}. Las solicitudes son las que llegaron a alguien que informa.`,
    },
    contact: {
      heading: "Quién responde preguntas",
      office: "Secretaría Técnica",
      nobody: "En este momento nadie de la Secretaría Técnica tiene una cuenta.",
      portal: (address) => `El portal: ${address}`,
    },
  },
};

function count(number: number, one: string, other: string): string {
  return `${number} ${number === 1 ? one : other}`;
}
