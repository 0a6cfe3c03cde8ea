import { dateInWords, dayInWords, type NoticeFacts, type NoticeText, timeInWords } from "./notice-facts.ts";

const articles: Readonly<Record<string, string>> = { DOM: "la ", USA: "los " };
const signature = "Secretaría Técnica\nConferencia Regional sobre Migración";

/** Notices in Spanish: formal and courteous at every step, for these are sovereign States that report voluntarily. */
export function spanishNotice(facts: NoticeFacts): NoticeText {
  const words = wordsOf(facts);
  const text = facts.reader === "reporter" ? toReporter(facts, words) : toInformed(facts, words);
  const ownText = facts.ownText === "" ? [] : [facts.ownText];
  return {
    subject: text.subject,
    paragraphs: [`Estimado(a) ${facts.readerName}:`, ...ownText, ...text.paragraphs, signature],
  };
}

interface Words {
  readonly country: string;
  readonly round: string;
  readonly due: string;
  readonly returnDue: string;
  readonly event: string;
  readonly portal: string;
  readonly asks: readonly string[];
}

function wordsOf(facts: NoticeFacts): Words {
  const zone = `hora de ${facts.capital.es}`;
  const until = (date: string) => `hasta las 23:59 del ${dateInWords(date, "es")}, ${zone}`;
  return {
    country: `${articles[facts.countryCode] ?? ""}${facts.countryName.es}`,
    round: `la ronda de informes ${facts.roundYear} (información del año ${facts.roundYear - 1})`,
    due: until(facts.dueOn),
    returnDue: facts.returnDueOn === null ? "" : until(facts.returnDueOn),
    event:
      facts.eventAt === null
        ? ""
        : `el ${dayInWords(facts.eventAt, facts.timeZone, "es")} a las ${timeInWords(facts.eventAt, facts.timeZone)}, ${zone}`,
    portal: `El portal se encuentra en:\n${facts.link}`,
    asks: asksSentence(facts),
  };
}

function asksSentence({ ordinal, firstAskAt, timeZone }: NoticeFacts): readonly string[] {
  if (ordinal < 2) return [];
  const first = firstAskAt === null ? "" : `; la primera se envió el ${dayInWords(firstAskAt, timeZone, "es")}`;
  return [`Esta es la ${ordinal}.ª comunicación relativa a esta ronda${first}.`];
}

