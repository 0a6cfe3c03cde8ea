import * as en from "./english.ts";
import { block, type Letters } from "./letter.ts";
import type { NoticeFacts } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** For readers who do not report themselves: what the country is asked for, and what the reader can do. */
export const forInformation: Letters<NoticeFacts> = {
  en: (facts) => {
    const isReturn = facts.status === "returned";
    const seen = isReturn ? en.returnDue(facts) : en.due(facts);
    const what = `${isReturn ? "clarifications" : "report"} of ${en.country(facts)}`;
    const isClosing = facts.step === "closing_45";
    return en.notice(
      facts,
      `for information: ${isClosing ? `${what} listed as not received` : `${what}, ${seen === null ? "awaited" : en.dateMark(seen)}`}`,
      block(isReturn ? en.clarificationsAwaited(facts) : en.awaited(facts), isClosing ? en.listedAsNotReceived : null),
      hopedEn[facts.reader],
      en.linkTo(
        facts.reader === "country_copy" ? "More is in the portal" : "The state of the round is here",
        facts.link,
      ),
    );
  },
  es: (facts) => {
    const isReturn = facts.status === "returned";
    const seen = isReturn ? es.returnDue(facts) : es.due(facts);
    const what = `${isReturn ? "aclaraciones" : "informe"} de ${es.country(facts)}`;
    const isClosing = facts.step === "closing_45";
    return es.notice(
      facts,
      `para información: ${isClosing ? `${what} consignado como no recibido` : `${what}, ${seen === null ? "en espera" : es.dateMark(seen, isReturn ? "f" : "m")}`}`,
      block(isReturn ? es.clarificationsAwaited(facts) : es.awaited(facts), isClosing ? es.listedAsNotReceived : null),
      hopedEs[facts.reader],
      es.linkTo(
        facts.reader === "country_copy" ? "Más información en el portal" : "El estado de la ronda está aquí",
        facts.link,
      ),
    );
  },
};

const hopedEn: Readonly<Record<NoticeFacts["reader"], string | null>> = {
  reporter: null,
  signer: null,
  country_copy: "Your good offices, so that the report may be submitted, would be much appreciated.",
  presidency: "This is for the information of the Presidency Pro Tempore; no action is requested.",
  secretariat: null,
};
const hopedEs: Readonly<Record<NoticeFacts["reader"], string | null>> = {
  reporter: null,
  signer: null,
  country_copy: "Se agradecerán mucho sus buenos oficios para que el informe pueda ser enviado.",
  presidency: "Este mensaje es para información de la Presidencia Pro Témpore; no se solicita ninguna acción.",
  secretariat: null,
};
