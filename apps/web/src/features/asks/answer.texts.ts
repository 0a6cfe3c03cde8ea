import type { LinkAnswer } from "@avances/domain/round";
import { defineTexts } from "#i18n/i18n.ts";

/** The page that the link in a request opens: an answer without signing in. */
export const answerTexts = defineTexts(
  {
    title: "Answer the Technical Secretariat",
    /** `country` with its article. */
    about: (country: string, round: string) => `About the report of ${country} for the ${round}.`,
    aboutReturned: (country: string, round: string) =>
      `About the clarifications to the report of ${country} for the ${round}.`,
    due: (day: string, capital: string) => `Its due date is ${day}, ${capital} time.`,
    duePassed: (day: string) => `Its due date was ${day}.`,
    recipient: (name: string, day: string) => `The request was sent to ${name} on ${day}.`,
    safe: "Your answer goes to the Technical Secretariat. It changes neither a date nor anything in the report, and your country can read it in the portal.",
    question: "How does it stand?",
    answers: {
      by_date: "We will send it by a day",
      waits_for: "We wait for another institution",
      nothing_to_report: "There is nothing to report in this round",
      other_person: "I am not the person to ask",
    } satisfies Record<LinkAnswer, string>,
    help: {
      by_date: "You choose the day. Until it has passed no automatic reminder of its date leaves.",
      waits_for: "You say which.",
      nothing_to_report: "The report stays open.",
      other_person: "If you know who is, please say so.",
    } satisfies Record<LinkAnswer, string>,
    choose: "Choose one of the four.",
    day: "By which day",
    dayFault: (earliest: string, latest: string) =>
      `Choose a day from ${earliest} to ${latest}. For more time, please write to the Technical Secretariat.`,
    detail: {
      by_date: "Anything else the Secretariat should know",
      waits_for: "Which institution",
      nothing_to_report: "Anything else the Secretariat should know",
      other_person: "Who is to be asked",
    } satisfies Record<LinkAnswer, string>,
    detailFault: "Please name the institution.",
    submit: "Send this answer",
    done: {
      title: "Thank you: your answer is with the Technical Secretariat",
      by_date: (day: string) =>
        `You said that the report will be sent by ${day}. Until then no automatic reminder of its date leaves; the due date stays as it is.`,
      waits_for: () => "You said that an institution is awaited.",
      nothing_to_report: () => "You said that there is nothing to report in this round. The report stays open.",
      other_person: () => "You said that you are not the person to ask.",
      when: (at: string) => `Recorded ${at}. The link has been used and does not work any more.`,
      detail: "In your words",
    },
    over: {
      title: "Nothing is awaited any more",
      text: "The report has been received in the meantime, is not owed, or its round was withdrawn. There is nothing to answer. Thank you.",
    },
    refused: {
      title: "This link does not work any more",
      text: "It was used, or is too old. Please reply to the message of the Technical Secretariat, or sign in to the portal.",
    },
    none: {
      title: "The link is not complete",
      text: "Please open the link in the message again, or copy the whole of it.",
    },
    signIn: "Sign in",
    toReport: "To answer in the report itself, sign in.",
  },
  {
    title: "Responder a la Secretaría Técnica",
    about: (country, round) => `Sobre el informe de ${country} de la ${round}.`,
    aboutReturned: (country, round) => `Sobre las aclaraciones al informe de ${country} de la ${round}.`,
    due: (day, capital) => `Su fecha límite es el ${day}, hora de ${capital}.`,
    duePassed: (day) => `Su fecha límite era el ${day}.`,
    recipient: (name, day) => `La solicitud se envió a ${name} el ${day}.`,
    safe: "Su respuesta llega a la Secretaría Técnica. No cambia ninguna fecha ni nada del informe, y su país puede leerla en el portal.",
    question: "¿Cómo está el informe?",
    answers: {
      by_date: "Lo enviaremos a más tardar un día",
      waits_for: "Esperamos a otra institución",
      nothing_to_report: "No hay nada que informar en esta ronda",
      other_person: "No soy la persona indicada",
    },
    help: {
      by_date: "Usted elige el día. Hasta que pase no sale ningún recordatorio automático de su fecha.",
      waits_for: "Usted indica cuál.",
      nothing_to_report: "El informe sigue abierto.",
      other_person: "Si sabe quién lo es, indíquelo, por favor.",
    },
    choose: "Elija una de las cuatro.",
    day: "A más tardar qué día",
    dayFault: (earliest, latest) =>
      `Elija un día entre el ${earliest} y el ${latest}. Para más tiempo, escriba a la Secretaría Técnica.`,
    detail: {
      by_date: "Algo más que la Secretaría deba saber",
      waits_for: "Qué institución",
      nothing_to_report: "Algo más que la Secretaría deba saber",
      other_person: "A quién hay que preguntar",
    },
    detailFault: "Indique la institución.",
    submit: "Enviar esta respuesta",
    done: {
      title: "Gracias: su respuesta llegó a la Secretaría Técnica",
      by_date: (day) =>
        `Usted dijo que el informe se enviará a más tardar el ${day}. Hasta entonces no sale ningún recordatorio automático de su fecha; la fecha límite no cambia.`,
      waits_for: () => "Usted dijo que se espera a una institución.",
      nothing_to_report: () => "Usted dijo que no hay nada que informar en esta ronda. El informe sigue abierto.",
      other_person: () => "Usted dijo que no es la persona indicada.",
      when: (at) => `Registrado el ${at}. El enlace ya se usó y no sirve más.`,
      detail: "En sus palabras",
    },
    over: {
      title: "Ya no se espera nada",
      text: "Entretanto el informe se recibió, no se debe, o su ronda fue retirada. No hay nada que responder. Gracias.",
    },
    refused: {
      title: "Este enlace ya no sirve",
      text: "Se usó, o es demasiado antiguo. Responda al mensaje de la Secretaría Técnica o entre al portal.",
    },
    none: {
      title: "El enlace no está completo",
      text: "Abra de nuevo el enlace del mensaje, o cópielo entero.",
    },
    signIn: "Iniciar sesión",
    toReport: "Para responder en el propio informe, inicie sesión.",
  },
);
