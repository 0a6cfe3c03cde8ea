import type { AskByMessage } from "@avances/contracts";
import type { Language } from "@avances/domain/catalogue";
import type { BounceReason, CountryAnswer, ExchangeChannel, MailReplyKind } from "@avances/domain/round";

/** The words of requests in files; those of the steps are `askStepWords`. States are named as on the pages. */
interface Words {
  /** Of one country since its first round, or of all. */
  readonly title: (country: string | null, firstRound: number | null) => string;
  readonly sheet: string;
  readonly made: (day: string, time: string, zone: string) => string;
  readonly demonstration: string;
  readonly between: string;
  readonly columns: {
    readonly country: string;
    readonly round: string;
    readonly data: string;
    readonly nth: string;
    readonly day: string;
    readonly time: string;
    readonly zone: string;
    readonly way: string;
    readonly what: string;
    readonly toWhom: string;
    readonly became: string;
    readonly cameBack: string;
    readonly said: string;
    readonly promised: string;
    readonly words: string;
    readonly by: string;
    readonly withdrawn: string;
  };
  readonly clock: (capital: string) => string;
  readonly ways: Readonly<Record<ExchangeChannel | "automatic" | "by_hand", string>>;
  readonly requested: string;
  readonly informed: string;
  readonly answered: string;
  readonly states: Readonly<Record<AskByMessage["recipients"][number]["state"], string>>;
  /** What came back about a message: on which day, why, until when somebody is away. Of the text of a reply nothing is kept. */
  readonly cameBack: Readonly<
    Record<MailReplyKind, (day: string, why: string | null, awayUntil: string | null) => string>
  > & { readonly reasons: Readonly<Record<BounceReason, string>> };
  readonly said: Readonly<Record<CountryAnswer, string>>;
  readonly withdrawn: (by: string, reason: string) => string;
  readonly ofCancelled: string;
  readonly notes: readonly string[];
}

