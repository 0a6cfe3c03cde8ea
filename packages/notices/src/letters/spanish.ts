import { localDate, type NoticeAudience } from "@avances/domain/round";
import { dateInWords, dayInWords, type SeenDate, seenFrom, shortDate, timeInWords, weekdayInWords } from "./dates.ts";
import { type Action, type Block, block, type Letter, letter, strong, subjectOf } from "./letter.ts";
import { asked, type Companion, type Contact, informed, isComplete, type NoticeFacts } from "./notice-facts.ts";
import { type PlaceholderValues, writtenWords } from "./wording.ts";

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
/** After a verb that takes "a": "al punto focal y al punto focal suplente". */
const toRole: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "al punto focal",
  alternate: "al punto focal suplente",
  approver: "a la persona que aprueba",
  liaison_officer: "al enlace del país",
  national_focal_point: "al punto focal nacional de la Conferencia",
  presidency: "a la Presidencia Pro Témpore",
  secretariat: "a la Secretaría Técnica",
};

export const signature = "Atentamente,\nSecretaría Técnica\nConferencia Regional sobre Migración";

export const round = (facts: NoticeFacts) => `la ronda ${facts.roundYear} (datos de ${facts.referenceYear})`;
export const country = (facts: Pick<NoticeFacts, "countryCode" | "countryName">) =>
  `${articles[facts.countryCode] ?? ""}${facts.countryName.es}`;
export const date = (day: string) => dateInWords(day, "es");
export const due = ({ now, timeZone, dueOn }: NoticeFacts) => seenFrom(now, timeZone, dueOn);
export const returnDue = ({ now, timeZone, returnDueOn }: NoticeFacts) =>
  returnDueOn === null ? null : seenFrom(now, timeZone, returnDueOn);

const zone = (facts: NoticeFacts) => `hora de ${facts.capital.es}`;
/** `viernes 30 de abril de 2027 a las 23:59, hora de San José`: the last minute that counts. */
const endOf = (facts: NoticeFacts, day: string) => strong(`${weekdayInWords(day, "es")} a las 23:59, ${zone(facts)}`);
export const at = (facts: NoticeFacts, instant: Date) =>
  `el ${dayInWords(instant, facts.timeZone, "es")} a las ${timeInWords(instant, facts.timeZone)}, ${zone(facts)}`;
export const days = (count: number) => (count === 1 ? "1 día" : `${count} días`);
const left = ({ days: count }: SeenDate) => (count === 1 ? "falta 1 día" : `faltan ${count} días`);
const ago = ({ days: count }: SeenDate) => `hace ${days(count)}`;

const list = (items: readonly string[]) => new Intl.ListFormat("es", { type: "conjunction" }).format(items);

const theReport = (facts: NoticeFacts) => `informe de ${country(facts)} para ${round(facts)}`;
const extension = ({ extended }: NoticeFacts) => (extended ? "Esta fecha toma en cuenta la prórroga concedida." : null);
const takenBack = ({ withdrawn, timeZone }: NoticeFacts) => {
  if (withdrawn === null) return null;
  const on = withdrawn.at === null ? "" : ` el ${dayInWords(withdrawn.at, timeZone, "es")}`;
  return `El país retiró${on} la versión ${withdrawn.version}; no se ha enviado de nuevo.`;
};
const expectedUntil = (facts: NoticeFacts, seen: SeenDate) =>
  `Se esperaba a más tardar el ${endOf(facts, seen.date)}, ${ago(seen)}; la Secretaría Técnica aún no lo ha recibido.`;

/** To those who report: what is asked of them, first, and by when; whether the date is ahead, today or past. */
export function request(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = theReport(facts);
  const end = endOf(facts, seen.date);
  const again = facts.withdrawn === null ? "enviar" : "enviar de nuevo";
  if (!facts.obligated && facts.withdrawn === null) return sentences(invited(facts, seen), leftOf(seen));
  switch (seen.relation) {
    case "ahead":
      return sentences(
        `Le rogamos ${again} el ${report} a más tardar el ${end}.`,
        leftOf(seen),
        extension(facts),
        takenBack(facts),
      );
    case "today":
      return sentences(
        `Hoy es la fecha límite: le rogamos ${again} el ${report} a más tardar el ${end}.`,
        extension(facts),
        takenBack(facts),
      );
    case "past":
      return facts.withdrawn === null
        ? sentences(
            `Le rogamos enviar el ${report} en cuanto le sea posible, o indicar cuándo podría esperarse.`,
            expectedUntil(facts, seen),
            extension(facts),
          )
        : sentences(
            `El ${report} todavía puede enviarse de nuevo; la fecha límite era el ${date(seen.date)}.`,
            takenBack(facts),
          );
  }
}

