import type { NoticeAudience } from "@avances/domain/round";
import { dateInWords, dayInWords, type SeenDate, seenFrom, timeInWords, weekdayInWords } from "./dates.ts";
import { block, type Letter, letter } from "./letter.ts";
import { asked, type Companion, type Contact, informed, type NoticeFacts } from "./notice-facts.ts";

/** Sentences that Spanish letters share. People are greeted by name, without a form that would need their gender. */

const articles: Readonly<Record<string, string>> = { DOM: "la ", USA: "los " };
const roleNames: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "punto focal",
  alternate: "suplente",
  approver: "persona que aprueba",
  liaison_officer: "enlace",
  national_focal_point: "punto focal nacional de la Conferencia",
  presidency: "Presidencia Pro Témpore",
  secretariat: "Secretaría Técnica",
};
/** After a verb that takes "a": "al punto focal y a su suplente". */
const toRole: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "al punto focal",
  alternate: "a su suplente",
  approver: "a la persona que aprueba",
  liaison_officer: "a su enlace",
  national_focal_point: "al punto focal nacional de la Conferencia",
  presidency: "a la Presidencia Pro Témpore",
  secretariat: "a la Secretaría Técnica",
};

export const signature = "Secretaría Técnica\nConferencia Regional sobre Migración";

const heading = (facts: NoticeFacts) => `Ronda ${facts.roundYear}, datos de ${facts.referenceYear}`;
export const round = (facts: NoticeFacts) =>
  `la ronda de informes ${facts.roundYear} (datos de ${facts.referenceYear})`;
export const country = (facts: Pick<NoticeFacts, "countryCode" | "countryName">) =>
  `${articles[facts.countryCode] ?? ""}${facts.countryName.es}`;
export const date = (day: string) => dateInWords(day, "es");
export const due = ({ now, timeZone, dueOn }: NoticeFacts) => seenFrom(now, timeZone, dueOn);
export const returnDue = ({ now, timeZone, returnDueOn }: NoticeFacts) =>
  returnDueOn === null ? null : seenFrom(now, timeZone, returnDueOn);

const zone = (facts: NoticeFacts) => `hora de ${facts.capital.es}`;
const endOf = (facts: NoticeFacts, day: string) => `las 23:59 del ${weekdayInWords(day, "es")}, ${zone(facts)}`;
export const at = (facts: NoticeFacts, instant: Date) =>
  `el ${dayInWords(instant, facts.timeZone, "es")} a las ${timeInWords(instant, facts.timeZone)}, ${zone(facts)}`;
const days = (count: number) => (count === 1 ? "1 día" : `${count} días`);
const left = ({ days: count }: SeenDate) => (count === 1 ? "falta 1 día" : `faltan ${count} días`);
const ago = ({ days: count }: SeenDate) => `hace ${days(count)}`;

const list = (items: readonly string[]) => new Intl.ListFormat("es", { type: "conjunction" }).format(items);

/** Which report is awaited and by when, whether the date is ahead, today or past. */
export function awaited(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = `informe de ${country(facts)} para ${round(facts)}`;
  const end = endOf(facts, seen.date);
  const extended = facts.extended ? "Esta fecha toma en cuenta la prórroga concedida." : null;
  if (facts.withdrawn !== null) {
    const on = facts.withdrawn.at === null ? "" : ` el ${dayInWords(facts.withdrawn.at, facts.timeZone, "es")}`;
    const takenBack = `El país retiró${on} la versión ${facts.withdrawn.version} del ${report}; no se ha enviado de nuevo.`;
    switch (seen.relation) {
      case "ahead":
        return sentences(takenBack, `Puede enviarse de nuevo hasta ${end}.`, extended);
      case "today":
        return sentences(takenBack, `Hoy es la fecha límite: puede enviarse de nuevo hasta ${end}.`, extended);
      case "past":
        return sentences(takenBack, `La fecha límite era el ${date(seen.date)}; todavía puede enviarse de nuevo.`);
    }
  }
  if (!facts.obligated) {
    return seen.relation === "past"
      ? `Se invitó a ${country(facts)} a informar, de manera voluntaria, para ${round(facts)} hasta ${end}. El informe todavía puede enviarse.`
      : sentences(
          `Se invita atentamente a ${country(facts)} a informar, de manera voluntaria, para ${round(facts)} hasta ${end}.`,
          extended,
        );
  }
  switch (seen.relation) {
    case "ahead":
      return sentences(`El ${report} puede enviarse hasta ${end}.`, extended);
    case "today":
      return sentences(`Hoy es la fecha límite del ${report}: puede enviarse hasta ${end}.`, extended);
    case "past":
      return sentences(
        `El ${report} se esperaba a más tardar a ${end}, ${ago(seen)}, y la Secretaría Técnica aún no lo ha recibido.`,
        extended,
      );
  }
}

