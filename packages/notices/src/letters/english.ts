import type { NoticeAudience } from "@avances/domain/round";
import { dateInWords, dayInWords, type SeenDate, seenFrom, timeInWords, weekdayInWords } from "./dates.ts";
import { block, type Letter, letter } from "./letter.ts";
import { asked, type Companion, type Contact, informed, type NoticeFacts } from "./notice-facts.ts";

/** Sentences that English letters share. Formal and courteous at every step: these are sovereign States that report voluntarily. */

const articles: Readonly<Record<string, string>> = { DOM: "the ", USA: "the " };
const roleNames: Readonly<Record<NoticeAudience, string>> = {
  focal_point: "focal point",
  alternate: "alternate",
  approver: "approver",
  liaison_officer: "liaison officer",
  national_focal_point: "national focal point of the Conference",
  presidency: "Presidency Pro Tempore",
  secretariat: "Technical Secretariat",
};

export const signature = "Technical Secretariat\nRegional Conference on Migration";

const heading = (facts: NoticeFacts) => `${facts.roundYear} round, data for ${facts.referenceYear}`;
export const round = (facts: NoticeFacts) => `the ${facts.roundYear} reporting round (data for ${facts.referenceYear})`;
export const country = (facts: Pick<NoticeFacts, "countryCode" | "countryName">) =>
  `${articles[facts.countryCode] ?? ""}${facts.countryName.en}`;
export const date = (day: string) => dateInWords(day, "en");
export const due = ({ now, timeZone, dueOn }: NoticeFacts) => seenFrom(now, timeZone, dueOn);
export const returnDue = ({ now, timeZone, returnDueOn }: NoticeFacts) =>
  returnDueOn === null ? null : seenFrom(now, timeZone, returnDueOn);

const zone = (facts: NoticeFacts) => `${facts.capital.en} time`;
const endOf = (facts: NoticeFacts, day: string) => `23:59 on ${weekdayInWords(day, "en")}, ${zone(facts)}`;
export const at = (facts: NoticeFacts, instant: Date) =>
  `on ${dayInWords(instant, facts.timeZone, "en")} at ${timeInWords(instant, facts.timeZone)}, ${zone(facts)}`;
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const left = ({ days: count }: SeenDate) => (count === 1 ? "1 day remains." : `${count} days remain.`);
const ago = ({ days: count }: SeenDate) => `${days(count)} ago`;

const list = (items: readonly string[]) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);

/** Which report is awaited and by when, whether the date is ahead, today or past. */
export function awaited(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = `the report of ${country(facts)} for ${round(facts)}`;
  const end = endOf(facts, seen.date);
  const extended = facts.extended ? "This date takes account of the extension that was granted." : null;
  if (facts.withdrawn !== null) {
    const on = facts.withdrawn.at === null ? "" : ` on ${dayInWords(facts.withdrawn.at, facts.timeZone, "en")}`;
    const takenBack = `version ${facts.withdrawn.version} of ${report} was taken back by the country${on}; it has not been submitted again.`;
    switch (seen.relation) {
      case "ahead":
        return sentences(takenBack, `it may be submitted again until ${end}.`, extended);
      case "today":
        return sentences(takenBack, `today is the due date: it may be submitted again until ${end}.`, extended);
      case "past":
        return sentences(takenBack, `the due date was ${date(seen.date)}; it may still be submitted again.`);
    }
  }
  if (!facts.obligated) {
    return seen.relation === "past"
      ? `${sentence(country(facts))} was invited to report, on a voluntary basis, for ${round(facts)} until ${end}. The report may still be submitted.`
      : sentences(
          `${country(facts)} is kindly invited to report, on a voluntary basis, for ${round(facts)} until ${end}.`,
          extended,
        );
  }
  switch (seen.relation) {
    case "ahead":
      return sentences(`${report} may be submitted until ${end}.`, extended);
    case "today":
      return sentences(`today is the due date of ${report}: it may be submitted until ${end}.`, extended);
    case "past":
      return sentences(
        `${report} was expected by ${end}, ${ago(seen)}, and the Technical Secretariat has not received it yet.`,
        extended,
      );
  }
}

/** The same for returned work, which may have its own date or none. */
export function clarificationsAwaited(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const report = `the report of ${country(facts)} for ${round(facts)}`;
  if (seen === null) return sentences(`${report} was returned for clarification and may be submitted again.`);
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return sentences(`${report}, returned for clarification, may be submitted again until ${end}.`);
    case "today":
      return sentences(
        `today is the due date of the clarifications to ${report}: it may be submitted again until ${end}.`,
      );
    case "past":
      return sentences(
        `the clarifications to ${report} were expected by ${end}, ${ago(seen)}, and the Technical Secretariat has not received them yet.`,
      );
  }
}

/** How the report stands in relation to its date: the days that remain, or that it may still be sent. */
export function standing(facts: NoticeFacts): string {
  const seen = due(facts);
  return sentences(
    awaited(facts),
    seen.relation === "ahead" ? left(seen) : null,
    seen.relation === "past" && facts.obligated && facts.withdrawn === null ? stillOpen : null,
  );
}

