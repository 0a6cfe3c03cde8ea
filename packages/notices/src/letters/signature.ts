import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** To those who may sign. The answers stay in the portal, and so do the words of a reason in the letters below. */
export const signatureAsked: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "waits for your signature"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} asked for the signature of the report of ${en.country(facts)} for ${en.round(facts)} ${en.at(facts, facts.event.at)}.`,
        "In this round a report is submitted only when a second person of the country has signed it.",
        "It can be read on one page, also on a telephone, and signed there or sent back with a reason.",
      ),
      en.linkTo("Read the report and sign it", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "espera su firma"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} solicitó la firma del informe de ${es.country(facts)} para ${es.round(facts)} ${es.at(facts, facts.event.at)}.`,
        "En esta ronda un informe solo se envía cuando lo ha firmado una segunda persona del país.",
        "Puede leerse en una sola página, también en el teléfono, y firmarse allí o devolverse con un motivo.",
      ),
      es.linkTo("Leer y firmar el informe", facts.link),
    ),
};

/** To those who report: it can be submitted. */
export const signatureGiven: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "signed, not yet submitted"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} signed the report of ${en.country(facts)} for ${en.round(facts)} ${en.at(facts, facts.event.at)}.`,
        "It has not been submitted yet.",
        "If an answer changes before it is submitted, the signature no longer counts.",
        "Only the focal point and the alternate can submit the report.",
      ),
      en.linkTo("Open the signed report to submit it", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "firmado, aún sin enviar"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} firmó el informe de ${es.country(facts)} para ${es.round(facts)} ${es.at(facts, facts.event.at)}.`,
        "Todavía no se ha enviado.",
        "Si una respuesta cambia antes del envío, la firma deja de valer.",
        "Solo el punto focal y su suplente pueden enviar el informe.",
      ),
      es.linkTo("Abrir el informe firmado para enviarlo", facts.link),
    ),
};

/** To those who report: it was sent back to them. */
export const signatureRefused: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "sent back without a signature"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} sent the report of ${en.country(facts)} for ${en.round(facts)} back ${en.at(facts, facts.event.at)}.`,
        "It is not signed; the reason stands in the portal.",
        "In this round a report is submitted only when a second person of the country has signed it.",
      ),
      en.linkTo("Read why it was sent back", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "devuelto sin firma"),
      block(
        facts.event?.byName === undefined
          ? null
          : `${facts.event.byName} devolvió el informe de ${es.country(facts)} para ${es.round(facts)} ${es.at(facts, facts.event.at)}.`,
        "No está firmado; el motivo consta en el portal.",
        "En esta ronda un informe solo se envía cuando lo ha firmado una segunda persona del país.",
      ),
      es.linkTo("Leer por qué se devolvió", facts.link),
    ),
};
