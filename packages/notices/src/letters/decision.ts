import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** Receipt of a submitted version. */
export const receipt: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `receipt of the report of ${en.country(facts)}${facts.event === null ? "" : `, version ${facts.event.version}`}`,
      block(
        `The Technical Secretariat acknowledges, with thanks, receipt of the report of ${en.country(facts)} for ${en.round(facts)}${facts.event === null ? "" : `, submitted ${en.at(facts, facts.event.at)} (version ${facts.event.version})`}.`,
        "The Technical Secretariat reviews every report that it has received, unless the country takes it back before.",
      ),
      en.linkTo("The receipt, with its proof of content, is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `acuse de recibo del informe de ${es.country(facts)}${facts.event === null ? "" : `, versión ${facts.event.version}`}`,
      block(
        `La Secretaría Técnica acusa recibo, con su agradecimiento, del informe de ${es.country(facts)} para ${es.round(facts)}${facts.event === null ? "" : `, enviado ${es.at(facts, facts.event.at)} (versión ${facts.event.version})`}.`,
        "La Secretaría Técnica revisa todo informe recibido, salvo que el país lo retire antes.",
      ),
      es.linkTo("El acuse de recibo, con su prueba de contenido, está aquí", facts.link),
    ),
};

/** Accepted, not yet public. Names a day of publication only if one is known. */
export const accepted: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)} accepted`,
      block(
        `The Technical Secretariat has accepted the report of ${en.country(facts)} for ${en.round(facts)}, and thanks all who contributed to it.`,
        "The next step is its publication by the Technical Secretariat, with small counts of persons protected.",
        facts.earliestPublicationOn === null
          ? null
          : `It may be published from ${en.date(facts.earliestPublicationOn)} on, or earlier if your country agrees to that in the portal.`,
      ),
      en.linkTo("What becomes public can be seen here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `informe de ${es.country(facts)} aceptado`,
      block(
        `La Secretaría Técnica ha aceptado el informe de ${es.country(facts)} para ${es.round(facts)} y agradece a todas las personas que contribuyeron a él.`,
        "El siguiente paso es su publicación por la Secretaría Técnica, con los recuentos pequeños de personas protegidos.",
        facts.earliestPublicationOn === null
          ? null
          : `Podrá publicarse a partir del ${es.date(facts.earliestPublicationOn)}, o antes si su país da en el portal su conformidad.`,
      ),
      es.linkTo("Lo que se hace público puede verse aquí", facts.link),
    ),
};

/** Public from now on. */
export const published: Letters<NoticeFacts> = {
  en: (facts) =>
    en.notice(
      facts,
      `report of ${en.country(facts)} published`,
      block(
        `The report of ${en.country(facts)} for ${en.round(facts)} has been published. Small counts of persons are protected in everything that is public.`,
        "A published report cannot be corrected in the portal. Should it hold an error, please tell the Technical Secretariat.",
      ),
      en.linkTo("The public page of the country is here", facts.link),
    ),
  es: (facts) =>
    es.notice(
      facts,
      `informe de ${es.country(facts)} publicado`,
      block(
        `El informe de ${es.country(facts)} para ${es.round(facts)} ha sido publicado. Los recuentos pequeños de personas están protegidos en todo lo que es público.`,
        "Un informe publicado no puede corregirse en el portal. Si contuviera un error, le rogamos comunicarlo a la Secretaría Técnica.",
      ),
      es.linkTo("La página pública del país está aquí", facts.link),
    ),
};
