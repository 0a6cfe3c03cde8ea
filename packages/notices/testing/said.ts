import { rolesFor, scopeOf } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import {
  audienceFacts,
  type CalendarDate,
  daysBetween,
  endsRound,
  isEventOf,
  localDate,
  type NoticeAudience,
  type NoticeState,
  noticeCalendar,
  questionReminderDays,
  stillDue,
} from "@avances/domain/round";
import {
  isEditable,
  judgeTransition,
  signatureStanding,
  submissionStatuses,
  transitionNames,
} from "@avances/domain/submission";
import type { NoticeToWrite } from "../src/calendar/message.ts";
import type { Addressee } from "../src/calendar/recipients.ts";

/** The facts under which one message was written. */
export interface World {
  readonly item: NoticeToWrite;
  readonly reader: Addressee;
  readonly now: Date;
}

/** Something that a notice may say, whether it is true in this world, and whether it must then be said. */
export interface Saying {
  readonly text: string;
  readonly holds: boolean;
  readonly required?: boolean;
}

const months = {
  en: "January February March April May June July August September October November December".split(" "),
  es: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
};
const weekdays = {
  en: "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" "),
  es: "domingo lunes martes miércoles jueves viernes sábado".split(" "),
};
const roleNames: Readonly<Record<Language, Readonly<Record<NoticeAudience, string>>>> = {
  en: {
    focal_point: "focal point",
    alternate: "alternate",
    approver: "approver",
    liaison_officer: "liaison officer",
    national_focal_point: "national focal point of the Conference",
    presidency: "Presidency Pro Tempore",
    secretariat: "Technical Secretariat",
  },
  es: {
    focal_point: "punto focal",
    alternate: "suplente",
    approver: "persona que aprueba",
    liaison_officer: "enlace",
    national_focal_point: "punto focal nacional de la Conferencia",
    presidency: "Presidencia Pro Témpore",
    secretariat: "Secretaría Técnica",
  },
};
const toRole: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "al punto focal",
  alternate: "a su suplente",
  approver: "a la persona que aprueba",
  liaison_officer: "a su enlace",
  national_focal_point: "al punto focal nacional de la Conferencia",
  presidency: "a la Presidencia Pro Témpore",
  secretariat: "a la Secretaría Técnica",
};

export function dateWords(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const name = months[language][month - 1];
  return { en: `${day} ${name} ${year}`, es: `${day} de ${name} de ${year}` }[language];
}

function weekdayWords(date: CalendarDate, language: Language): string {
  const name = weekdays[language][new Date(`${date}T00:00:00Z`).getUTCDay()];
  return { en: `${name}, ${dateWords(date, "en")}`, es: `${name} ${dateWords(date, "es")}` }[language];
}

export const dayWords = (count: number, language: Language) =>
  ({ en: count === 1 ? "1 day" : `${count} days`, es: count === 1 ? "1 día" : `${count} días` })[language];