function toReporter(facts: NoticeFacts, words: Words): NoticeText {
  const { country, round, due, returnDue, event, portal, asks } = words;
  const year = facts.roundYear;
  const partial =
    "Si parte de la información no estuviera disponible, un informe parcial es bienvenido y puede completarse más adelante.";
  const crossed =
    "Si el informe ya hubiera sido enviado, le rogamos no tomar en cuenta este mensaje y aceptar nuestro agradecimiento.";
  const offer =
    "La Secretaría Técnica queda a su disposición para cualquier apoyo, incluida una solicitud de más tiempo.";
  const ask = (subject: string, ...paragraphs: string[]): NoticeText => ({
    subject,
    paragraphs: [...paragraphs, ...asks, portal, crossed],
  });
  switch (facts.step) {
    case "opening":
      return {
        subject: `Ronda de informes ${year}: invitación a ${country}`,
        paragraphs: [
          `La Secretaría Técnica tiene el honor de informarle que ${round} sobre la aplicación de los Protocolos de Palermo se encuentra abierta.`,
          facts.obligated
            ? `Se invita atentamente a ${country} a enviar su informe ${due}.`
            : `Se invita atentamente a ${country} a informar, de manera voluntaria, ${due}.`,
          "Las respuestas de la ronda anterior, cuando existan, están listas para ser confirmadas o actualizadas.",
          ...asks,
          portal,
          offer,
        ],
      };
    case "before_30":
    case "before_14":
    case "before_7":
    case "before_1":
      return ask(
        `Ronda de informes ${year}: informe de ${country}, fecha límite ${dateInWords(facts.dueOn, "es")}`,
        `La Secretaría Técnica recuerda atentamente que el informe de ${country} para ${round} puede enviarse ${due}.`,
        ...(facts.extended ? ["Esta fecha toma en cuenta la prórroga concedida."] : []),
        partial,
      );
    case "due_today":
      return ask(
        `Ronda de informes ${year}: informe de ${country}, fecha límite hoy`,
        `La Secretaría Técnica recuerda atentamente que hoy es la fecha límite del informe de ${country} para ${round}: puede enviarse ${due}.`,
        partial,
      );
    case "overdue_1":
    case "overdue_7":
      return ask(
        `Ronda de informes ${year}: informe de ${country}, esperado para el ${dateInWords(facts.dueOn, "es")}`,
        `El informe de ${country} para ${round} se esperaba ${due}, y la Secretaría Técnica aún no lo ha recibido.`,
        "El portal sigue abierto y el informe todavía puede enviarse. La Secretaría Técnica agradecería recibirlo en cuanto le sea posible, o conocer la fecha en que podría esperarlo.",
        partial,
        offer,
      );
    case "escalation_14":
    case "escalation_30":
      return ask(
        `Ronda de informes ${year}: informe de ${country} aún no recibido`,
        `El informe de ${country} para ${round} se esperaba ${due}. La Secretaría Técnica no lo ha recibido hasta ahora y solicita atentamente sus buenos oficios para que pueda ser enviado.`,
        facts.step === "escalation_14"
          ? "De este mensaje se informa a la funcionaria o el funcionario de enlace de su país."
          : "Se informa también al punto focal nacional de la Conferencia Regional sobre Migración y a la Presidencia Pro Témpore.",
        partial,
        offer,
      );
    case "closing_45":
      return ask(
        `Ronda de informes ${year}: cierre del informe al GRCM`,
        `El informe de ${country} para ${round} se esperaba ${due}. Al no haberse recibido, el informe al Grupo Regional de Consulta sobre Migración lo consignará como no recibido.`,
        "La información de su país sigue siendo bienvenida: el portal permanece abierto, y lo que se envíe ahora aparecerá en la próxima publicación.",
        offer,
      );
    case "returned":
      return {
        subject: `Ronda de informes ${year}: informe de ${country} devuelto para aclaración`,
        paragraphs: [
          `La Secretaría Técnica agradece a ${country} su informe para ${round} y solicita atentamente algunas aclaraciones. Los comentarios están en el portal, junto a los indicadores correspondientes.`,
          ...(returnDue === "" ? [] : [`El informe puede enviarse de nuevo ${returnDue}.`]),
          portal,
          offer,
        ],
      };
    case "returned_before_5":
    case "returned_before_1":
      return ask(
        `Ronda de informes ${year}: aclaraciones de ${country}, fecha límite ${dateInWords(facts.returnDueOn ?? facts.dueOn, "es")}`,
        `La Secretaría Técnica recuerda atentamente que el informe de ${country} para ${round}, devuelto para aclaración, puede enviarse de nuevo ${returnDue}. Los comentarios están en el portal.`,
      );
    case "returned_overdue_1":
      return ask(
        `Ronda de informes ${year}: aclaraciones de ${country} aún no recibidas`,
        `Las aclaraciones al informe de ${country} para ${round} se esperaban ${returnDue}. El informe todavía puede enviarse; la Secretaría Técnica agradecería recibirlo en cuanto le sea posible.`,
        offer,
      );
    case "submitted":
      return {
        subject: `Ronda de informes ${year}: acuse de recibo del informe de ${country}`,
        paragraphs: [
          `La Secretaría Técnica acusa recibo, con su agradecimiento, del informe de ${country} para ${round}, enviado ${event} (versión ${facts.version}).`,
          "El acuse de recibo, con su prueba de contenido, está en el portal. La Secretaría Técnica procederá a la revisión del informe.",
          portal,
        ],
      };
    case "accepted":
      return {
        subject: `Ronda de informes ${year}: informe de ${country} aceptado`,
        paragraphs: [
          `La Secretaría Técnica ha aceptado el informe de ${country} para ${round} y agradece a todas las personas que contribuyeron a él.`,
          "Se publicará, con las cifras pequeñas protegidas, no antes de cinco días hábiles a partir de hoy, salvo que su país dé en el portal su conformidad a una fecha anterior. Lo que se publicará puede consultarse allí.",
          portal,
        ],
      };
    case "published":
      return {
        subject: `Ronda de informes ${year}: informe de ${country} publicado`,
        paragraphs: [
          `El informe de ${country} para ${round} ha sido publicado. Las cifras pequeñas están protegidas en todo lo que es público.`,
          "Si fuera necesaria una corrección, le rogamos escribir a la Secretaría Técnica.",
          portal,
        ],
      };
    case "resend":
      return ask(
        `Ronda de informes ${year}: recordatorio a ${country}${facts.ordinal > 1 ? ` (${facts.ordinal}.ª comunicación)` : ""}`,
        returnDue === ""
          ? `La Secretaría Técnica recuerda atentamente que espera el informe de ${country} para ${round}, cuyo plazo de envío es ${due}.`
          : `La Secretaría Técnica recuerda atentamente que espera el informe de ${country} para ${round}, devuelto para aclaración, cuyo plazo de envío es ${returnDue}.`,
        partial,
        offer,
      );
  }
}

function toInformed(facts: NoticeFacts, words: Words): NoticeText {
  const { country, round, due, returnDue, portal, asks } = words;
  const isReturn = facts.step === "returned_overdue_1";
  const contact = facts.hasContact
    ? "Se ha dirigido un atento recordatorio a su punto focal."
    : "No hay en este país ninguna persona a la que el portal pueda escribir: es necesario encontrar un contacto.";
  const request: Record<Exclude<NoticeFacts["reader"], "reporter">, readonly string[]> = {
    country_copy: [contact, "Se agradecerán mucho sus buenos oficios para que el informe pueda ser enviado."],
    presidency: [
      contact,
      "Este mensaje es para información de la Presidencia Pro Témpore; no se solicita ninguna acción.",
    ],
    secretariat: [contact],
  };
  const state = isReturn
    ? `Las aclaraciones al informe de ${country} para ${round} se esperaban ${returnDue} y aún no se han recibido.`
    : `El informe de ${country} para ${round} se esperaba ${due} y aún no se ha recibido.`;
  const closing = facts.step === "closing_45" ? ["En el informe al GRCM constará como no recibido."] : [];
  return {
    subject: `Ronda de informes ${facts.roundYear}: ${isReturn ? "aclaraciones" : "informe"} de ${country}, pendiente (para información)`,
    paragraphs: [
      state,
      ...closing,
      ...request[facts.reader === "reporter" ? "country_copy" : facts.reader],
      ...asks,
      portal,
    ],
  };
}