/** The same for returned work, which may have its own date or none. */
export function clarificationsAwaited(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const report = `informe de ${country(facts)} para ${round(facts)}`;
  if (seen === null) return `El ${report} fue devuelto para aclaración y puede enviarse de nuevo.`;
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return `El ${report}, devuelto para aclaración, puede enviarse de nuevo hasta ${end}.`;
    case "today":
      return `Hoy es la fecha límite de las aclaraciones al ${report}: puede enviarse de nuevo hasta ${end}.`;
    case "past":
      return `Las aclaraciones al ${report} se esperaban a más tardar a ${end}, ${ago(seen)}, y la Secretaría Técnica aún no las ha recibido.`;
  }
}

/** How the report stands in relation to its date: the days that remain, or that it may still be sent. */
export function standing(facts: NoticeFacts): string {
  const seen = due(facts);
  return sentences(
    awaited(facts),
    seen.relation === "ahead" ? `${capital(left(seen))}.` : null,
    seen.relation === "past" && facts.obligated && facts.withdrawn === null ? stillOpen : null,
  );
}

/** The same for the clarifications. */
export function clarificationsStanding(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  return sentences(
    clarificationsAwaited(facts),
    seen?.relation === "ahead" ? `${capital(left(seen))}.` : null,
    seen?.relation === "past" ? stillOpen : null,
    questionsInPortal,
  );
}

