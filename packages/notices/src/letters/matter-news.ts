import { type Role, roleNames } from "@avances/domain/access";
import type { Text } from "@avances/domain/catalogue";
import type { BodyCode, MatterNewsStep } from "@avances/domain/network";
import type { CalendarDate } from "@avances/domain/round";
import { type AccountFacts, englishReach, englishTime, spanishReach, spanishTime } from "./account.ts";
import { dateInWords, dayInWords, seenFrom, weekdayInWords } from "./dates.ts";
import * as en from "./english.ts";
import { type Block, block, type Letter, type Letters, letter, strong } from "./letter.ts";
import { meetingOfBody } from "./network-words.ts";
import { markEn, markEs } from "./section-reminder.ts";
import * as es from "./spanish.ts";

/** A view of the reader's country of how it applies the Regional Guidelines. */
export interface ViewNews {
  readonly filedAt: Date;
  /** The last day on which, besides its author, the country alone reads it. */
  readonly replyUntil: CalendarDate;
  /** May others read it, or could they before it was withdrawn? */
  readonly isOpen: boolean;
  readonly withdrawnAt: Date | null;
  /** When the newest other one of the same step that stands was filed; null = none stands. */
  readonly othersFiledAt: Date | null;
  readonly link: string;
}

/** A document that was sent to the reader's side. */
export interface DocumentNews {
  readonly sentAt: Date;
  /** Of the commitment with which it was last sent. */
  readonly meeting: { readonly body: BodyCode; readonly heldOn: CalendarDate } | null;
  readonly point: string;
  /** When another version was filed, or it was withdrawn. */
  readonly at: Date;
  readonly link: string;
}

/** What news may say: which days, how many, which commitment and where to look; neither a title nor a word (decision 14). Of the two lists one is empty. */
export interface MatterNewsFacts extends AccountFacts {
  readonly role: Role;
  /** Null = its reader acts for an organisation. */
  readonly country: { readonly countryCode: string; readonly countryName: Text } | null;
  readonly views: readonly ViewNews[];
  readonly documents: readonly DocumentNews[];
}

const zoneOf = ({ place }: AccountFacts) => place?.timeZone ?? "UTC";
const greeted = ({ name, salutation = null }: AccountFacts) => ({
  ...{ reader: "reporter" as const, readerName: name, readerSalutation: salutation },
});
const isOver = (facts: MatterNewsFacts, { replyUntil }: ViewNews) =>
  seenFrom(facts.now, zoneOf(facts), replyUntil).relation === "past";
/** The first of the days that are not over, as the subject names it; null = all are. */
function nextDay(facts: MatterNewsFacts): CalendarDate | null {
  const open = facts.views.filter((view) => !isOver(facts, view));
  return open.map(({ replyUntil }) => replyUntil).sort()[0] ?? null;
}

const onEn = (facts: MatterNewsFacts, at: Date) => dayInWords(at, zoneOf(facts), "en");
const onEs = (facts: MatterNewsFacts, at: Date) => dayInWords(at, zoneOf(facts), "es");

/** One message: what happened, the page of it, and why it was sent. Of several things each has its line and its page. */
function english(
  facts: MatterNewsFacts,
  subject: string,
  blocks: readonly (string | null)[],
  action: string,
  small: string,
): Letter<Block> {
  const [only, ...others] = [...facts.views, ...facts.documents];
  return letter<Block>(
    subject,
    en.salutation(greeted(facts)),
    ...blocks,
    others.length === 0 && only !== undefined ? { action, address: only.link } : null,
    englishReach(facts),
    en.signature,
    { small: `${whyEn(facts)} ${small} Written on ${englishTime(facts, facts.now)}.` },
  );
}

function spanish(
  facts: MatterNewsFacts,
  subject: string,
  blocks: readonly (string | null)[],
  action: string,
  small: string,
): Letter<Block> {
  const [only, ...others] = [...facts.views, ...facts.documents];
  return letter<Block>(
    subject,
    es.salutation(greeted(facts)),
    ...blocks,
    others.length === 0 && only !== undefined ? { action, address: only.link } : null,
    spanishReach(facts),
    es.signature,
    { small: `${whyEs(facts)} ${small} Escrito el ${spanishTime(facts, facts.now)}.` },
  );
}

