import { scopeOf } from "@avances/domain/access";
import { audienceFacts, localDate } from "@avances/domain/round";
import type { Addressee } from "../../src/calendar/recipients.ts";
import type { Saying, Setting } from "./setting.ts";
import { joined, roleNames, toRole } from "./words.ts";

/** To whom a message is addressed, who signs it, who else gets it, and who answers questions. */
export function aboutReaders(setting: Setting): readonly Saying[] {
  const { say, reader, item, state, language, country, date, at, now, asked, told, unfilled, isReporter } = setting;
  const { ledger } = item;
  const nth = ledger.asks + 1;
  const first = ledger.firstAskAt === null ? null : date(localDate(ledger.firstAskAt, state.timeZone));
  const isCounted = ledger.asks > 0 && ledger.asksUnderWay === 0 && first !== null && (isReporter || asked.length > 0);
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
  return [
    ...(reader.audience === "secretariat"
      ? [say("Dear Technical Secretariat:", "Estimada Secretaría Técnica:", true, true)]
      : reader.audience === "presidency"
        ? [say("Dear Presidency Pro Tempore:", "Estimada Presidencia Pro Témpore:", true, true)]
        : reader.salutation !== null
          ? [say(`${reader.salutation}:`, `${reader.salutation}:`, true, true)]
          : [say(`Dear ${reader.displayName}:`, `Reciba un atento saludo, ${reader.displayName}.`, true, true)]),
    say(
      "Yours sincerely,\nTechnical Secretariat\nRegional Conference on Migration",
      "Atentamente,\nSecretaría Técnica\nConferencia Regional sobre Migración",
      true,
      true,
    ),
    say(item.ownText?.en ?? "–", item.ownText?.es ?? "–", true, true),
    say(`Written ${at(now)}.`, `Escrito ${at(now)}.`, true, true),
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
      `Nobody could be informed in ${unfilled.length === 1 ? "this capacity" : "these capacities"}, for want of an account: ${joined(
        unfilled.map((one) => roleNames.en[one]),
        "and",
      )}.`,
      `Por falta de cuenta no se pudo informar a nadie en ${unfilled.length === 1 ? "esta calidad" : "estas calidades"}: ${joined(
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
    ...aboutContact(setting),
  ];
}

/** The person who answers questions, where replies really go, and more time where it can still be granted. */
function aboutContact({ say, reader, item, desk, isReporter, isAwaited, state }: Setting): readonly Saying[] {
  const { contact } = item;
  const address = desk?.replyTo ?? contact?.address;
  const [callEn, callEs] =
    desk?.telephone == null ? ["", ""] : [`, telephone ${desk.telephone}`, `, teléfono ${desk.telephone}`];
  const isInformed = reader.audience === "secretariat";
  const mayAskForMore =
    isAwaited && state.firstSubmittedAt === null && scopeOf("secretariat", "submission.extend") !== null;
  return [
    say(
      `Questions: ${contact?.name}, Technical Secretariat, ${address}${callEn}, or reply to this message.`,
      `Preguntas: ${contact?.name}, Secretaría Técnica, ${address}${callEs}, o responda a este mensaje.`,
      contact !== null && !isInformed,
      true,
    ),
    say(
      "You may also ask for more time.",
      "También puede solicitar más tiempo.",
      contact !== null && mayAskForMore && audienceFacts[reader.audience].reports,
      isReporter,
    ),
    say(
      "The Technical Secretariat remains at your disposal for any assistance.",
      "La Secretaría Técnica queda a su disposición para cualquier apoyo.",
      contact === null,
    ),
    say(
      "The Technical Secretariat remains at your disposal for any assistance, including a request for more time.",
      "La Secretaría Técnica queda a su disposición para cualquier apoyo, incluida una solicitud de más tiempo.",
      contact === null && mayAskForMore && isReporter,
    ),
  ];
}