/** For readers who are informed, and after news of a date: which report is awaited and by when. */
export function awaited(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = theReport(facts);
  const end = endOf(facts, seen.date);
  if (!facts.obligated && facts.withdrawn === null) return sentences(invited(facts, seen), leftOf(seen));
  const again = facts.withdrawn === null ? "puede enviarse" : "puede enviarse de nuevo";
  switch (seen.relation) {
    case "ahead":
      return sentences(`El ${report} ${again} hasta el ${end}.`, leftOf(seen), extension(facts), takenBack(facts));
    case "today":
      return sentences(
        `Hoy es la fecha límite del ${report}: ${again} hasta el ${end}.`,
        extension(facts),
        takenBack(facts),
      );
    case "past":
      return facts.withdrawn === null
        ? sentences(
            `El ${report} se esperaba a más tardar el ${end}, ${ago(seen)}, y la Secretaría Técnica aún no lo ha recibido.`,
            extension(facts),
          )
        : sentences(
            `El ${report} todavía puede enviarse de nuevo; la fecha límite era el ${date(seen.date)}.`,
            takenBack(facts),
          );
  }
}

/** A country that owes no report is invited, whatever day it is. */
function invited(facts: NoticeFacts, seen: SeenDate): string {
  const end = endOf(facts, seen.date);
  return seen.relation === "past"
    ? `Se invitó a ${country(facts)} a informar, de manera voluntaria, para ${round(facts)} hasta el ${end}. El informe todavía puede enviarse.`
    : sentences(
        `Se invita atentamente a ${country(facts)} a informar, de manera voluntaria, para ${round(facts)} hasta el ${end}.`,
        extension(facts),
      );
}

/** To those who report: what is asked about returned work, which may have its own date or none. */
export function clarificationsRequest(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const what = `las preguntas de la Secretaría Técnica sobre el ${theReport(facts)} y enviarlo de nuevo`;
  if (seen === null) return `Le rogamos responder a ${what}.`;
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return sentences(`Le rogamos responder a ${what} a más tardar el ${end}.`, leftOf(seen));
    case "today":
      return `Hoy es la fecha límite: le rogamos responder a ${what} a más tardar el ${end}.`;
    case "past":
      return sentences(
        `Le rogamos responder a ${what} en cuanto le sea posible, o indicar cuándo podría esperarse.`,
        `Las aclaraciones se esperaban a más tardar el ${end}, ${ago(seen)}; la Secretaría Técnica aún no las ha recibido.`,
      );
  }
}

/** The same for readers who are informed. */
export function clarificationsAwaited(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const report = theReport(facts);
  if (seen === null) return `El ${report} fue devuelto para aclaración y puede enviarse de nuevo.`;
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return sentences(
        `El ${report}, devuelto para aclaración, puede enviarse de nuevo hasta el ${end}.`,
        leftOf(seen),
      );
    case "today":
      return `Hoy es la fecha límite de las aclaraciones al ${report}: el informe puede enviarse de nuevo hasta el ${end}.`;
    case "past":
      return `Las aclaraciones al ${report} se esperaban a más tardar el ${end}, ${ago(seen)}, y la Secretaría Técnica aún no las ha recibido.`;
  }
}

const leftOf = (seen: SeenDate) => (seen.relation === "ahead" ? `${capital(left(seen))}.` : null);

/** For subjects: how far away the date is, ahead or past. */
export function dateMark(seen: SeenDate, gender: "m" | "f" = "m"): string {
  switch (seen.relation) {
    case "ahead":
      return left(seen);
    case "today":
      return "fecha límite hoy";
    case "past":
      return `aún no ${gender === "m" ? "recibido" : "recibidas"}, ${days(seen.days)} después`;
  }
}

/** The subject of a notice: the step and the days first, then whose report of which round, then the date where there is room. */
export function subject(facts: NoticeFacts, step: string, options: SubjectOptions = {}): string {
  const { what = "informe de", day = null } = options;
  return subjectOf(
    capital(step),
    `${what} ${country(facts)}, ronda ${facts.roundYear}`.trim(),
    day === null ? null : shortDate(day, localDate(facts.now, facts.timeZone), "es"),
  );
}