function whyEn({ country, role }: MatterNewsFacts): string {
  if (country === null) return "You receive this message because you read in the portal for your organisation.";
  return `You receive this message because you are ${roleNames.en.recipient[role]} of ${en.country(country)} in the portal.`;
}

function whyEs({ country, role }: MatterNewsFacts): string {
  if (country === null) return "Recibe este mensaje porque en el portal lee en nombre de su organización.";
  return `Recibe este mensaje porque en el portal figura como ${roleNames.es.recipient[role]} de ${es.country(country)}.`;
}

const sideEn = ({ country }: MatterNewsFacts) => (country === null ? "your organisation" : en.country(country));
const sideEs = ({ country }: MatterNewsFacts) => (country === null ? "su organización" : es.country(country));
/** Views are of countries alone. */
const inEn = (facts: MatterNewsFacts) => `in ${sideEn(facts)}`;
const inEs = (facts: MatterNewsFacts) => `en ${sideEs(facts)}`;

const iomEn = "The International Organization for Migration (IOM)";
const iomEs = "La Organización Internacional para las Migraciones (OIM)";

/** `Wednesday, 24 February 2027 at 23:59, San José time`: the last minute of the day. */
const endEn = ({ place }: MatterNewsFacts, day: CalendarDate) =>
  strong(`${weekdayInWords(day, "en")} at 23:59, ${place === null ? "UTC" : `${place.capital.en} time`}`);
const endEs = ({ place }: MatterNewsFacts, day: CalendarDate) =>
  strong(`${weekdayInWords(day, "es")} a las 23:59, ${place === null ? "UTC" : `hora de ${place.capital.es}`}`);

/** Until when the country reads a view before others do, or since when it does not any more. */
function firstEn(facts: MatterNewsFacts, { replyUntil, isOpen }: ViewNews): string {
  const { relation, days } = seenFrom(facts.now, zoneOf(facts), replyUntil);
  const end = endEn(facts, replyUntil);
  const until = (when: string) =>
    `Your country can answer before others read it: besides IOM and your country nobody, not even the Technical Secretariat, reads the view until your country has answered or until ${when} has passed`;
  switch (relation) {
    case "ahead":
      return `${until(end)}; ${days === 1 ? "1 day remains" : `${days} days remain`}. “No comment” is an answer too, and it is possible to answer later as well.`;
    case "today":
      return `${until(`today, ${end},`)}. “No comment” is an answer too, and it is possible to answer later as well.`;
    case "past":
      return `The days in which, besides IOM, your country alone could read it ended on ${end}, ${en.days(days)} ago. ${isOpen ? "Whoever IOM chose can read it now" : "Nobody else reads it yet, which can change at any moment"}; your country can still answer, and the answer is shown beside the view.`;
  }
}

function firstEs(facts: MatterNewsFacts, { replyUntil, isOpen }: ViewNews): string {
  const { relation, days } = seenFrom(facts.now, zoneOf(facts), replyUntil);
  const end = endEs(facts, replyUntil);
  const until = (when: string) =>
    `Su país puede responder antes de que otros la lean: fuera de la OIM y de su país, nadie, ni siquiera la Secretaría Técnica, lee la visión hasta que su país haya respondido o hasta que haya pasado ${when}`;
  switch (relation) {
    case "ahead":
      return `${until(`el ${end}`)}; ${days === 1 ? "falta 1 día" : `faltan ${days} días`}. «Sin comentarios» también es una respuesta, y es posible responder más tarde.`;
    case "today":
      return `${until(`el día de hoy, ${end}`)}. «Sin comentarios» también es una respuesta, y es posible responder más tarde.`;
    case "past":
      return `Los días en que, fuera de la OIM, solo su país podía leerla terminaron el ${end}, hace ${es.days(days)}. ${isOpen ? "Quienes la OIM eligió ya pueden leerla" : "Nadie más la lee todavía, lo que puede cambiar en cualquier momento"}; su país aún puede responder, y la respuesta se muestra junto a la visión.`;
  }
}