/** For subjects: how far away the date is, ahead or past. */
export function dateMark(seen: SeenDate, gender: "m" | "f" = "m"): string {
  switch (seen.relation) {
    case "ahead":
      return `${left(seen)} (${date(seen.date)})`;
    case "today":
      return `fecha límite hoy (${date(seen.date)})`;
    case "past":
      return `aún no ${gender === "m" ? "recibido" : "recibidas"}, ${days(seen.days)} después de la fecha límite`;
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentences = (...texts: readonly (string | null)[]) => block(...texts) ?? "";

/** How much of the working copy is answered, for readers who may know it; and, if something is missing, that a partial report is allowed. */
export function progress({ progress: known, withdrawn }: NoticeFacts): string | null {
  if (known === null) return null;
  const { answered, expected } = known;
  if (answered >= expected)
    return `En el portal, los ${expected} indicadores tienen respuesta; el informe ${withdrawn === null ? "aún no se ha enviado" : "no se ha enviado de nuevo"}.`;
  const missing = expected - answered;
  return block(
    answered === 0
      ? "En el portal, ningún indicador tiene todavía respuesta."
      : `En el portal, ${answered} de ${expected} indicadores ${answered === 1 ? "tiene" : "tienen"} respuesta; ${missing === 1 ? "falta 1" : `faltan ${missing}`}.`,
    "También se recibe un informe parcial: lo que falte figurará como «no informado».",
  );
}

const stillOpen = "El portal sigue abierto y el informe todavía puede enviarse.";
export const wouldBeGrateful =
  "La Secretaría Técnica agradecería recibirlo en cuanto le sea posible, o conocer la fecha en que podría esperarlo.";
const questionsInPortal = "Las preguntas están en el portal, en el informe.";
export const listedAsNotReceived =
  "En la lista de la ronda que el Grupo Regional de Consulta sobre Migración lee en el portal, consta como no recibido.";
export const crossed =
  "Si el informe ya hubiera sido enviado, le rogamos no tomar en cuenta este mensaje y aceptar nuestro agradecimiento.";

export const linkTo = (words: string, link: string) => `${words}:\n${link}`;

/** Who answers questions. More time is offered only until something was submitted. */
function assistance({ contact, mayHaveMoreTime, reader }: NoticeFacts): string | null {
  const mayAsk = reader === "reporter" && mayHaveMoreTime;
  return block(
    `La Secretaría Técnica queda a su disposición para cualquier apoyo${mayAsk ? ", incluida una solicitud de más tiempo" : ""}.`,
    contact === null ? null : reachable(contact),
  );
}

export const reachable = ({ name, address }: Contact) =>
  `Puede escribir a ${name}, ${address}, o responder a este mensaje.`;

/** The other readers of the batch. For the Presidency, people of a country appear by their capacity, without a name. */
function alsoWrittenTo(facts: NoticeFacts): string | null {
  const people = asked(facts.companions);
  const copies = informed(facts.companions);
  const toPeople = list(toEach(facts, people));
  return block(
    people.length === 0
      ? null
      : facts.reader === "reporter"
        ? `Este mensaje también se dirige ${toPeople}.`
        : `Se dirige una atenta solicitud ${toPeople}.`,
    copies.length === 0 ? null : `También se informa ${list(toEach(facts, copies))}.`,
    facts.reader !== "reporter" && facts.reader !== "signer" && people.length === 0
      ? `No hay en ${country(facts)} ninguna persona que informe y a la que el portal pueda escribir.`
      : null,
    facts.reader === "secretariat" && facts.unfilled.length > 0
      ? `Por falta de cuenta no se pudo informar a nadie en estas calidades: ${list(facts.unfilled.map((audience) => roleNames[audience]))}.`
      : null,
  );
}

function toEach({ reader }: NoticeFacts, companions: readonly Companion[]): readonly string[] {
  const words = companions.map(({ audience, name }) => {
    const isInstitution = audience === "presidency" || audience === "secretariat";
    if (reader !== "secretariat" && (isInstitution || reader === "presidency")) return toRole[audience];
    return `a ${name} (${roleNames[audience]})`;
  });
  return [...new Set(words)];
}

/** Which request of this round this is, and when the letter was written: its statements are true at that time. */
function footer(facts: NoticeFacts): string {
  return block(nthRequest(facts), `Escrito ${at(facts, facts.now)}.`) ?? "";
}

function nthRequest({ ask, timeZone, reader }: NoticeFacts): string | null {
  if (ask === null || ask.nth < 2) return null;
  const first = ask.firstAt === null ? "" : `; el primero se envió el ${dayInWords(ask.firstAt, timeZone, "es")}`;
  return reader === "reporter"
    ? `Este es el mensaje n.º ${ask.nth} con una solicitud sobre esta ronda${first}.`
    : `Con el de hoy, son ${ask.nth} los mensajes con una solicitud sobre esta ronda que se han dirigido al país${first}.`;
}

/** The salutation: institutions by their title, people by their name. */
export function salutation(facts: Pick<NoticeFacts, "reader" | "readerName">): string {
  if (facts.reader === "secretariat") return "Estimada Secretaría Técnica:";
  if (facts.reader === "presidency") return "Estimada Presidencia Pro Témpore:";
  return `Reciba un atento saludo, ${facts.readerName}.`;
}

/** A complete notice with these blocks. */
export function notice(facts: NoticeFacts, subject: string, ...blocks: readonly (string | null)[]): Letter {
  return letter(
    `${heading(facts)}: ${subject}`,
    salutation(facts),
    facts.ownText,
    ...blocks,
    alsoWrittenTo(facts),
    facts.reader === "secretariat" ? null : assistance(facts),
    signature,
    footer(facts),
  );
}