/** The same for the clarifications. */
export function clarificationsStanding(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  return sentences(
    clarificationsAwaited(facts),
    seen?.relation === "ahead" ? left(seen) : null,
    seen?.relation === "past" ? stillOpen : null,
    questionsInPortal,
  );
}

/** For subjects: how far away the date is, ahead or past. */
export function dateMark(seen: SeenDate): string {
  switch (seen.relation) {
    case "ahead":
      return `${days(seen.days)} left (${date(seen.date)})`;
    case "today":
      return `due today (${date(seen.date)})`;
    case "past":
      return `not yet received, ${days(seen.days)} after the due date`;
  }
}

/** The texts are written as continuations; as a sentence they begin with a capital. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentences = (...texts: readonly (string | null)[]) => block(...texts.map((text) => text && sentence(text))) ?? "";

/** How much of the working copy is answered, for readers who may know it; and, if something is missing, that a partial report is allowed. */
export function progress({ progress: known, withdrawn }: NoticeFacts): string | null {
  if (known === null) return null;
  const { answered, expected } = known;
  if (answered >= expected)
    return `In the portal, all ${expected} indicators have an answer; the report has not been submitted ${withdrawn === null ? "yet" : "again"}.`;
  const missing = expected - answered;
  return block(
    answered === 0
      ? "In the portal, no indicator has an answer yet."
      : `In the portal, ${answered} of ${expected} indicators ${answered === 1 ? "has" : "have"} an answer; ${missing} ${missing === 1 ? "is" : "are"} missing.`,
    "A partial report is welcome as well: what is missing will be shown as “not reported”.",
  );
}

const stillOpen = "The portal remains open and the report may still be submitted.";
export const wouldBeGrateful =
  "The Technical Secretariat would be grateful to receive it at your earliest convenience, or to learn when it may be expected.";
const questionsInPortal = "The questions stand in the portal, in the report.";
export const listedAsNotReceived =
  "In the list of the round that the Regional Consultation Group on Migration reads in the portal, it stands as not received.";
export const crossed =
  "If the report has been submitted in the meantime, please disregard this message and accept our thanks.";

export const linkTo = (words: string, link: string) => `${words}:\n${link}`;

/** Who answers questions. More time is offered only until something was submitted. */
function assistance({ contact, mayHaveMoreTime, reader }: NoticeFacts): string | null {
  const mayAsk = reader === "reporter" && mayHaveMoreTime;
  return block(
    `The Technical Secretariat remains at your disposal for any assistance${mayAsk ? ", including a request for more time" : ""}.`,
    contact === null ? null : reachable(contact),
  );
}

export const reachable = ({ name, address }: Contact) =>
  `Please write to ${name}, ${address}, or reply to this message.`;

/** The other readers of the batch. For the Presidency, people of a country appear by their capacity, without a name. */
function alsoWrittenTo(facts: NoticeFacts): string | null {
  const people = asked(facts.companions);
  const copies = informed(facts.companions);
  const toPeople = list(named(facts, people));
  return block(
    people.length === 0
      ? null
      : facts.reader === "reporter"
        ? `This message also goes to ${toPeople}.`
        : `A courteous request goes to ${toPeople}.`,
    copies.length === 0 ? null : `Informed as well: ${list(named(facts, copies))}.`,
    facts.reader !== "reporter" && facts.reader !== "signer" && people.length === 0
      ? `There is nobody in ${country(facts)} who reports and to whom the portal could write.`
      : null,
    facts.reader === "secretariat" && facts.unfilled.length > 0
      ? `Nobody could be informed in these capacities, for want of an account: ${list(facts.unfilled.map((audience) => roleNames[audience]))}.`
      : null,
  );
}

function named({ reader }: NoticeFacts, companions: readonly Companion[]): readonly string[] {
  const words = companions.map(({ audience, name }) => {
    const isInstitution = audience === "presidency" || audience === "secretariat";
    if (reader !== "secretariat" && (isInstitution || reader === "presidency")) return `the ${roleNames[audience]}`;
    return `${name} (${roleNames[audience]})`;
  });
  return [...new Set(words)];
}

/** Which request of this round this is, and when the letter was written: its statements are true at that time. */
function footer(facts: NoticeFacts): string {
  return block(nthRequest(facts), `Written ${at(facts, facts.now)}.`) ?? "";
}

function nthRequest({ ask, timeZone, reader }: NoticeFacts): string | null {
  if (ask === null || ask.nth < 2) return null;
  const first = ask.firstAt === null ? "" : `; the first was sent on ${dayInWords(ask.firstAt, timeZone, "en")}`;
  return reader === "reporter"
    ? `This is message no. ${ask.nth} with a request concerning this round${first}.`
    : `With today's, ${ask.nth} messages with a request concerning this round have gone to the country${first}.`;
}

/** The salutation: institutions by their title, people by their name. */
export function salutation(facts: Pick<NoticeFacts, "reader" | "readerName">): string {
  if (facts.reader === "secretariat") return "Dear Technical Secretariat:";
  if (facts.reader === "presidency") return "Dear Presidency Pro Tempore:";
  return `Dear ${facts.readerName}:`;
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
