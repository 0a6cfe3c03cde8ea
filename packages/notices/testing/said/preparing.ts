import { rolesFor, scopeOf } from "@avances/domain/access";
import { calendarRuleOf } from "@avances/domain/round";
import { judgeTransition } from "@avances/domain/submission";
import type { Saying, Setting } from "./setting.ts";

/** The invitation, how far the report is, advice on the way, and good offices when the date has passed. */
export function aboutPreparing(setting: Setting): readonly Saying[] {
  const { say, state, step, reader, item, country, date, today, due, isReporter } = setting;
  const { isAwaited, isUnsent, isTakenBack, isOpen } = setting;
  const { answered, expected } = state.progress;
  const mayReadProgress = isReporter && isAwaited;
  return [
    say(
      `The Technical Secretariat has the honour to invite ${country} to take part in the ${state.roundYear} round of reports on the implementation of the Palermo Protocols, which is open.`,
      `La Secretaría Técnica tiene el honor de invitar a ${country} a participar en la ronda ${state.roundYear} de informes sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta.`,
      step === "opening" && state.opensOn === today,
    ),
    say(
      `The Technical Secretariat has the honour to invite ${country} to take part in the ${state.roundYear} round of reports on the implementation of the Palermo Protocols, which has been open since ${date(state.opensOn)}.`,
      `La Secretaría Técnica tiene el honor de invitar a ${country} a participar en la ronda ${state.roundYear} de informes sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta desde el ${date(state.opensOn)}.`,
      step === "opening" && state.opensOn < today,
    ),
    say(
      "Where an answer of the last accepted report can still hold, the portal proposes it, to be confirmed or changed.",
      "Cuando una respuesta del último informe aceptado puede seguir vigente, el portal la propone para confirmarla o cambiarla.",
      step === "opening",
    ),
    say(
      "In the portal, no indicator has an answer yet.",
      "En el portal, ningún indicador tiene todavía respuesta.",
      mayReadProgress && answered === 0,
    ),
    say(
      `In the portal, all ${expected} indicators have an answer; the report has not been submitted yet.`,
      `En el portal, los ${expected} indicadores tienen respuesta; el informe aún no se ha enviado.`,
      isReporter && isUnsent && answered === expected,
    ),
    say(
      `In the portal, all ${expected} indicators have an answer.`,
      `En el portal, los ${expected} indicadores tienen respuesta.`,
      isReporter && isTakenBack && answered === expected,
    ),
    say(
      `In the portal, ${answered} of ${expected} indicators ${answered === 1 ? "has" : "have"} an answer; ${expected - answered} ${expected - answered === 1 ? "is" : "are"} missing.`,
      `En el portal, ${answered} de ${expected} indicadores ${answered === 1 ? "tiene" : "tienen"} respuesta; ${expected - answered === 1 ? "falta 1" : `faltan ${expected - answered}`}.`,
      mayReadProgress && answered > 0 && answered < expected,
      calendarRuleOf(step)?.anchor === "due" || step === "resend",
    ),
    say(
      `{{missing:${expected - answered}}}`,
      `{{missing:${expected - answered}}}`,
      mayReadProgress && answered > 0 && answered < expected,
      calendarRuleOf(step)?.anchor === "due" || step === "resend",
    ),
    say(
      "A partial report is welcome as well: what is missing will be shown as “not reported”.",
      "También se recibe un informe parcial: lo que falte figurará como «no informado».",
      mayReadProgress && answered < expected && judgeTransition("submit", "draft", "country").allowed,
    ),
    say(
      "This time may serve to gather the information of the institutions concerned.",
      "Este tiempo puede servir para reunir la información de las instituciones correspondientes.",
      due > 0,
    ),
    say(
      "Each answer is kept in the portal as it is written, so the report can be prepared little by little.",
      "El portal guarda cada respuesta a medida que se escribe, de modo que el informe puede prepararse poco a poco.",
      isOpen && due > 0,
    ),
    say(
      "Before the report is sent, the portal shows on one page what is missing and what needs an explanation.",
      "Antes del envío, el portal muestra en una página lo que falta y lo que requiere una explicación.",
      isOpen && due > 0,
    ),
    say(
      "Only the focal point and the alternate can submit the report.",
      "Solo el punto focal y su suplente pueden enviar el informe.",
      rolesFor("submission.submit").toString() === "focal_point,alternate",
    ),
    say(
      "The Technical Secretariat kindly requests your good offices so that the report may be submitted.",
      "La Secretaría Técnica solicita atentamente sus buenos oficios para que el informe pueda ser enviado.",
      isReporter && isUnsent && due < 0,
    ),
    say(
      "Your good offices, so that the report may be submitted, would be much appreciated.",
      "Se agradecerán mucho sus buenos oficios para que el informe pueda ser enviado.",
      reader.audience === "liaison_officer" || reader.audience === "national_focal_point",
    ),
    say(
      "This is for the information of the Presidency Pro Tempore; no action is requested.",
      "Este mensaje es para información de la Presidencia Pro Témpore; no se solicita ninguna acción.",
      reader.audience === "presidency",
    ),
    say(
      "In the list of the round that the Regional Consultation Group on Migration reads in the portal, it stands as not received.",
      "En la lista de la ronda que el Grupo Regional de Consulta sobre Migración lee en el portal, consta como no recibido.",
      isUnsent && due < 0 && scopeOf("rcgm_delegate", "status-board.read") === "any",
      step === "closing_45" || step === "round_closed",
    ),
    say(
      "What is submitted now is reviewed and published like any other report.",
      "Lo que se envíe ahora se revisa y se publica como cualquier otro informe.",
      isOpen && isAwaited,
    ),
    say(
      "If the report has been submitted in the meantime, please disregard this message and accept our thanks.",
      "Si el informe ya hubiera sido enviado, le rogamos no tomar en cuenta este mensaje y aceptar nuestro agradecimiento.",
      isReporter && isOpen,
    ),
    // Buttons
    say(
      "Open the first answer that is missing:",
      "Abrir la primera respuesta que falta:",
      mayReadProgress && isOpen && answered < expected,
    ),
    say(
      "Review and submit the report:",
      "Revisar y enviar el informe:",
      mayReadProgress && answered === expected && scopeOf(reader.role, "submission.submit") === "own",
    ),
    say("Open the report:", "Abrir el informe:", scopeOf(reader.role, "submission.read") !== null),
    say(
      "Open the state of the round:",
      "Abrir el estado de la ronda:",
      scopeOf(reader.role, "status-board.read") !== null && !item.audience.every((audience) => audience === "approver"),
    ),
  ];
}
