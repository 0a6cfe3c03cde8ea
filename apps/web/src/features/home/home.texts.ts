import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

export const homeTexts = defineTexts(
  {
    title: (country: string, round: RoundName) => `${country}: ${round}`,
    eyebrow: "My report",
    ofCountry: "The report of your country",
    zone: (date: string, city: string) => `The day ends at midnight in ${city}: ${date}.`,
    lead: {
      due: (date: string, days: string) => `Due ${date} (${days}).`,
      today: (date: string) => `Due today, ${date}.`,
      passed: (date: string) => `The date, ${date}, has passed; the report can still be sent.`,
      extended: (date: string, days: string) => `Extended to ${date} (${days}).`,
      voluntary: (date: string) => `Voluntary in this round; the others report by ${date}.`,
      voluntaryPassed: (date: string) =>
        `Voluntary in this round; the date of the others was ${date}. The report can still be sent.`,
      exempt: "Your country need not report in this round. You may, if you wish.",
      exemptBegun: "Your country need not report in this round; what it has begun can be sent at any time.",
      missing: (answered: string, expected: string, missing: number) =>
        pluralEn(missing, {
          zero: `All ${expected} indicators are answered.`,
          one: `${answered} of ${expected} indicators are answered, # is missing.`,
          other: `${answered} of ${expected} indicators are answered, # are missing.`,
        }),
      yours: (answered: string, expected: string) => `${answered} of your ${expected} indicators are answered.`,
      submitted: "The report was sent and is being reviewed. Nothing is asked of you now.",
      submittedAsked: (n: number) =>
        `The report was sent and is being reviewed. ${pluralEn(n, { one: "A question of the Technical Secretariat waits", other: "# questions of the Technical Secretariat wait" })} for an answer in the report.`,
      accepted: "The report was accepted and is not public yet.",
      published: "The report is published.",
      returned: (date: string, days: string) => `Please answer the questions by ${date} (${days}).`,
      returnedPassed: (date: string) => `The date for the answers was ${date}; the report can still be sent.`,
    },
    action: { start: "Start", continue: "Continue", answer: "Answer the questions", read: "Read the report" },
    preview: "See what will be public",
    review: "Check and submit",
    sign: "Read and sign",
    receipt: "Receipt",
    first: {
      title: "How it goes",
      steps: [
        "Answer section by section. Everything is saved as you go; colleagues can work at the same time.",
        "Where there is no figure, say why; a report with gaps is received too.",
        "The focal point or the alternate checks, declares and submits. The receipt, with number and time, then stands here.",
      ],
    },
    returned: {
      title: "The Secretariat asks for clarification",
      questions: (n: number, open: number) =>
        open === 0
          ? pluralEn(n, { one: "You have come back to its question.", other: "You have come back to all # questions." })
          : pluralEn(n, {
              one: "# question without an answer:",
              other: `# questions, ${open} without an answer:`,
            }),
      open: "· no answer yet",
      done: "· you have come back to it",
      report: "The whole report",
    },
    proposals: {
      title: (n: number) =>
        pluralEn(n, {
          one: "# proposal of another institution waits for your decision",
          other: "# proposals of other institutions wait for your decision",
        }),
      link: "Look at the proposals",
    },
    waiting: {
      title: (n: number) =>
        pluralEn(n, {
          one: "# report of another round waits for your country",
          other: "# reports wait for your country, most urgent first",
        }),
    },
    sections: "Sections",
    answered: "answered",
    history: {
      heading: "Reports of your country",
      asks: "Requests of the Secretariat, and what was answered",
      round: "Round",
      status: "State",
      answered: "Answered",
      received: "First received",
      receipt: "Receipt",
      receiptOf: (round: RoundName) => `Receipt, ${round}`,
      reportOf: (round: RoundName) => `Report, ${round}`,
      none: "–",
      late: "Received late",
    },
    none: {
      title: "No report is asked for yet",
      text: "A report appears here once the Technical Secretariat has opened a round.",
    },
    unassigned: {
      title: "Nothing is assigned to you yet",
      text: "Your focal point decides which indicators each institution answers. Please ask there.",
    },
    board: {
      title: (round: RoundName) => `Who has reported: ${round}`,
      caption: "State of each country's report",
      country: "Country",
      state: "State",
      due: "Due",
      received: "Received",
      voluntary: "voluntary",
      none: "No round has been opened yet",
      noneText: "Once there is one, each country and the state of its report stand here.",
    },
  },
  {
    title: (country, round) => `${country}: ${round}`,
    eyebrow: "Mi informe",
    ofCountry: "El informe de su país",
    zone: (date, city) => `El día termina a la medianoche de ${city}: ${date}.`,
    lead: {
      due: (date, days) => `Fecha límite: ${date} (${days}).`,
      today: (date) => `La fecha límite es hoy, ${date}.`,
      passed: (date) => `La fecha, ${date}, ya pasó; el informe todavía puede enviarse.`,
      extended: (date, days) => `Prórroga hasta el ${date} (${days}).`,
      voluntary: (date) => `Voluntario en esta ronda; los demás informan a más tardar el ${date}.`,
      voluntaryPassed: (date) =>
        `Voluntario en esta ronda; la fecha límite de los demás era el ${date}. El informe todavía puede enviarse.`,
      exempt: "Su país no tiene que informar en esta ronda. Puede hacerlo si lo desea.",
      exemptBegun:
        "Su país no tiene que informar en esta ronda; lo que ha comenzado puede enviarse en cualquier momento.",
      missing: (answered, expected, missing) =>
        pluralEs(missing, {
          zero: `Los ${expected} indicadores están respondidos.`,
          one: `${answered} de ${expected} indicadores respondidos, falta #.`,
          other: `${answered} de ${expected} indicadores respondidos, faltan #.`,
        }),
      yours: (answered, expected) => `${answered} de sus ${expected} indicadores respondidos.`,
      submitted: "El informe se envió y está en revisión. Ahora no se le pide nada.",
      submittedAsked: (n) =>
        `El informe se envió y está en revisión. En el informe ${pluralEs(n, { one: "una pregunta de la Secretaría Técnica espera", other: "# preguntas de la Secretaría Técnica esperan" })} respuesta.`,
      accepted: "El informe fue aceptado y aún no es público.",
      published: "El informe está publicado.",
      returned: (date, days) => `Le rogamos responder las preguntas a más tardar el ${date} (${days}).`,
      returnedPassed: (date) => `La fecha para responder era el ${date}; el informe todavía puede enviarse.`,
    },
    action: { start: "Empezar", continue: "Continuar", answer: "Responder las preguntas", read: "Leer el informe" },
    preview: "Ver lo que se publicará",
    review: "Revisar y enviar",
    sign: "Leer y firmar",
    receipt: "Constancia",
    first: {
      title: "Cómo funciona",
      steps: [
        "Responda sección por sección. Todo se guarda mientras avanza; sus colegas pueden trabajar al mismo tiempo.",
        "Donde no haya un dato, diga por qué; también se recibe un informe con vacíos.",
        "El punto focal o su suplente revisa, declara y envía. La constancia, con número y hora, queda entonces aquí.",
      ],
    },
    returned: {
      title: "La Secretaría pide una aclaración",
      questions: (n, open) =>
        open === 0
          ? pluralEs(n, { one: "Usted ya volvió sobre su pregunta.", other: "Usted ya volvió sobre sus # preguntas." })
          : pluralEs(n, {
              one: "# pregunta sin respuesta:",
              other: `# preguntas, ${open} sin respuesta:`,
            }),
      open: "· sin respuesta todavía",
      done: "· usted ya volvió sobre ella",
      report: "Todo el informe",
    },
    proposals: {
      title: (n) =>
        pluralEs(n, {
          one: "# propuesta de otra institución espera su decisión",
          other: "# propuestas de otras instituciones esperan su decisión",
        }),
      link: "Ver las propuestas",
    },
    waiting: {
      title: (n) =>
        pluralEs(n, {
          one: "# informe de otra ronda espera a su país",
          other: "# informes esperan a su país, primero el más urgente",
        }),
    },
    sections: "Secciones",
    answered: "respondidos",
    history: {
      heading: "Informes de su país",
      asks: "Solicitudes de la Secretaría y lo que se respondió",
      round: "Ronda",
      status: "Estado",
      answered: "Respondidos",
      received: "Recibido por primera vez",
      receipt: "Constancia",
      receiptOf: (round) => `Constancia, ${round}`,
      reportOf: (round) => `Informe, ${round}`,
      none: "–",
      late: "Recibido fuera de plazo",
    },
    none: {
      title: "Aún no se solicita ningún informe",
      text: "El informe aparece aquí una vez que la Secretaría Técnica haya abierto una ronda.",
    },
    unassigned: {
      title: "Aún no tiene indicadores asignados",
      text: "El punto focal decide qué indicadores responde cada institución. Le rogamos consultarle.",
    },
    board: {
      title: (round) => `Quién ha informado: ${round}`,
      caption: "Estado del informe de cada país",
      country: "País",
      state: "Estado",
      due: "Fecha límite",
      received: "Recibido",
      voluntary: "voluntario",
      none: "Aún no se ha abierto ninguna ronda",
      noneText: "Cuando la haya, aquí constará cada país con el estado de su informe.",
    },
  },
);