export const askWords: Readonly<Record<Language, Words>> = {
  en: {
    title: (country, firstRound) =>
      country === null
        ? "Requests for reports, all countries"
        : firstRound === null
          ? `Requests to ${country}`
          : `Requests to ${country} since the ${firstRound} round`,
    sheet: "Requests",
    made: (day, time, zone) => `As of ${day}, ${time} (${zone})`,
    demonstration: "Demonstration data, not real figures.",
    between: "Between the Technical Secretariat and the country; not for publication.",
    columns: {
      country: "Country",
      round: "Round",
      data: "Data for",
      nth: "Request no.",
      day: "Day",
      time: "Time there",
      zone: "Clock of",
      way: "Way",
      what: "What",
      toWhom: "To whom, or with whom",
      became: "What is known of delivery",
      cameBack: "What came back",
      said: "What the country said",
      promised: "Will send by",
      words: "Details",
      by: "Sent or noted by",
      withdrawn: "Withdrawn",
    },
    clock: (capital) => capital,
    ways: {
      automatic: "Message, automatic",
      by_hand: "Message, by the Secretariat",
      telephone: "Telephone",
      letter: "Letter",
      in_person: "In person",
      message: "Own mailbox or chat",
      answer_link: "Answer to a message",
    },
    requested: "Request",
    informed: "Talk, no request",
    answered: "Answer",
    states: {
      queued: "waiting to be sent",
      sent: "accepted by the mail server",
      kept: "kept here, not sent",
      dead: "not delivered",
      stopped: "stopped: no longer due",
      superseded: "recorded, not sent",
    },
    cameBack: {
      bounced: (day, why) => `did not arrive (${day})${why === null ? "" : `: ${why}`}`,
      replied: (day) => `a reply came on ${day}`,
      automatic: (day, _, awayUntil) =>
        awayUntil === null
          ? `an automatic answer came on ${day}`
          : `out of office until ${awayUntil} (answer of ${day})`,
      delayed: (day, why) => `still on its way on ${day}${why === null ? "" : `: ${why}`}`,
      delivered: (day) => `its mail server confirmed it on ${day}`,
      reasons: {
        no_mailbox: "the mail server says that there is no such address",
        closed: "the mail server says that the mailbox is closed",
        full: "the mail server says that the mailbox is full",
        refused: "the mail server refused the message",
        too_late: "the mail server was not reached in time",
        unknown: "the mail server named no known reason",
      },
    },
    said: {
      by_date: "Will send by a date",
      waits_for: "Waits for an institution",
      nothing_to_report: "Nothing to report in this round",
      other_person: "Another person is to be asked",
      other: "Other",
      no_answer: "Nobody has answered",
    },
    withdrawn: (by, reason) => `by ${by}: ${reason}`,
    ofCancelled: "of a round that was cancelled",
    notes: [
      "A number stands only where a request reached somebody who reports for the country. “Accepted by the mail server” says nothing of reading: the opening of messages is never tracked.",
      "Messages that inform (receipts, decisions, new dates) are no requests and are not in this list.",
    ],
  },
  es: {
    title: (country, firstRound) =>
      country === null
        ? "Solicitudes de informes, todos los países"
        : firstRound === null
          ? `Solicitudes a ${country}`
          : `Solicitudes a ${country} desde la ronda ${firstRound}`,
    sheet: "Solicitudes",
    made: (day, time, zone) => `Al ${day}, ${time} (${zone})`,
    demonstration: "Datos de demostración, no son cifras reales.",
    between: "Entre la Secretaría Técnica y el país; no es para publicar.",
    columns: {
      country: "País",
      round: "Ronda",
      data: "Datos de",
      nth: "Solicitud n.º",
      day: "Día",
      time: "Hora allí",
      zone: "Reloj de",
      way: "Vía",
      what: "Qué",
      toWhom: "A quién, o con quién",
      became: "Qué se sabe de la entrega",
      cameBack: "Qué volvió",
      said: "Qué dijo el país",
      promised: "Enviará a más tardar",
      words: "Detalles",
      by: "Enviado o anotado por",
      withdrawn: "Retirado",
    },
    clock: (capital) => capital,
    ways: {
      automatic: "Mensaje automático",
      by_hand: "Mensaje de la Secretaría",
      telephone: "Teléfono",
      letter: "Carta",
      in_person: "En persona",
      message: "Correo propio o chat",
      answer_link: "Respuesta a un mensaje",
    },
    requested: "Solicitud",
    informed: "Conversación, sin solicitud",
    answered: "Respuesta",
    states: {
      queued: "en espera de envío",
      sent: "aceptado por el servidor de correo",
      kept: "guardado aquí, no enviado",
      dead: "no entregado",
      stopped: "detenido: ya no corresponde",
      superseded: "registrado, no enviado",
    },
    cameBack: {
      bounced: (day, why) => `no llegó (${day})${why === null ? "" : `: ${why}`}`,
      replied: (day) => `llegó una respuesta el ${day}`,
      automatic: (day, _, awayUntil) =>
        awayUntil === null
          ? `llegó una respuesta automática el ${day}`
          : `fuera de la oficina hasta el ${awayUntil} (respuesta del ${day})`,
      delayed: (day, why) => `aún en camino el ${day}${why === null ? "" : `: ${why}`}`,
      delivered: (day) => `su servidor de correo lo confirmó el ${day}`,
      reasons: {
        no_mailbox: "el servidor de correo indica que esa dirección no existe",
        closed: "el servidor de correo indica que el buzón está cerrado",
        full: "el servidor de correo indica que el buzón está lleno",
        refused: "el servidor de correo rechazó el mensaje",
        too_late: "no se logró contactar a tiempo al servidor de correo",
        unknown: "el servidor de correo no indicó un motivo conocido",
      },
    },
    said: {
      by_date: "Lo enviará en una fecha",
      waits_for: "Espera a una institución",
      nothing_to_report: "Nada que informar en esta ronda",
      other_person: "Hay que preguntar a otra persona",
      other: "Otra cosa",
      no_answer: "Nadie ha respondido",
    },
    withdrawn: (by, reason) => `por ${by}: ${reason}`,
    ofCancelled: "de una ronda que se canceló",
    notes: [
      "Solo lleva número la solicitud que llegó a alguien que informa por el país. «Aceptado por el servidor de correo» no dice nada de la lectura: nunca se rastrea la apertura de los mensajes.",
      "Los mensajes informativos (constancias, decisiones, nuevas fechas) no son solicitudes y no figuran en esta lista.",
    ],
  },
};
