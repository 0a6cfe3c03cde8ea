import { isAsk, speaksOf } from "@avances/domain/round";
import type { Saying, Setting } from "./setting.ts";
import { dateWords, dayWords, upper } from "./words.ts";

/** What is asked and by when. Each sentence is true only before, on or after its date. */
export function aboutDates(setting: Setting): readonly Saying[] {
  const { say, state, step, country, round, report, date, end, due, back, spoken, isReporter } = setting;
  const { isUnsent, isReturned, isAwaited, isOpen } = setting;
  const isOwed = isUnsent && state.obligated;
  const backOn = state.returnDueOn ?? state.dueOn;
  return [
    ...aboutTakenBack(setting),
    say(
      `You are kindly asked to submit the ${report} by ${end(state.dueOn)}.`,
      `Le rogamos enviar el ${report} a más tardar el ${end(state.dueOn)}.`,
      isReporter && isOwed && due > 0,
    ),
    say(
      `Today is the due date: you are kindly asked to submit the ${report} by ${end(state.dueOn)}.`,
      `Hoy es la fecha límite: le rogamos enviar el ${report} a más tardar el ${end(state.dueOn)}.`,
      isReporter && isOwed && due === 0,
    ),
    say(
      `You are kindly asked to submit the ${report} at your earliest convenience, or to let us know when it may be expected.`,
      `Le rogamos enviar el ${report} en cuanto le sea posible, o indicar cuándo podría esperarse.`,
      isReporter && isOwed && due < 0,
    ),
    say(
      `It was expected by ${end(state.dueOn)}, ${dayWords(-due, "en")} ago; the Technical Secretariat has not received it yet.`,
      `Se esperaba a más tardar el ${end(state.dueOn)}, hace ${dayWords(-due, "es")}; la Secretaría Técnica aún no lo ha recibido.`,
      isOwed && due < 0,
      isReporter && speaksOf(step) !== null && !isNews(step),
    ),
    say(
      `The ${report} may be submitted until ${end(state.dueOn)}.`,
      `El ${report} puede enviarse hasta el ${end(state.dueOn)}.`,
      isOwed && due > 0,
    ),
    say(
      `Today is the due date of the ${report}: it may be submitted until ${end(state.dueOn)}.`,
      `Hoy es la fecha límite del ${report}: puede enviarse hasta el ${end(state.dueOn)}.`,
      isOwed && due === 0,
    ),
    say(
      `The ${report} was expected by ${end(state.dueOn)}, ${dayWords(-due, "en")} ago, and the Technical Secretariat has not received it yet.`,
      `El ${report} se esperaba a más tardar el ${end(state.dueOn)}, hace ${dayWords(-due, "es")}, y la Secretaría Técnica aún no lo ha recibido.`,
      isOwed && due < 0,
    ),
    say(
      `${upper(country)} is kindly invited to report, on a voluntary basis, for ${round} until ${end(state.dueOn)}.`,
      `Se invita atentamente a ${country} a informar, de manera voluntaria, para ${round} hasta el ${end(state.dueOn)}.`,
      isUnsent && !state.obligated && due >= 0,
    ),
    say(
      `${upper(country)} was invited to report, on a voluntary basis, for ${round} until ${end(state.dueOn)}. The report may still be submitted.`,
      `Se invitó a ${country} a informar, de manera voluntaria, para ${round} hasta el ${end(state.dueOn)}. El informe todavía puede enviarse.`,
      isUnsent && !state.obligated && due < 0 && isOpen,
    ),
    ...aboutClarifications(setting),
    say(
      spoken === 1 ? "1 day remains." : `${spoken} days remain.`,
      spoken === 1 ? "Falta 1 día." : `Faltan ${spoken} días.`,
      (isAwaited || isReturned) && spoken !== null && spoken > 0,
      speaksOf(step) !== null,
    ),
    say(
      "This date takes account of the extension that was granted.",
      "Esta fecha toma en cuenta la prórroga concedida.",
      state.extensionGrantedAt !== null && state.dueOn > state.roundDueOn,
    ),
    say(
      `The Technical Secretariat has set ${date(state.dueOn)} as the due date of the report of ${country}.`,
      `La Secretaría Técnica ha fijado el ${date(state.dueOn)} como fecha límite del informe de ${country}.`,
      step === "extended",
      step === "extended",
    ),
    say(
      `This is the date of the round: there is no extension for ${country}.`,
      `Es la fecha de la ronda: no rige ninguna prórroga para ${country}.`,
      state.dueOn === state.roundDueOn && state.extensionGrantedAt === null,
      step === "extended" && state.extensionGrantedAt === null,
    ),
    say(
      `The Technical Secretariat has set ${dateWords(backOn, "en")} as the due date of the clarifications of ${country}.`,
      `La Secretaría Técnica ha fijado el ${dateWords(backOn, "es")} como fecha límite de las aclaraciones de ${country}.`,
      isReturned && step === "return_date" && back !== null,
      step === "return_date",
    ),
  ];
}

/** Does it bring news of a date or of the round, and ask for nothing? */
const isNews = (step: Setting["step"]) => !isAsk(step);