interface SubjectOptions {
  readonly what?: "" | "informe de" | "aclaraciones de" | "informe voluntario de" | "informe retirado de";
  /** The date to name where there is room. */
  readonly day?: string | null;
}

export const short = (facts: NoticeFacts, day: string) => shortDate(day, localDate(facts.now, facts.timeZone), "es");
/** Named in a subject only while it is ahead or today. */
export const dayToCome = (seen: SeenDate | null) => (seen === null || seen.relation === "past" ? null : seen.date);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentences = (...texts: readonly (string | null)[]) => block(...texts) ?? "";

/** How much of the working copy is answered, for readers who may know it. */
export function progress({ progress: known, withdrawn }: NoticeFacts): string | null {
  if (known === null) return null;
  const { answered, expected } = known;
  if (answered >= expected)
    // Of a report that was taken back the sentence about it says that it has not been submitted again.
    return `En el portal, los ${expected} indicadores tienen respuesta${withdrawn === null ? "; el informe aún no se ha enviado" : ""}.`;
  if (answered === 0) return "En el portal, ningún indicador tiene todavía respuesta.";
  const missing = expected - answered;
  return `En el portal, ${answered} de ${expected} indicadores ${answered === 1 ? "tiene" : "tienen"} respuesta; ${missing === 1 ? "falta 1" : `faltan ${missing}`}.`;
}

/** That a report with gaps is welcome, if it has any. */
export function partial(facts: NoticeFacts): string | null {
  return facts.progress === null || isComplete(facts)
    ? null
    : "También se recibe un informe parcial: lo que falte figurará como «no informado».";
}

export const listedAsNotReceived =
  "En la lista de la ronda que el Grupo Regional de Consulta sobre Migración lee en el portal, consta como no recibido.";
export const stillPublished = "Lo que se envíe ahora se revisa y se publica como cualquier otro informe.";
export const crossed = ({ isOnPaper }: NoticeFacts) =>
  `Si el informe ya hubiera sido enviado, le rogamos no tomar en cuenta ${isOnPaper ? "esta carta" : "este mensaje"} y aceptar nuestro agradecimiento.`;

/** Where they read in which parts answers are missing; null when all or none are. */
export function missingParts({ progress: known }: NoticeFacts): Block | null {
  if (known === null || known.answered === 0 || known.answered >= known.expected) return null;
  return { missingParts: known.expected - known.answered };
}

export const linkTo = (words: string, address: string): Action => ({ action: words, address });
/** To the report: its form opens at the first answer that is missing; when none is, the check, from where it is sent. */
export const linkToReport = (facts: NoticeFacts): Action =>
  linkTo(
    isComplete(facts)
      ? "Revisar y enviar el informe"
      : facts.progress === null
        ? "Abrir el informe"
        : "Abrir la primera respuesta que falta",
    facts.link,
  );

export const linkToQuestions = ({ link }: NoticeFacts): Action => linkTo("Abrir las preguntas en el informe", link);

/** Which reminder comes next by itself, and what happens when the report is sent. To those who report, in messages that ask them. */
function whatFollows(facts: NoticeFacts): string | null {
  if (facts.next === undefined || facts.reader !== "reporter") return null;
  const isToday = facts.next === localDate(facts.now, facts.timeZone);
  const awaitedThen =
    facts.status === "returned" ? "las aclaraciones no se han recibido" : "el informe no se ha recibido";
  return facts.next === null
    ? `${strong("Qué sigue:")} no está previsto otro recordatorio automático. Cuando el informe se envíe, usted tendrá un acuse de recibo.`
    : `${strong("Qué sigue:")} el próximo recordatorio automático sale ${isToday ? "hoy" : "el"} ${weekdayInWords(facts.next, "es")}, si para entonces ${awaitedThen}. Con el envío del informe se detienen los recordatorios, y usted tendrá un acuse de recibo.`;
}

/** Who answers questions. More time is offered only until something was submitted. */
function assistance({ contact, mayHaveMoreTime, reader, isOnPaper = false }: NoticeFacts): string {
  const more = reader === "reporter" && mayHaveMoreTime;
  if (contact === null)
    return `La Secretaría Técnica queda a su disposición para cualquier apoyo${more ? ", incluida una solicitud de más tiempo" : ""}.`;
  return sentences(reachable(contact, isOnPaper), more ? "También puede solicitar más tiempo." : null);
}

