import type { Language } from "@avances/domain/catalogue";
import { dayInWords, timeInWords } from "./dates.ts";
import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** Receipt of a submitted version. */
export const receipt: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, facts.event === null ? "receipt" : `receipt of version ${facts.event.version}`),
      block(
        `The Technical Secretariat acknowledges, with thanks, receipt of the report of ${en.country(facts)} for ${en.round(facts)}${facts.event === null ? "" : `, submitted ${en.at(facts, facts.event.at)} (version ${facts.event.version})`}.`,
        "The Technical Secretariat reviews every report that it has received, unless the country takes it back before.",
        facts.event?.receipt?.answerBy == null ? null : `It answers by ${en.date(facts.event.receipt.answerBy)}.`,
      ),
      proofEn(facts),
      en.linkTo("Open the receipt, also as a file to keep", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(
        facts,
        facts.event === null ? "acuse de recibo" : `acuse de recibo de la versión ${facts.event.version}`,
      ),
      block(
        `La Secretaría Técnica acusa recibo, con su agradecimiento, del informe de ${es.country(facts)} para ${es.round(facts)}${facts.event === null ? "" : `, enviado ${es.at(facts, facts.event.at)} (versión ${facts.event.version})`}.`,
        "La Secretaría Técnica revisa todo informe recibido, salvo que el país lo retire antes.",
        facts.event?.receipt?.answerBy == null
          ? null
          : `Responde a más tardar el ${es.date(facts.event.receipt.answerBy)}.`,
      ),
      proofEs(facts),
      es.linkTo("Abrir la constancia, también como archivo para guardar", facts.link),
    ),
};

/** What the country can hold on to, line by line; null when nothing is known of it. */
function proofEn({ event, timeZone, capital }: NoticeFacts): string | null {
  if (event?.receipt === undefined) return null;
  const { number, contentHash, byName, signedByName } = event.receipt;
  return lines(
    `Receipt number: ${number}`,
    `Received, time in ${capital.en}: ${moment(event.at, timeZone, "en")}`,
    `Received, universal time (UTC): ${moment(event.at, "UTC", "en")}`,
    `Submitted by: ${byName}`,
    signedByName === null ? null : `Signed by: ${signedByName}`,
    `Fingerprint of the content (SHA-256): ${contentHash}`,
  );
}

function proofEs({ event, timeZone, capital }: NoticeFacts): string | null {
  if (event?.receipt === undefined) return null;
  const { number, contentHash, byName, signedByName } = event.receipt;
  return lines(
    `Número de constancia: ${number}`,
    `Recibido, hora de ${capital.es}: ${moment(event.at, timeZone, "es")}`,
    `Recibido, hora universal (UTC): ${moment(event.at, "UTC", "es")}`,
    `Enviado por: ${byName}`,
    signedByName === null ? null : `Firmado por: ${signedByName}`,
    `Huella del contenido (SHA-256): ${contentHash}`,
  );
}

/** `30 April 2027, 14:05`. */
const moment = (at: Date, timeZone: string, language: Language) =>
  `${dayInWords(at, timeZone, language)}, ${timeInWords(at, timeZone)}`;

const lines = (...texts: readonly (string | null)[]) => texts.filter((text) => text !== null).join("\n");

/** Accepted, not yet public. Names a day of publication only if one is known. */
export const accepted: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "accepted"),
      block(
        `The Technical Secretariat has accepted the report of ${en.country(facts)} for ${en.round(facts)}, and thanks all who contributed to it.`,
        "The next step is its publication by the Technical Secretariat, in which small counts of persons are protected.",
        facts.earliestPublicationOn === null
          ? null
          : `It may be published from ${en.date(facts.earliestPublicationOn)} on, or earlier if your country agrees to that in the portal.`,
      ),
      en.linkTo("See what becomes public", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "aceptado"),
      block(
        `La Secretaría Técnica ha aceptado el informe de ${es.country(facts)} para ${es.round(facts)} y agradece a todas las personas que contribuyeron a él.`,
        "El siguiente paso es su publicación por la Secretaría Técnica, en la que se protegen los recuentos pequeños de personas.",
        facts.earliestPublicationOn === null
          ? null
          : `Podrá publicarse a partir del ${es.date(facts.earliestPublicationOn)}, o antes si su país da en el portal su conformidad.`,
      ),
      es.linkTo("Ver lo que se hace público", facts.link),
    ),
};

/** Public from now on. */
export const published: NoticeLetters = {
  en: (facts) =>
    en.notice(
      facts,
      en.subject(facts, "published"),
      block(
        `The report of ${en.country(facts)} for ${en.round(facts)} has been published. Small counts of persons are protected in everything that is public.`,
        "A published report cannot be corrected in the portal. Should it hold an error, please tell the Technical Secretariat.",
      ),
      en.linkTo("Open the public page of the country", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      es.subject(facts, "publicado"),
      block(
        `El informe de ${es.country(facts)} para ${es.round(facts)} ha sido publicado. Los recuentos pequeños de personas están protegidos en todo lo que es público.`,
        "Un informe publicado no puede corregirse en el portal. Si contuviera un error, le rogamos comunicarlo a la Secretaría Técnica.",
      ),
      es.linkTo("Abrir la página pública del país", facts.link),
    ),
};