const given: Letters<MatterNewsFacts, Block> = {
  en: (facts) => {
    const [first, ...more] = facts.views;
    const what = `${more.length === 0 ? "view" : "views"} of IOM on the Regional Guidelines ${inEn(facts)}`;
    const dueOn = nextDay(facts);
    const opening = dueOn === null ? "For your answer" : `For your answer, ${markEn({ ...facts, dueOn })}`;
    const lines = facts.views.map(
      (view) =>
        `– ${isOver(facts, view) ? "the days before others read it are over" : `before others read it, until ${endEn(facts, view.replyUntil)}`}:\n${view.link}`,
    );
    return english(
      facts,
      `${opening}: ${what}`,
      first !== undefined && more.length === 0
        ? [
            block(
              `${iomEn} has given its view of how one of the steps of the Regional Guidelines is applied ${inEn(facts)}.`,
              first.othersFiledAt === null
                ? null
                : `It takes the place of the one of ${onEn(facts, first.othersFiledAt)} on the same step, which stays to be read.`,
            ),
            firstEn(facts, first),
          ]
        : [
            `${iomEn} has given ${facts.views.length} views of how steps of the Regional Guidelines are applied ${inEn(facts)}. Your country can answer each; besides IOM and your country nobody, not even the Technical Secretariat, reads a view until your country has answered it or its days have passed. “No comment” is an answer too.`,
            ["Until when, and where each can be answered:", ...lines].join("\n"),
          ],
      "Open the view",
      "The portal sends no reminder about this.",
    );
  },
  es: (facts) => {
    const [first, ...more] = facts.views;
    const what = `${more.length === 0 ? "visión" : "visiones"} de la OIM sobre los Lineamientos Regionales ${inEs(facts)}`;
    const dueOn = nextDay(facts);
    const opening = dueOn === null ? "Para su respuesta" : `Para su respuesta, ${markEs({ ...facts, dueOn })}`;
    const lines = facts.views.map(
      (view) =>
        `– ${isOver(facts, view) ? "los días antes de que otros la lean ya terminaron" : `antes de que otros la lean, hasta el ${endEs(facts, view.replyUntil)}`}:\n${view.link}`,
    );
    return spanish(
      facts,
      `${opening}: ${what}`,
      first !== undefined && more.length === 0
        ? [
            block(
              `${iomEs} dio su visión de la aplicación de uno de los pasos de los Lineamientos Regionales ${inEs(facts)}.`,
              first.othersFiledAt === null
                ? null
                : `Ocupa el lugar de la del ${onEs(facts, first.othersFiledAt)} sobre el mismo paso, que se puede seguir leyendo.`,
            ),
            firstEs(facts, first),
          ]
        : [
            `${iomEs} dio ${facts.views.length} visiones de la aplicación de pasos de los Lineamientos Regionales ${inEs(facts)}. Su país puede responder a cada una; fuera de la OIM y de su país, nadie, ni siquiera la Secretaría Técnica, lee una visión hasta que su país le haya respondido o hayan pasado sus días. «Sin comentarios» también es una respuesta.`,
            ["Hasta cuándo, y dónde se responde a cada una:", ...lines].join("\n"),
          ],
      "Abrir la visión",
      "El portal no envía recordatorios sobre esto.",
    );
  },
};

const standsEn = (facts: MatterNewsFacts, { othersFiledAt }: ViewNews) =>
  othersFiledAt === null
    ? "On the same step no other view of IOM stands."
    : `On the same step the view of IOM of ${onEn(facts, othersFiledAt)} stands.`;
const standsEs = (facts: MatterNewsFacts, { othersFiledAt }: ViewNews) =>
  othersFiledAt === null
    ? "Sobre el mismo paso no hay otra visión de la OIM en pie."
    : `Sobre el mismo paso queda en pie la visión de la OIM del ${onEs(facts, othersFiledAt)}.`;