/** In mails about accounts, where there is nothing to ask. */
export const writeTo = ({ name, address, telephone }: Contact) =>
  `Puede escribir a ${name}, ${address}${telephone ? `, llamar al ${telephone}` : ""}, o responder a este mensaje.`;

const reachable = ({ name, address, telephone }: Contact, isOnPaper: boolean) =>
  `${strong("Preguntas:")} ${name}, Secretaría Técnica, ${address}${telephone ? `, teléfono ${telephone}` : ""}${isOnPaper ? "" : ", o responda a este mensaje"}.`;

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
      ? `Por falta de cuenta no se pudo informar a nadie en ${facts.unfilled.length === 1 ? "esta calidad" : "estas calidades"}: ${list(facts.unfilled.map((audience) => roleNames[audience]))}.`
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
  // Its day stands at the head of a letter.
  if (facts.isOnPaper) return "";
  return block(nthRequest(facts), `Escrito ${at(facts, facts.now)}.`) ?? "";
}

function nthRequest({ ask, timeZone, reader }: NoticeFacts): string | null {
  if (ask === null || ask.nth < 2) return null;
  const first = ask.firstAt === null ? "" : `; el primero se envió el ${dayInWords(ask.firstAt, timeZone, "es")}`;
  return reader === "reporter"
    ? `Este es el mensaje n.º ${ask.nth} con una solicitud sobre esta ronda${first}.`
    : `Con el de hoy, son ${ask.nth} los mensajes con una solicitud sobre esta ronda que se han dirigido al país${first}.`;
}

/** What placeholders become, of the date that counts at the time: the due date, or that of returned work. */
function valuesOf(facts: NoticeFacts): PlaceholderValues<"report"> {
  const isReturned = facts.status === "returned";
  const seen = isReturned ? returnDue(facts) : due(facts);
  return {
    country: country(facts),
    round: String(facts.roundYear),
    data_year: String(facts.referenceYear),
    date: seen === null ? null : date(seen.date),
    standing: seen === null ? null : dateMark(seen, isReturned ? "f" : "m"),
    days: seen === null ? null : days(seen.days),
    number: number(facts),
    inSubject: { date: seen === null ? null : short(facts, seen.date) },
  };
}

/** Of a reminder by hand: which request of the round it is, from the second on. */
export const number = ({ ask }: NoticeFacts) =>
  ask !== null && ask.nth > 1 ? `solicitud n.º ${ask.nth}` : "recordatorio";

const written = (facts: NoticeFacts) => writtenWords(facts, valuesOf);

/** What stands before what is asked: the words that the secretariat wrote, else the built-in ones. */
export const opening = (facts: NoticeFacts, builtIn: string | null = null) =>
  (written(facts) ?? { opening: builtIn }).opening;
/** The same for what stands after it. */
export const closing = (facts: NoticeFacts, builtIn: string | null = null) =>
  (written(facts) ?? { closing: builtIn }).closing;

/** The salutation: institutions by their title, people as they wish to be greeted, else by their name. */
export function salutation(facts: Pick<NoticeFacts, "reader" | "readerName" | "readerSalutation">): string {
  if (facts.reader === "secretariat") return "Estimada Secretaría Técnica:";
  if (facts.reader === "presidency") return "Estimada Presidencia Pro Témpore:";
  if (facts.readerSalutation) return `${facts.readerSalutation}:`;
  return `Reciba un atento saludo, ${facts.readerName}.`;
}

/** A complete notice with these blocks: what is asked comes first, then who answers questions and what follows, and small print at the end. */
export function notice(facts: NoticeFacts, subject: string, ...blocks: readonly (Block | null)[]): Letter<Block> {
  // Who is informed reads above all who was asked, and who could not be told.
  const isAsked = facts.reader === "reporter" || facts.reader === "signer";
  return letter<Block>(
    written(facts)?.subject ?? subject,
    salutation(facts),
    facts.ownText,
    ...blocks,
    isAsked ? null : alsoWrittenTo(facts),
    whatFollows(facts),
    facts.reader === "secretariat" ? null : assistance(facts),
    signature,
    { small: block(isAsked ? alsoWrittenTo(facts) : null, footer(facts)) ?? "" },
  );
}

/** How the person of a section gets another link: until the section ends or is taken back, and not afterwards. */
export const freshLink = "mientras su parte esté abierta, la página del enlace le envía uno nuevo cuando lo pida";
