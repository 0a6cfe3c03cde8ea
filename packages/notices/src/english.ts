import { dateInWords, dayInWords, type NoticeFacts, type NoticeText, timeInWords } from "./notice-facts.ts";

const articles: Readonly<Record<string, string>> = { DOM: "the ", USA: "the " };
const signature = "Technical Secretariat\nRegional Conference on Migration";

/** Notices in English: formal and courteous at every step, for these are sovereign States that report voluntarily. */
export function englishNotice(facts: NoticeFacts): NoticeText {
  const words = wordsOf(facts);
  const text = facts.reader === "reporter" ? toReporter(facts, words) : toInformed(facts, words);
  const ownText = facts.ownText === "" ? [] : [facts.ownText];
  return {
    subject: text.subject,
    paragraphs: [`Dear ${facts.readerName}:`, ...ownText, ...text.paragraphs, signature],
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
  const zone = `${facts.capital.en} time`;
  const until = (date: string) => `until 23:59 on ${dateInWords(date, "en")}, ${zone}`;
  return {
    country: `${articles[facts.countryCode] ?? ""}${facts.countryName.en}`,
    round: `the ${facts.roundYear} reporting round (information on the year ${facts.roundYear - 1})`,
    due: until(facts.dueOn),
    returnDue: facts.returnDueOn === null ? "" : until(facts.returnDueOn),
    event:
      facts.eventAt === null
        ? ""
        : `on ${dayInWords(facts.eventAt, facts.timeZone, "en")} at ${timeInWords(facts.eventAt, facts.timeZone)}, ${zone}`,
    portal: `The portal is at:\n${facts.link}`,
    asks: asksSentence(facts),
  };
}

function asksSentence({ ordinal, firstAskAt, timeZone }: NoticeFacts): readonly string[] {
  if (ordinal < 2) return [];
  const first = firstAskAt === null ? "" : `; the first was sent on ${dayInWords(firstAskAt, timeZone, "en")}`;
  return [`This is the ${nth(ordinal)} communication concerning this round${first}.`];
}

function nth(count: number): string {
  const suffixes: Readonly<Record<string, string>> = { one: "st", two: "nd", few: "rd", other: "th" };
  return `${count}${suffixes[new Intl.PluralRules("en", { type: "ordinal" }).select(count)]}`;
}

function toReporter(facts: NoticeFacts, words: Words): NoticeText {
  const { country, round, due, returnDue, event, portal, asks } = words;
  const year = facts.roundYear;
  const partial =
    "Should some of the information not be available, a partial report is welcome and can be completed later.";
  const crossed =
    "If the report has been submitted in the meantime, please disregard this message and accept our thanks.";
  const offer =
    "The Technical Secretariat remains at your disposal for any assistance, including a request for more time.";
  const ask = (subject: string, ...paragraphs: string[]): NoticeText => ({
    subject,
    paragraphs: [...paragraphs, ...asks, portal, crossed],
  });
  switch (facts.step) {
    case "opening":
      return {
        subject: `${year} reporting round: invitation to ${country}`,
        paragraphs: [
          `The Technical Secretariat has the honour to inform you that ${round} on the implementation of the Palermo Protocols is open.`,
          facts.obligated
            ? `${country} is kindly invited to submit its report ${due}.`
            : `${country} is kindly invited to report, on a voluntary basis, ${due}.`,
          "The answers of the previous round, where there are any, are ready to be confirmed or updated.",
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
        `${year} reporting round: report of ${country}, due ${dateInWords(facts.dueOn, "en")}`,
        `The Technical Secretariat respectfully recalls that the report of ${country} for ${round} may be submitted ${due}.`,
        ...(facts.extended ? ["This date takes account of the extension that was granted."] : []),
        partial,
      );
    case "due_today":
      return ask(
        `${year} reporting round: report of ${country}, due today`,
        `The Technical Secretariat respectfully recalls that the report of ${country} for ${round} is due today, ${due}.`,
        partial,
      );
    case "overdue_1":
    case "overdue_7":
      return ask(
        `${year} reporting round: report of ${country}, expected by ${dateInWords(facts.dueOn, "en")}`,
        `The report of ${country} for ${round} was expected ${due}, and the Technical Secretariat has not received it yet.`,
        "The portal remains open and the report may still be submitted. The Technical Secretariat would be grateful to receive it at your earliest convenience, or to learn when it may be expected.",
        partial,
        offer,
      );
    case "escalation_14":
    case "escalation_30":
      return ask(
        `${year} reporting round: report of ${country} not yet received`,
        `The report of ${country} for ${round} was expected ${due}. The Technical Secretariat has not received it so far, and kindly requests your good offices so that it may be submitted.`,
        facts.step === "escalation_14"
          ? "The liaison officer of your country is informed of this message."
          : "The national focal point of the Regional Conference on Migration and the Presidency Pro Tempore are informed as well.",
        partial,
        offer,
      );
    case "closing_45":
      return ask(
        `${year} reporting round: closing of the report to the RCGM`,
        `The report of ${country} for ${round} was expected ${due}. As it has not been received, the report to the Regional Consultation Group on Migration will list it as not received.`,
        "The information of your country remains welcome: the portal stays open, and what is submitted now will appear in the next publication.",
        offer,
      );
    case "returned":
      return {
        subject: `${year} reporting round: report of ${country} returned for clarification`,
        paragraphs: [
          `The Technical Secretariat thanks ${country} for its report for ${round}, and respectfully asks for some clarifications. The comments are in the portal, beside the indicators they concern.`,
          ...(returnDue === "" ? [] : [`The report may be submitted again ${returnDue}.`]),
          portal,
          offer,
        ],
      };
    case "returned_before_5":
    case "returned_before_1":
      return ask(
        `${year} reporting round: clarifications of ${country}, due ${dateInWords(facts.returnDueOn ?? facts.dueOn, "en")}`,
        `The Technical Secretariat respectfully recalls that the report of ${country} for ${round}, returned for clarification, may be submitted again ${returnDue}. The comments are in the portal.`,
      );
    case "returned_overdue_1":
      return ask(
        `${year} reporting round: clarifications of ${country} not yet received`,
        `The clarifications to the report of ${country} for ${round} were expected ${returnDue}. The report may still be submitted; the Technical Secretariat would be grateful to receive it at your earliest convenience.`,
        offer,
      );
    case "submitted":
      return {
        subject: `${year} reporting round: receipt of the report of ${country}`,
        paragraphs: [
          `The Technical Secretariat acknowledges, with thanks, receipt of the report of ${country} for ${round}, submitted ${event} (version ${facts.version}).`,
          "The receipt, with its proof of content, is in the portal. The Technical Secretariat will now review the report.",
          portal,
        ],
      };
    case "accepted":
      return {
        subject: `${year} reporting round: report of ${country} accepted`,
        paragraphs: [
          `The Technical Secretariat has accepted the report of ${country} for ${round}, and thanks all who contributed to it.`,
          "It will be published, with small figures protected, not earlier than five working days from now unless your country agrees in the portal to an earlier day. What will be published can be seen there.",
          portal,
        ],
      };
    case "published":
      return {
        subject: `${year} reporting round: report of ${country} published`,
        paragraphs: [
          `The report of ${country} for ${round} has been published. Small figures are protected in everything that is public.`,
          "Should a correction be needed, please write to the Technical Secretariat.",
          portal,
        ],
      };
    case "resend":
      return ask(
        `${year} reporting round: reminder to ${country}${facts.ordinal > 1 ? ` (${nth(facts.ordinal)} communication)` : ""}`,
        returnDue === ""
          ? `The Technical Secretariat respectfully recalls that it awaits the report of ${country} for ${round}, to be submitted ${due}.`
          : `The Technical Secretariat respectfully recalls that it awaits the report of ${country} for ${round}, returned for clarification, to be submitted ${returnDue}.`,
        partial,
        offer,
      );
  }
}

function toInformed(facts: NoticeFacts, words: Words): NoticeText {
  const { country, round, due, returnDue, portal, asks } = words;
  const isReturn = facts.step === "returned_overdue_1";
  const contact = facts.hasContact
    ? "A courteous reminder has been addressed to its focal point."
    : "There is nobody in this country to whom the portal could write: a contact needs to be found.";
  const request: Record<Exclude<NoticeFacts["reader"], "reporter">, readonly string[]> = {
    country_copy: [contact, "Your good offices, so that the report may be submitted, would be much appreciated."],
    presidency: [contact, "This is for the information of the Presidency Pro Tempore; no action is requested."],
    secretariat: [contact],
  };
  const state = isReturn
    ? `The clarifications to the report of ${country} for ${round} were expected ${returnDue} and have not been received yet.`
    : `The report of ${country} for ${round} was expected ${due} and has not been received yet.`;
  const closing = facts.step === "closing_45" ? ["It will be listed as not received in the report to the RCGM."] : [];
  return {
    subject: `${facts.roundYear} reporting round: ${isReturn ? "clarifications" : "report"} of ${country} not yet received (for information)`,
    paragraphs: [
      state,
      ...closing,
      ...request[facts.reader === "reporter" ? "country_copy" : facts.reader],
      ...asks,
      portal,
    ],
  };
}