export function countryWords({ countryName, country }: NoticeToWrite["state"], language: Language): string {
  const articles = { DOM: { en: "the ", es: "la " }, USA: { en: "the ", es: "los " } } as const;
  return `${country in articles ? articles[country as "DOM"][language] : ""}${countryName[language]}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  clocks.set(timeZone, clock);
  return clock;
}

const joined = (items: readonly string[], and: string) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${and} ${items.at(-1)}`;

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The first day after five full working days. */
function afterFiveWorkingDays(from: CalendarDate): CalendarDate {
  let day = Date.parse(`${from}T00:00:00Z`);
  for (let left = 5; left > 0; ) {
    day += 86_400_000;
    if (![0, 6].includes(new Date(day).getUTCDay())) left -= 1;
  }
  day += 86_400_000;
  return new Date(day).toISOString().slice(0, 10);
}

/** Would no step about the due date be sent to a country in this state? */
function isNeverReminded(state: Omit<NoticeState, "handled" | "daysOff">): boolean {
  const writtenAt = new Date(`${state.dueOn}T15:00:00Z`);
  return noticeCalendar
    .filter(({ anchor }) => anchor !== "return_due")
    .every(({ step, anchor }) => {
      const anchorDate = anchor === "opening" ? state.opensOn : state.dueOn;
      return !stillDue({ step, anchorDate, writtenAt }, { ...state, submittedAt: state.firstSubmittedAt }, writtenAt)
        .due;
    });
}

/** Everything that may be said to this reader, in one language. If one sentence begins like another, the longer comes first. */
export function sayingsOf(world: World): readonly Saying[] {
  const { item, reader, now } = world;
  const { state, step, ledger, people, event, contact } = item;
  const language = reader.language;
  const say = (en: string, es: string, holds: boolean, required = false): Saying => ({
    text: { en, es }[language].replaceAll(/\.\.(?=$|\s)/g, "."),
    holds,
    required: required && holds,
  });
  const country = countryWords(state, language);
  const capital = state.capital[language];
  const zone = { en: `${capital} time`, es: `hora de ${capital}` }[language];
  const date = (day: CalendarDate) => dateWords(day, language);
  const wall = (instant: Date) => clockOf(state.timeZone).format(instant);
  const at = (instant: Date) =>
    ({
      en: `on ${date(localDate(instant, state.timeZone))} at ${wall(instant)}, ${zone}`,
      es: `el ${date(localDate(instant, state.timeZone))} a las ${wall(instant)}, ${zone}`,
    })[language];
  const end = (day: CalendarDate) =>
    ({ en: `23:59 on ${weekdayWords(day, "en")}, ${zone}`, es: `las 23:59 del ${weekdayWords(day, "es")}, ${zone}` })[
      language
    ];
  const today = localDate(now, state.timeZone);
  const daysTo = (day: CalendarDate) => daysBetween(today, day);
  const round = {
    en: `the ${state.roundYear} reporting round (data for ${state.referenceYear})`,
    es: `la ronda de informes ${state.roundYear} (datos de ${state.referenceYear})`,
  }[language];

  const isReporter = audienceFacts[reader.audience].reports;
  const isReturned = state.status === "returned";
  const isPrepared = state.status === "not_started" || state.status === "draft";
  const isAwaited = step !== "round_cancelled" && isPrepared && !state.exempt;
  const isUnsent = isAwaited && state.firstSubmittedAt === null;
  const isTakenBack = isAwaited && state.firstSubmittedAt !== null;
  const { version: takenBack, at: takenBackAt } = state.withdrawn ?? { version: 0, at: null };
  const takenBackOn = takenBackAt === null ? null : date(localDate(takenBackAt, state.timeZone));
  const isOpen = isEditable(state.status);
  const due = daysTo(state.dueOn);
  const back = state.returnDueOn === null ? null : daysTo(state.returnDueOn);
  const backOn = state.returnDueOn ?? state.dueOn;
  const spoken = isReturned ? back : due;
  const { answered, expected } = state.progress;

  const others = people.filter((person) => person.id !== reader.id);
  const named = (ones: readonly Addressee[]) => {
    const hidesNames = reader.audience === "presidency";
    const words = ones.map(({ audience, displayName }) => {
      const isInstitution = audience === "secretariat" || audience === "presidency";
      if (reader.audience !== "secretariat" && (hidesNames || isInstitution))
        return { en: `the ${roleNames.en[audience]}`, es: toRole[audience] }[language];
      return `${{ en: "", es: "a " }[language]}${displayName} (${roleNames[language][audience]})`;
    });
    return joined([...new Set(words)], { en: "and", es: "y" }[language]);
  };
  const asked = others.filter(({ audience }) => audienceFacts[audience].reports);
  const told = others.filter(({ audience }) => !audienceFacts[audience].reports);
  const unfilled = item.audience.filter((audience) => !people.some((person) => person.audience === audience));
  const nth = ledger.asks + 1;
  const first = ledger.firstAskAt === null ? null : date(localDate(ledger.firstAskAt, state.timeZone));
  const isCounted = ledger.asks > 0 && ledger.asksUnderWay === 0 && first !== null && (isReporter || asked.length > 0);

  const report = { en: `report of ${country} for ${round}`, es: `informe de ${country} para ${round}` }[language];
  const moment = (zone: string) => {
    const instant = event?.at ?? now;
    return `${date(localDate(instant, zone))}, ${clockOf(zone).format(instant)}`;
  };
  const { number, contentHash, byName, signedByName } = event?.receipt ?? {};
  /** What a receipt proves, line by line: each must be said, and nothing of a signature where there is none. */
  const proof: readonly (readonly [string, string])[] =
    event?.receipt === undefined
      ? []
      : [
          [`Receipt number: ${number}`, `Número de constancia: ${number}`],
          [
            `Received, time in ${state.capital.en}: ${moment(state.timeZone)}`,
            `Recibido, hora de ${state.capital.es}: ${moment(state.timeZone)}`,
          ],
          [`Received, universal time (UTC): ${moment("UTC")}`, `Recibido, hora universal (UTC): ${moment("UTC")}`],
          [`Submitted by: ${byName}`, `Enviado por: ${byName}`],
          ...(signedByName === null ? [] : [[`Signed by: ${signedByName}`, `Firmado por: ${signedByName}`] as const]),
          [`Fingerprint of the content (SHA-256): ${contentHash}`, `Huella del contenido (SHA-256): ${contentHash}`],
        ];
  return [
    // To whom it is addressed, and who signs it
    ...(reader.audience === "secretariat"
      ? [say("Dear Technical Secretariat:", "Estimada Secretaría Técnica:", true, true)]
      : reader.audience === "presidency"
        ? [say("Dear Presidency Pro Tempore:", "Estimada Presidencia Pro Témpore:", true, true)]
        : [say(`Dear ${reader.displayName}:`, `Reciba un atento saludo, ${reader.displayName}.`, true, true)]),
    say(
      "Technical Secretariat\nRegional Conference on Migration",
      "Secretaría Técnica\nConferencia Regional sobre Migración",
      true,
      true,
    ),
    say(item.ownText?.en ?? "–", item.ownText?.es ?? "–", true, true),
    say(`Written ${at(now)}.`, `Escrito ${at(now)}.`, true, true),

    // Dates: each sentence is true only before, on or after its date
    say(
      `The ${report} may be submitted until ${end(state.dueOn)}.`,
      `El ${report} puede enviarse hasta ${end(state.dueOn)}.`,
      isUnsent && state.obligated && due > 0,
    ),
    say(
      `Today is the due date of the ${report}: it may be submitted until ${end(state.dueOn)}.`,
      `Hoy es la fecha límite del ${report}: puede enviarse hasta ${end(state.dueOn)}.`,
      isUnsent && state.obligated && due === 0,
    ),
    say(
      `The ${report} was expected by ${end(state.dueOn)}, ${dayWords(-due, "en")} ago, and the Technical Secretariat has not received it yet.`,
      `El ${report} se esperaba a más tardar a ${end(state.dueOn)}, hace ${dayWords(-due, "es")}, y la Secretaría Técnica aún no lo ha recibido.`,
      isUnsent && state.obligated && due < 0,
    ),
    say(
      `${upper(country)} is kindly invited to report, on a voluntary basis, for ${round} until ${end(state.dueOn)}.`,
      `Se invita atentamente a ${country} a informar, de manera voluntaria, para ${round} hasta ${end(state.dueOn)}.`,
      isUnsent && !state.obligated && due >= 0,
    ),
    say(
      `${upper(country)} was invited to report, on a voluntary basis, for ${round} until ${end(state.dueOn)}. The report may still be submitted.`,
      `Se invitó a ${country} a informar, de manera voluntaria, para ${round} hasta ${end(state.dueOn)}. El informe todavía puede enviarse.`,
      isUnsent && !state.obligated && due < 0 && isOpen,
    ),
    // A report that was received and withdrawn is never called unsent or not received.
    say(
      `Version ${takenBack} of the ${report} was taken back by the country${takenBackOn === null ? "" : ` on ${takenBackOn}`}; it has not been submitted again.`,
      `El país retiró${takenBackOn === null ? "" : ` el ${takenBackOn}`} la versión ${takenBack} del ${report}; no se ha enviado de nuevo.`,
      isTakenBack && takenBack > 0,
    ),
    say(
      `It may be submitted again until ${end(state.dueOn)}.`,
      `Puede enviarse de nuevo hasta ${end(state.dueOn)}.`,
      isTakenBack && due > 0,
    ),
    say(
      `Today is the due date: it may be submitted again until ${end(state.dueOn)}.`,
      `Hoy es la fecha límite: puede enviarse de nuevo hasta ${end(state.dueOn)}.`,
      isTakenBack && due === 0,
    ),
    say(
      `The due date was ${date(state.dueOn)}; it may still be submitted again.`,
      `La fecha límite era el ${date(state.dueOn)}; todavía puede enviarse de nuevo.`,
      isTakenBack && isOpen && due < 0,
    ),
    say(
      `The ${report} was returned for clarification and may be submitted again.`,
      `El ${report} fue devuelto para aclaración y puede enviarse de nuevo.`,
      isReturned && back === null,
    ),
    say(
      `The ${report}, returned for clarification, may be submitted again until ${end(backOn)}.`,
      `El ${report}, devuelto para aclaración, puede enviarse de nuevo hasta ${end(backOn)}.`,
      isReturned && back !== null && back > 0,
    ),
    say(
      `Today is the due date of the clarifications to the ${report}: it may be submitted again until ${end(backOn)}.`,
      `Hoy es la fecha límite de las aclaraciones al ${report}: puede enviarse de nuevo hasta ${end(backOn)}.`,
      isReturned && back === 0,
    ),
    say(
      `The clarifications to the ${report} were expected by ${end(backOn)}, ${dayWords(-(back ?? 0), "en")} ago, and the Technical Secretariat has not received them yet.`,
      `Las aclaraciones al ${report} se esperaban a más tardar a ${end(backOn)}, hace ${dayWords(-(back ?? 0), "es")}, y la Secretaría Técnica aún no las ha recibido.`,
      isReturned && back !== null && back < 0,
    ),
    say(
      spoken === 1 ? "1 day remains." : `${spoken} days remain.`,
      spoken === 1 ? "Falta 1 día." : `Faltan ${spoken} días.`,
      (isAwaited || isReturned) && spoken !== null && spoken > 0,
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
      `The Technical Secretariat has set ${date(backOn)} as the due date of the clarifications of ${country}.`,
      `La Secretaría Técnica ha fijado el ${date(backOn)} como fecha límite de las aclaraciones de ${country}.`,
      isReturned && step === "return_date",
      step === "return_date",
    ),
    say(
      `The Technical Secretariat has recorded that ${country} is no longer exempt from reporting for this round.`,
      `La Secretaría Técnica ha registrado que la exención de ${country} en esta ronda ya no rige.`,
      step === "expected_again" && isAwaited,
    ),
    ...["is open", `has been open since ${date(state.opensOn)}`].map((open, index) =>
      say(
        `The Technical Secretariat has the honour to invite ${country} to take part in ${round} on the implementation of the Palermo Protocols, which ${open}.`,
        `La Secretaría Técnica tiene el honor de invitar a ${country} a participar en ${round} sobre la aplicación de los Protocolos de Palermo, que se encuentra abierta${index === 0 ? "" : ` desde el ${date(state.opensOn)}`}.`,
        step === "opening" && (index === 0 ? daysTo(state.opensOn) === 0 : daysTo(state.opensOn) < 0),
      ),
    ),

    // Who else is written to
    say(
      `This message also goes to ${named(asked)}.`,
      `Este mensaje también se dirige ${named(asked)}.`,
      isReporter && asked.length > 0,
      true,
    ),
    say(
      `A courteous request goes to ${named(asked)}.`,
      `Se dirige una atenta solicitud ${named(asked)}.`,
      !isReporter && asked.length > 0,
      true,
    ),
    say(`Informed as well: ${named(told)}.`, `También se informa ${named(told)}.`, told.length > 0, true),
    say(
      `There is nobody in ${country} who reports and to whom the portal could write.`,
      `No hay en ${country} ninguna persona que informe y a la que el portal pueda escribir.`,
      !isReporter && reader.audience !== "approver" && asked.length === 0,
      true,
    ),
    say(
      `Nobody could be informed in these capacities, for want of an account: ${joined(
        unfilled.map((one) => roleNames.en[one]),
        "and",
      )}.`,
      `Por falta de cuenta no se pudo informar a nadie en estas calidades: ${joined(
        unfilled.map((one) => roleNames.es[one]),
        "y",
      )}.`,
      reader.audience === "secretariat" && unfilled.length > 0,
      true,
    ),
    say(
      `This is message no. ${nth} with a request concerning this round; the first was sent on ${first}.`,
      `Este es el mensaje n.º ${nth} con una solicitud sobre esta ronda; el primero se envió el ${first}.`,
      isReporter && isCounted,
    ),
    say(
      `With today's, ${nth} messages with a request concerning this round have gone to the country; the first was sent on ${first}.`,
      `Con el de hoy, son ${nth} los mensajes con una solicitud sobre esta ronda que se han dirigido al país; el primero se envió el ${first}.`,
      !isReporter && isCounted,
    ),
    say(
      `The Technical Secretariat remains at your disposal for any assistance.`,
      `La Secretaría Técnica queda a su disposición para cualquier apoyo.`,
      true,
    ),
    say(
      `Please write to ${contact?.name}, ${contact?.address}, or reply to this message.`,
      `Puede escribir a ${contact?.name}, ${contact?.address}, o responder a este mensaje.`,
      contact !== null && reader.audience !== "secretariat",
      true,
    ),

    // What may follow: the closed list of what the product can do, each with the rule that allows it
    say(
      `The Technical Secretariat remains at your disposal for any assistance, including a request for more time.`,
      `La Secretaría Técnica queda a su disposición para cualquier apoyo, incluida una solicitud de más tiempo.`,
      isAwaited && state.firstSubmittedAt === null && scopeOf("secretariat", "submission.extend") !== null,
    ),
    say(
      "A partial report is welcome as well: what is missing will be shown as “not reported”.",
      "También se recibe un informe parcial: lo que falte figurará como «no informado».",
      isReporter && isAwaited && answered < expected && judgeTransition("submit", "draft", "country").allowed,
    ),
    say(
      "The portal remains open and the report may still be submitted.",
      "El portal sigue abierto y el informe todavía puede enviarse.",
      isOpen && spoken !== null && spoken < 0,
    ),
    say(
      "The Technical Secretariat would be grateful to receive it at your earliest convenience, or to learn when it may be expected.",
      "La Secretaría Técnica agradecería recibirlo en cuanto le sea posible, o conocer la fecha en que podría esperarlo.",
      isReporter && isUnsent && state.obligated && due < 0,
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
      step === "closing_45",
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
    say(
      "The questions stand in the portal, in the report.",
      "Las preguntas están en el portal, en el informe.",
      isReturned && scopeOf(reader.role, "review-comment.read") !== null,
    ),
    say(
      `The Technical Secretariat thanks ${country} for its report, and respectfully asks for some clarifications.`,
      `La Secretaría Técnica agradece a ${country} su informe y solicita atentamente algunas aclaraciones.`,
      isReturned,
    ),
    say(
      "Where an answer of the last accepted report can still hold, the portal proposes it, to be confirmed or changed.",
      "Cuando una respuesta del último informe aceptado puede seguir vigente, el portal la propone para confirmarla o cambiarla.",
      step === "opening",
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
      "In the portal, no indicator has an answer yet.",
      "En el portal, ningún indicador tiene todavía respuesta.",
      isReporter && answered === 0,
    ),
    say(
      `In the portal, all ${expected} indicators have an answer; the report has not been submitted yet.`,
      `En el portal, los ${expected} indicadores tienen respuesta; el informe aún no se ha enviado.`,
      isReporter && isUnsent && answered === expected,
    ),
    say(
      `In the portal, all ${expected} indicators have an answer; the report has not been submitted again.`,
      `En el portal, los ${expected} indicadores tienen respuesta; el informe no se ha enviado de nuevo.`,
      isReporter && isTakenBack && answered === expected,
    ),
    say(
      `In the portal, ${answered} of ${expected} indicators ${answered === 1 ? "has" : "have"} an answer; ${expected - answered} ${expected - answered === 1 ? "is" : "are"} missing.`,
      `En el portal, ${answered} de ${expected} indicadores ${answered === 1 ? "tiene" : "tienen"} respuesta; ${expected - answered === 1 ? "falta 1" : `faltan ${expected - answered}`}.`,
      isReporter && isAwaited && answered > 0 && answered < expected,
    ),
    say(
      `The Technical Secretariat has recorded that ${country} need not report for ${round}.`,
      `La Secretaría Técnica ha registrado que ${country} no tiene que informar para ${round}.`,
      state.exempt,
    ),
    say(
      "No further reminder of the due date of this round is sent to your country.",
      "No se envían a su país más recordatorios de la fecha límite de esta ronda.",
      // Nor when it starts voluntarily, sends its report or withdraws it: the planner is asked.
      submissionStatuses.every((status) => isNeverReminded({ ...state, status, firstSubmittedAt: null })) &&
        submissionStatuses.every((status) => isNeverReminded({ ...state, status, firstSubmittedAt: now })),
    ),
    say(
      "Should it wish to report nevertheless, the report stays open in the portal.",
      "Si aun así desea informar, el informe permanece abierto en el portal.",
      judgeTransition("start", "exempt", "country").allowed && isOpen && state.exempt,
    ),
    say(
      `The Technical Secretariat has withdrawn ${round}.`,
      `La Secretaría Técnica ha retirado ${round}.`,
      step === "round_cancelled" && endsRound(step),
      step === "round_cancelled",
    ),
    say(
      `Nothing is asked of ${country} in it; please disregard earlier messages about it.`,
      `No se solicita nada a ${country} en ella; le rogamos no tomar en cuenta los mensajes anteriores al respecto.`,
      step === "round_cancelled",
    ),
    say(
      `The Technical Secretariat acknowledges, with thanks, receipt of the ${report}, submitted ${at(event?.at ?? now)} (version ${event?.version}).`,
      `La Secretaría Técnica acusa recibo, con su agradecimiento, del ${report}, enviado ${at(event?.at ?? now)} (versión ${event?.version}).`,
      step === "submitted" && event !== undefined,
    ),
    ...proof.map(([en, es]) => say(en, es, step === "submitted", true)),
    say(
      `${event?.byName} asked ${at(event?.at ?? now)} for the signature of the ${report}.`,
      `${event?.byName} solicitó ${at(event?.at ?? now)} la firma del ${report}.`,
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
      isOpen && scopeOf(reader.role, "submission.sign") === "own",
    ),
    say(
      `The Technical Secretariat wrote a question or remark about the ${report} ${at(event?.at ?? now)}, and nobody of ${country} has had it on the screen in the portal yet.`,
      `La Secretaría Técnica escribió una pregunta o un comentario sobre el ${report} ${at(event?.at ?? now)}, y nadie de ${country} lo ha tenido todavía en pantalla en el portal.`,
      step === "questions_unseen" && isReporter,
      true,
    ),
    say(
      "It stands in the portal, in the report; a reply can be written beside it.",
      "Está en el portal, en el informe; al lado se puede responder.",
      step === "questions_unseen" && scopeOf(reader.role, "review-comment.write") === "own",
    ),
    say(
      "The portal reminds of it on 3 working days at most, and no more once it was seen.",
      "El portal lo recuerda en 3 días hábiles como máximo, y deja de hacerlo en cuanto alguien lo ve.",
      step === "questions_unseen" && questionReminderDays === 3,
    ),
    say(
      `${event?.byName} signed the ${report} ${at(event?.at ?? now)}.`,
      `${event?.byName} firmó el ${report} ${at(event?.at ?? now)}.`,
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
      `${event?.byName} sent the ${report} back ${at(event?.at ?? now)}.`,
      `${event?.byName} devolvió ${at(event?.at ?? now)} el ${report}.`,
      step === "signature_refused",
      step === "signature_refused",
    ),
    say(
      "It is not signed; the reason stands in the portal.",
      "No está firmado; el motivo consta en el portal.",
      step === "signature_refused" && scopeOf(reader.role, "submission.read") === "own",
    ),
    say(
      "The Technical Secretariat reviews every report that it has received, unless the country takes it back before.",
      "La Secretaría Técnica revisa todo informe recibido, salvo que el país lo retire antes.",
      step === "submitted" && scopeOf("secretariat", "submission.review") !== null,
    ),
    say(
      `The Technical Secretariat has accepted the ${report}, and thanks all who contributed to it.`,
      `La Secretaría Técnica ha aceptado el ${report} y agradece a todas las personas que contribuyeron a él.`,
      state.status === "accepted" || state.status === "published",
    ),
    say(
      "The next step is its publication by the Technical Secretariat, with small counts of persons protected.",
      "El siguiente paso es su publicación por la Secretaría Técnica, con los recuentos pequeños de personas protegidos.",
      judgeTransition("publish", state.status, "secretariat").allowed,
    ),
    // Counted here independently: five days from Monday to Friday lie between the day of acceptance and this one.
    say(
      `It may be published from ${date(afterFiveWorkingDays(localDate(event?.at ?? now, state.timeZone)))} on, or earlier if your country agrees to that in the portal.`,
      `Podrá publicarse a partir del ${date(afterFiveWorkingDays(localDate(event?.at ?? now, state.timeZone)))}, o antes si su país da en el portal su conformidad.`,
      step === "accepted" && state.status === "accepted" && scopeOf(reader.role, "publication.consent") !== null,
      true,
    ),
    say(
      `The ${report} has been published. Small counts of persons are protected in everything that is public.`,
      `El ${report} ha sido publicado. Los recuentos pequeños de personas están protegidos en todo lo que es público.`,
      state.status === "published",
    ),
    say(
      "A published report cannot be corrected in the portal.",
      "Un informe publicado no puede corregirse en el portal.",
      state.status === "published" &&
        transitionNames.every(
          (name) =>
            !judgeTransition(name, "published", "country").allowed &&
            !judgeTransition(name, "published", "secretariat").allowed,
        ),
    ),
    say(
      "Should it hold an error, please tell the Technical Secretariat.",
      "Si contuviera un error, le rogamos comunicarlo a la Secretaría Técnica.",
      state.status === "published",
    ),
  ];
}
