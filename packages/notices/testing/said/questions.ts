import { scopeOf } from "@avances/domain/access";
import { isEventOf, questionReminderDays } from "@avances/domain/round";
import { signatureStanding } from "@avances/domain/submission";
import type { Saying, Setting } from "./setting.ts";

/** Questions in the report, seen by somebody or by nobody. */
export function aboutQuestions({ say, step, item, reader, now, country, report, at, isReporter, isReturned }: Setting) {
  const happenedAt = item.event?.at ?? now;
  const mayReply = scopeOf(reader.role, "review-comment.write") === "own";
  return [
    say(
      `The Technical Secretariat wrote a question or remark about the ${report} ${at(happenedAt)}, and nobody in ${country} has had it on the screen in the portal yet.`,
      `La Secretaría Técnica escribió una pregunta o un comentario sobre el ${report} ${at(happenedAt)}, y nadie de ${country} lo ha tenido todavía en pantalla en el portal.`,
      step === "questions_unseen" && isReporter,
      true,
    ),
    say(
      "It stands in the portal, in the report; a reply can be written beside it.",
      "Está en el portal, en el informe; al lado se puede responder.",
      step === "questions_unseen" && mayReply,
    ),
    say(
      "The portal sends a reminder of it on 3 working days at most, and none once it has been seen.",
      "El portal lo recuerda en 3 días hábiles como máximo, y deja de hacerlo en cuanto alguien lo ve.",
      step === "questions_unseen" && questionReminderDays === 3,
    ),
    say("Read it and reply:", "Leer y responder:", step === "questions_unseen" && mayReply),
    say("Open the questions in the report:", "Abrir las preguntas en el informe:", isReturned && mayReply),
  ];
}

/** The steps on the way to a signature. */
export function aboutSignature({ say, step, item, reader, now, report, at, isOpen }: Setting): readonly Saying[] {
  const happened = at(item.event?.at ?? now);
  const byName = item.event?.byName;
  const maySign = scopeOf(reader.role, "submission.sign") === "own";
  return [
    say(
      `${byName} asked for the signature of the ${report} ${happened}.`,
      `${byName} solicitó la firma del ${report} ${happened}.`,
      step === "signature_asked",
      step === "signature_asked",
    ),
    say(
      "In this round a report is submitted only when a second person of the country has signed it.",
      "En esta ronda un informe solo se envía cuando lo ha firmado una segunda persona del país.",
      // Only a round that asks for a signature has steps on the way to one.
      isEventOf(step, "signature"),
    ),
    say(
      "It can be read on one page, also on a telephone, and signed there or sent back with a reason.",
      "Puede leerse en una sola página, también en el teléfono, y firmarse allí o devolverse con un motivo.",
      isOpen && maySign,
    ),
    say("Read the report and sign it:", "Leer y firmar el informe:", step === "signature_asked" && maySign),
    say(
      `${byName} signed the ${report} ${happened}.`,
      `${byName} firmó el ${report} ${happened}.`,
      step === "signature_given",
      step === "signature_given",
    ),
    say("It has not been submitted yet.", "Todavía no se ha enviado.", step === "signature_given" && isOpen),
    say(
      "If an answer changes before it is submitted, the signature no longer counts.",
      "Si una respuesta cambia antes del envío, la firma deja de valer.",
      signatureStanding([{ step: "signed", version: 1, answers: {} }], 0, { "TIP-LEG-01": 1 }).kind === "fallen",
    ),
    say(
      "Open the signed report to submit it:",
      "Abrir el informe firmado para enviarlo:",
      step === "signature_given" && scopeOf(reader.role, "submission.submit") === "own",
    ),
    say(
      `${byName} sent the ${report} back ${happened}.`,
      `${byName} devolvió el ${report} ${happened}.`,
      step === "signature_refused",
      step === "signature_refused",
    ),
    say(
      "It is not signed; the reason stands in the portal.",
      "No está firmado; el motivo consta en el portal.",
      step === "signature_refused" && scopeOf(reader.role, "submission.read") === "own",
    ),
    say("Read why it was sent back:", "Leer por qué se devolvió:", step === "signature_refused"),
  ];
}