const viewWithdrawn: Letters<MatterNewsFacts, Block> = {
  en: (facts) => {
    const [first, ...more] = facts.views;
    const lines = facts.views.map(
      (view) =>
        `– the view of ${onEn(facts, view.filedAt)}, withdrawn on ${onEn(facts, view.withdrawnAt ?? facts.now)}. ${standsEn(facts, view)}\n${view.link}`,
    );
    return english(
      facts,
      `Withdrawn: ${more.length === 0 ? "view" : "views"} of IOM on the Regional Guidelines ${inEn(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${iomEn} withdrew on ${onEn(facts, first.withdrawnAt ?? facts.now)} its view of ${onEn(facts, first.filedAt)} of how one of the steps of the Regional Guidelines is applied ${inEn(facts)}. It cannot be answered any more. ${standsEn(facts, first)}`,
            first.isOpen
              ? "IOM, your country and the Technical Secretariat still read it, marked as withdrawn and with the reason; others do not any more."
              : "It was never open to others: IOM and your country alone still read it, marked as withdrawn and with the reason.",
          ]
        : [
            `${iomEn} withdrew ${facts.views.length} views of how steps of the Regional Guidelines are applied ${inEn(facts)}. They cannot be answered any more; your country still reads them, marked as withdrawn and with the reason.`,
            ["Which ones:", ...lines].join("\n"),
          ],
      "Open the withdrawn view",
      "Nothing is asked of you.",
    );
  },
  es: (facts) => {
    const [first, ...more] = facts.views;
    const lines = facts.views.map(
      (view) =>
        `– la visión del ${onEs(facts, view.filedAt)}, retirada el ${onEs(facts, view.withdrawnAt ?? facts.now)}. ${standsEs(facts, view)}\n${view.link}`,
    );
    return spanish(
      facts,
      `${more.length === 0 ? "Retirada: visión" : "Retiradas: visiones"} de la OIM sobre los Lineamientos Regionales ${inEs(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${iomEs} retiró el ${onEs(facts, first.withdrawnAt ?? facts.now)} su visión del ${onEs(facts, first.filedAt)} de la aplicación de uno de los pasos de los Lineamientos Regionales ${inEs(facts)}. Ya no se le puede responder. ${standsEs(facts, first)}`,
            first.isOpen
              ? "La OIM, su país y la Secretaría Técnica la siguen leyendo, marcada como retirada y con el motivo; los demás, ya no."
              : "Nunca se abrió a otros: solo la OIM y su país la siguen leyendo, marcada como retirada y con el motivo.",
          ]
        : [
            `${iomEs} retiró ${facts.views.length} visiones de la aplicación de pasos de los Lineamientos Regionales ${inEs(facts)}. Ya no se les puede responder; su país las sigue leyendo, marcadas como retiradas y con el motivo.`,
            ["Cuáles:", ...lines].join("\n"),
          ],
      "Abrir la visión retirada",
      "No se le pide nada.",
    );
  },
};

const pointEn = ({ point }: DocumentNews) => (point === "" ? "" : ` (point ${point})`);
const pointEs = ({ point }: DocumentNews) => (point === "" ? "" : ` (punto ${point})`);
const withEn = (one: DocumentNews) =>
  one.meeting === null
    ? `with a commitment that is recorded in the portal${pointEn(one)}`
    : `with a commitment of the meeting ${meetingOfBody[one.meeting.body].en} of ${dateInWords(one.meeting.heldOn, "en")}${pointEn(one)}`;
const withEs = (one: DocumentNews) =>
  one.meeting === null
    ? `con un compromiso que consta en el portal${pointEs(one)}`
    : `con un compromiso de la reunión ${meetingOfBody[one.meeting.body].es} del ${dateInWords(one.meeting.heldOn, "es")}${pointEs(one)}`;
const sentEn = (facts: MatterNewsFacts, one: DocumentNews) =>
  `On ${onEn(facts, one.sentAt)} the Technical Secretariat sent ${sideEn(facts)} a document ${withEn(one)}.`;
const sentEs = (facts: MatterNewsFacts, one: DocumentNews) =>
  `El ${onEs(facts, one.sentAt)} la Secretaría Técnica envió a ${sideEs(facts)} un documento ${withEs(one)}.`;

const nothingAsked = { en: "Nothing is asked of you.", es: "No se le pide nada." };