/** A report that was received and withdrawn is never called unsent or not received. */
function aboutTakenBack({ say, state, step, report, date, end, due, isReporter, isTakenBack, isOpen }: Setting) {
  const { version, at } = state.withdrawn ?? { version: 0, at: null };
  const on = at === null ? null : new Intl.DateTimeFormat("en-CA", { timeZone: state.timeZone }).format(at);
  return [
    say(
      `Version ${version} was taken back by the country${on === null ? "" : ` on ${date(on)}`}; it has not been submitted again.`,
      `El país retiró${on === null ? "" : ` el ${date(on)}`} la versión ${version}; no se ha enviado de nuevo.`,
      isTakenBack && version > 0,
      speaksOf(step) !== null,
    ),
    say(
      `You are kindly asked to submit the ${report} again by ${end(state.dueOn)}.`,
      `Le rogamos enviar de nuevo el ${report} a más tardar el ${end(state.dueOn)}.`,
      isReporter && isTakenBack && due > 0,
    ),
    say(
      `Today is the due date: you are kindly asked to submit the ${report} again by ${end(state.dueOn)}.`,
      `Hoy es la fecha límite: le rogamos enviar de nuevo el ${report} a más tardar el ${end(state.dueOn)}.`,
      isReporter && isTakenBack && due === 0,
    ),
    say(
      `The ${report} may be submitted again until ${end(state.dueOn)}.`,
      `El ${report} puede enviarse de nuevo hasta el ${end(state.dueOn)}.`,
      isTakenBack && due > 0,
    ),
    say(
      `Today is the due date of the ${report}: it may be submitted again until ${end(state.dueOn)}.`,
      `Hoy es la fecha límite del ${report}: puede enviarse de nuevo hasta el ${end(state.dueOn)}.`,
      isTakenBack && due === 0,
    ),
    say(
      `The ${report} may still be submitted again; the due date was ${date(state.dueOn)}.`,
      `El ${report} todavía puede enviarse de nuevo; la fecha límite era el ${date(state.dueOn)}.`,
      isTakenBack && isOpen && due < 0,
    ),
  ];
}

/** Returned work has its own date, or none. */
function aboutClarifications({ say, state, step, country, report, end, back, isReporter, isReturned }: Setting) {
  const backOn = state.returnDueOn ?? state.dueOn;
  const en = `answer the Technical Secretariat's questions about the ${report} and to submit it again`;
  const es = `responder a las preguntas de la Secretaría Técnica sobre el ${report} y enviarlo de nuevo`;
  const isAsked = isReturned && isReporter;
  return [
    say(
      `The Technical Secretariat thanks ${country} for its report, and respectfully asks for some clarifications.`,
      `La Secretaría Técnica agradece a ${country} su informe y solicita atentamente algunas aclaraciones.`,
      isReturned,
      step === "returned",
    ),
    say(`You are kindly asked to ${en}.`, `Le rogamos ${es}.`, isAsked && back === null),
    say(
      `You are kindly asked to ${en} by ${end(backOn)}.`,
      `Le rogamos ${es} a más tardar el ${end(backOn)}.`,
      isAsked && back !== null && back > 0,
    ),
    say(
      `Today is the due date: you are kindly asked to ${en} by ${end(backOn)}.`,
      `Hoy es la fecha límite: le rogamos ${es} a más tardar el ${end(backOn)}.`,
      isAsked && back === 0,
    ),
    say(
      `You are kindly asked to ${en} at your earliest convenience, or to let us know when it may be expected.`,
      `Le rogamos ${es} en cuanto le sea posible, o indicar cuándo podría esperarse.`,
      isAsked && back !== null && back < 0,
    ),
    say(
      `The clarifications were expected by ${end(backOn)}, ${dayWords(-(back ?? 0), "en")} ago; the Technical Secretariat has not received them yet.`,
      `Las aclaraciones se esperaban a más tardar el ${end(backOn)}, hace ${dayWords(-(back ?? 0), "es")}; la Secretaría Técnica aún no las ha recibido.`,
      isAsked && back !== null && back < 0,
    ),
    say(
      `The ${report} was returned for clarification and may be submitted again.`,
      `El ${report} fue devuelto para aclaración y puede enviarse de nuevo.`,
      isReturned && back === null,
    ),
    say(
      `The ${report}, returned for clarification, may be submitted again until ${end(backOn)}.`,
      `El ${report}, devuelto para aclaración, puede enviarse de nuevo hasta el ${end(backOn)}.`,
      isReturned && back !== null && back > 0,
    ),
    say(
      `Today is the due date of the clarifications to the ${report}: the report may be submitted again until ${end(backOn)}.`,
      `Hoy es la fecha límite de las aclaraciones al ${report}: el informe puede enviarse de nuevo hasta el ${end(backOn)}.`,
      isReturned && back === 0,
    ),
    say(
      `The clarifications to the ${report} were expected by ${end(backOn)}, ${dayWords(-(back ?? 0), "en")} ago, and the Technical Secretariat has not received them yet.`,
      `Las aclaraciones al ${report} se esperaban a más tardar el ${end(backOn)}, hace ${dayWords(-(back ?? 0), "es")}, y la Secretaría Técnica aún no las ha recibido.`,
      isReturned && back !== null && back < 0,
    ),
  ];
}
