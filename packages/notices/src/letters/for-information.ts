import * as en from "./english.ts";
import { block } from "./letter.ts";
import type { NoticeFacts, NoticeLetters } from "./notice-facts.ts";
import * as es from "./spanish.ts";

/** For readers who do not report themselves: what the country is asked for, and what the reader can do. */
export const forInformation: NoticeLetters = {
  en: (facts) => {
    const isReturn = facts.status === "returned";
    const seen = isReturn ? en.returnDue(facts) : en.due(facts);
    const isClosing = facts.step === "closing_45";
    const state = isClosing ? "listed as not received" : seen === null ? "awaited" : en.dateMark(seen);
    return en.notice(
      facts,
      en.subject(facts, `for information, ${state}`, { what: isReturn ? "clarifications of" : "report of" }),
      block(isReturn ? en.clarificationsAwaited(facts) : en.awaited(facts), isClosing ? en.listedAsNotReceived : null),
      hopedEn[facts.reader],
      en.linkTo(facts.page === "round" ? "Open the state of the round" : "Open the report", facts.link),
    );
  },
  es: (facts) => {
    const isReturn = facts.status === "returned";
    const seen = isReturn ? es.returnDue(facts) : es.due(facts);
    const isClosing = facts.step === "closing_45";
    const state = isClosing
      ? "consignado como no recibido"
      : seen === null
        ? "en espera"
        : es.dateMark(seen, isReturn ? "f" : "m");
    return es.notice(
      facts,
      es.subject(facts, `para información, ${state}`, { what: isReturn ? "aclaraciones de" : "informe de" }),
      block(isReturn ? es.clarificationsAwaited(facts) : es.awaited(facts), isClosing ? es.listedAsNotReceived : null),
      hopedEs[facts.reader],
      es.linkTo(facts.page === "round" ? "Abrir el estado de la ronda" : "Abrir el informe", facts.link),
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