const documentWithdrawn: Letters<MatterNewsFacts, Block> = {
  en: (facts) => {
    const [first, ...more] = facts.documents;
    const lines = facts.documents.map(
      (one) => `– sent on ${onEn(facts, one.sentAt)} ${withEn(one)}, withdrawn on ${onEn(facts, one.at)}:\n${one.link}`,
    );
    return english(
      facts,
      `Withdrawn: ${more.length === 0 ? "a document that was" : `${facts.documents.length} documents that were`} sent to ${sideEn(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${sentEn(facts, first)} On ${onEn(facts, first.at)} this document was withdrawn; no version of it stands in its place.`,
            "Those to whom it was sent can still read it, marked as withdrawn and with the reason.",
          ]
        : [
            `Documents that the Technical Secretariat sent ${sideEn(facts)} were withdrawn; no version of them stands in their place. Those to whom they were sent can still read them, marked as withdrawn and with the reason.`,
            ["Which ones:", ...lines].join("\n"),
          ],
      "Open the withdrawn document",
      nothingAsked.en,
    );
  },
  es: (facts) => {
    const [first, ...more] = facts.documents;
    const lines = facts.documents.map(
      (one) =>
        `– enviado el ${onEs(facts, one.sentAt)} ${withEs(one)}, retirado el ${onEs(facts, one.at)}:\n${one.link}`,
    );
    return spanish(
      facts,
      `${more.length === 0 ? "Retirado: un documento enviado" : `Retirados: ${facts.documents.length} documentos enviados`} a ${sideEs(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${sentEs(facts, first)} El ${onEs(facts, first.at)} ese documento fue retirado; ninguna versión ocupa su lugar.`,
            "Quienes lo recibieron lo pueden seguir leyendo, marcado como retirado y con el motivo.",
          ]
        : [
            `Se retiraron documentos que la Secretaría Técnica había enviado a ${sideEs(facts)}; ninguna versión ocupa su lugar. Quienes los recibieron los pueden seguir leyendo, marcados como retirados y con el motivo.`,
            ["Cuáles:", ...lines].join("\n"),
          ],
      "Abrir el documento retirado",
      nothingAsked.es,
    );
  },
};

const documentRevised: Letters<MatterNewsFacts, Block> = {
  en: (facts) => {
    const [first, ...more] = facts.documents;
    const lines = facts.documents.map(
      (one) =>
        `– sent on ${onEn(facts, one.sentAt)} ${withEn(one)}; its present version is of ${onEn(facts, one.at)}:\n${one.link}`,
    );
    return english(
      facts,
      `New version: ${more.length === 0 ? "a document that was" : `${facts.documents.length} documents that were`} sent to ${sideEn(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${sentEn(facts, first)} Its present version is another one, of ${onEn(facts, first.at)}, which takes the place of the one that was sent.`,
          ]
        : [
            `Documents that the Technical Secretariat sent ${sideEn(facts)} have another version, which takes the place of the one that was sent.`,
            ["Where the present versions are:", ...lines].join("\n"),
          ],
      "Open the present version",
      nothingAsked.en,
    );
  },
  es: (facts) => {
    const [first, ...more] = facts.documents;
    const lines = facts.documents.map(
      (one) =>
        `– enviado el ${onEs(facts, one.sentAt)} ${withEs(one)}; su versión vigente es del ${onEs(facts, one.at)}:\n${one.link}`,
    );
    return spanish(
      facts,
      `Nueva versión: ${more.length === 0 ? "un documento enviado" : `${facts.documents.length} documentos enviados`} a ${sideEs(facts)}`,
      first !== undefined && more.length === 0
        ? [
            `${sentEs(facts, first)} Su versión vigente es otra, del ${onEs(facts, first.at)}, que ocupa el lugar de la enviada.`,
          ]
        : [
            `Documentos que la Secretaría Técnica envió a ${sideEs(facts)} tienen otra versión, que ocupa el lugar de la enviada.`,
            ["Dónde están las versiones vigentes:", ...lines].join("\n"),
          ],
      "Abrir la versión vigente",
      nothingAsked.es,
    );
  },
};

export const matterNews: Readonly<Record<MatterNewsStep, Letters<MatterNewsFacts, Block>>> = {
  view_given: given,
  view_withdrawn: viewWithdrawn,
  document_withdrawn: documentWithdrawn,
  document_revised: documentRevised,
};
