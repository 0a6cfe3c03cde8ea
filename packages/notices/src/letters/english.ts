import { localDate, type NoticeAudience } from "@avances/domain/round";
import { dateInWords, dayInWords, type SeenDate, seenFrom, shortDate, timeInWords, weekdayInWords } from "./dates.ts";
import { type Action, type Block, block, type Letter, letter, strong, subjectOf } from "./letter.ts";
import { asked, type Companion, type Contact, informed, isComplete, type NoticeFacts } from "./notice-facts.ts";
import { type PlaceholderValues, writtenWords } from "./wording.ts";

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

export const signature = "Yours sincerely,\nTechnical Secretariat\nRegional Conference on Migration";

export const round = (facts: NoticeFacts) => `the ${facts.roundYear} round (data for ${facts.referenceYear})`;
export const country = (facts: Pick<NoticeFacts, "countryCode" | "countryName">) =>
  `${articles[facts.countryCode] ?? ""}${facts.countryName.en}`;
export const date = (day: string) => dateInWords(day, "en");
export const due = ({ now, timeZone, dueOn }: NoticeFacts) => seenFrom(now, timeZone, dueOn);
export const returnDue = ({ now, timeZone, returnDueOn }: NoticeFacts) =>
  returnDueOn === null ? null : seenFrom(now, timeZone, returnDueOn);

const zone = (facts: NoticeFacts) => `${facts.capital.en} time`;
/** `Friday, 30 April 2027 at 23:59, San José time`: the last minute that counts. */
const endOf = (facts: NoticeFacts, day: string) => strong(`${weekdayInWords(day, "en")} at 23:59, ${zone(facts)}`);
export const at = (facts: NoticeFacts, instant: Date) =>
  `on ${dayInWords(instant, facts.timeZone, "en")} at ${timeInWords(instant, facts.timeZone)}, ${zone(facts)}`;
export const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);
const left = ({ days: count }: SeenDate) => (count === 1 ? "1 day remains." : `${count} days remain.`);
const ago = ({ days: count }: SeenDate) => `${days(count)} ago`;

const list = (items: readonly string[]) => new Intl.ListFormat("en-GB", { type: "conjunction" }).format(items);

const theReport = (facts: NoticeFacts) => `the report of ${country(facts)} for ${round(facts)}`;
const extension = ({ extended }: NoticeFacts) =>
  extended ? "This date takes account of the extension that was granted." : null;
const takenBack = ({ withdrawn, timeZone }: NoticeFacts) => {
  if (withdrawn === null) return null;
  const on = withdrawn.at === null ? "" : ` on ${dayInWords(withdrawn.at, timeZone, "en")}`;
  return `Version ${withdrawn.version} was taken back by the country${on}; it has not been submitted again.`;
};

/** To those who report: what is asked of them, first, and by when; whether the date is ahead, today or past. */
export function request(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = theReport(facts);
  const end = endOf(facts, seen.date);
  const again = facts.withdrawn === null ? "" : " again";
  if (!facts.obligated && facts.withdrawn === null) return sentences(invited(facts, seen), leftOf(seen));
  switch (seen.relation) {
    case "ahead":
      return sentences(
        `you are kindly asked to submit ${report}${again} by ${end}.`,
        leftOf(seen),
        extension(facts),
        takenBack(facts),
      );
    case "today":
      return sentences(
        `today is the due date: you are kindly asked to submit ${report}${again} by ${end}.`,
        extension(facts),
        takenBack(facts),
      );
    case "past":
      return facts.withdrawn === null
        ? sentences(
            `you are kindly asked to submit ${report} at your earliest convenience, or to let us know when it may be expected.`,
            `it was expected by ${end}, ${ago(seen)}; the Technical Secretariat has not received it yet.`,
            extension(facts),
          )
        : sentences(`${report} may still be submitted again; the due date was ${date(seen.date)}.`, takenBack(facts));
  }
}

/** For readers who are informed, and after news of a date: which report is awaited and by when. */
export function awaited(facts: NoticeFacts): string {
  const seen = due(facts);
  const report = theReport(facts);
  const end = endOf(facts, seen.date);
  if (!facts.obligated && facts.withdrawn === null) return sentences(invited(facts, seen), leftOf(seen));
  const again = facts.withdrawn === null ? "" : " again";
  switch (seen.relation) {
    case "ahead":
      return sentences(
        `${report} may be submitted${again} until ${end}.`,
        leftOf(seen),
        extension(facts),
        takenBack(facts),
      );
    case "today":
      return sentences(
        `today is the due date of ${report}: it may be submitted${again} until ${end}.`,
        extension(facts),
        takenBack(facts),
      );
    case "past":
      return facts.withdrawn === null
        ? sentences(
            `${report} was expected by ${end}, ${ago(seen)}, and the Technical Secretariat has not received it yet.`,
            extension(facts),
          )
        : sentences(`${report} may still be submitted again; the due date was ${date(seen.date)}.`, takenBack(facts));
  }
}

/** A country that owes no report is invited, whatever day it is. */
function invited(facts: NoticeFacts, seen: SeenDate): string {
  const end = endOf(facts, seen.date);
  return seen.relation === "past"
    ? `${sentence(country(facts))} was invited to report, on a voluntary basis, for ${round(facts)} until ${end}. The report may still be submitted.`
    : sentences(
        `${country(facts)} is kindly invited to report, on a voluntary basis, for ${round(facts)} until ${end}.`,
        extension(facts),
      );
}

/** To those who report: what is asked about returned work, which may have its own date or none. */
export function clarificationsRequest(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const what = `answer the Technical Secretariat's questions about ${theReport(facts)} and to submit it again`;
  if (seen === null) return sentences(`you are kindly asked to ${what}.`);
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return sentences(`you are kindly asked to ${what} by ${end}.`, leftOf(seen));
    case "today":
      return sentences(`today is the due date: you are kindly asked to ${what} by ${end}.`);
    case "past":
      return sentences(
        `you are kindly asked to ${what} at your earliest convenience, or to let us know when it may be expected.`,
        `the clarifications were expected by ${end}, ${ago(seen)}; the Technical Secretariat has not received them yet.`,
      );
  }
}

/** The same for readers who are informed. */
export function clarificationsAwaited(facts: NoticeFacts): string {
  const seen = returnDue(facts);
  const report = theReport(facts);
  if (seen === null) return sentences(`${report} was returned for clarification and may be submitted again.`);
  const end = endOf(facts, seen.date);
  switch (seen.relation) {
    case "ahead":
      return sentences(`${report}, returned for clarification, may be submitted again until ${end}.`, leftOf(seen));
    case "today":
      return sentences(
        `today is the due date of the clarifications to ${report}: the report may be submitted again until ${end}.`,
      );
    case "past":
      return sentences(
        `the clarifications to ${report} were expected by ${end}, ${ago(seen)}, and the Technical Secretariat has not received them yet.`,
      );
  }
}

const leftOf = (seen: SeenDate) => (seen.relation === "ahead" ? left(seen) : null);

/** For subjects: how far away the date is, ahead or past. */
export function dateMark(seen: SeenDate): string {
  switch (seen.relation) {
    case "ahead":
      return `${days(seen.days)} left`;
    case "today":
      return "due today";
    case "past":
      return `not yet received, ${days(seen.days)} past due`;
  }
}

/** The subject of a notice: the step and the days first, then whose report of which round, then the date where there is room. */
export function subject(facts: NoticeFacts, step: string, options: SubjectOptions = {}): string {
  const { what = "report of", day = null } = options;
  return subjectOf(
    sentence(step),
    `${what} ${country(facts)}, ${facts.roundYear} round`.trim(),
    day === null ? null : shortDate(day, localDate(facts.now, facts.timeZone), "en"),
  );
}

interface SubjectOptions {
  readonly what?: "" | "report of" | "clarifications of" | "voluntary report of" | "withdrawn report of";
  /** The date to name where there is room. */
  readonly day?: string | null;
}

export const short = (facts: NoticeFacts, day: string) => shortDate(day, localDate(facts.now, facts.timeZone), "en");
/** Named in a subject only while it is ahead or today. */
export const dayToCome = (seen: SeenDate | null) => (seen === null || seen.relation === "past" ? null : seen.date);

/** The texts are written as continuations; as a sentence they begin with a capital. */
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sentences = (...texts: readonly (string | null)[]) => block(...texts.map((text) => text && sentence(text))) ?? "";

/** How much of the working copy is answered, for readers who may know it. */
export function progress({ progress: known, withdrawn }: NoticeFacts): string | null {
  if (known === null) return null;
  const { answered, expected } = known;
  if (answered >= expected)
    // Of a report that was taken back the sentence about it says that it has not been submitted again.
    return `In the portal, all ${expected} indicators have an answer${withdrawn === null ? "; the report has not been submitted yet" : ""}.`;
  if (answered === 0) return "In the portal, no indicator has an answer yet.";
  const missing = expected - answered;
  return `In the portal, ${answered} of ${expected} indicators ${answered === 1 ? "has" : "have"} an answer; ${missing} ${missing === 1 ? "is" : "are"} missing.`;
}

/** That a report with gaps is welcome, if it has any. */
export function partial(facts: NoticeFacts): string | null {
  return facts.progress === null || isComplete(facts)
    ? null
    : "A partial report is welcome as well: what is missing will be shown as “not reported”.";
}

export const listedAsNotReceived =
  "In the list of the round that the Regional Consultation Group on Migration reads in the portal, it stands as not received.";
export const stillPublished = "What is submitted now is reviewed and published like any other report.";
export const crossed = ({ isOnPaper }: NoticeFacts) =>
  `If the report has been submitted in the meantime, please disregard this ${isOnPaper ? "letter" : "message"} and accept our thanks.`;

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
      ? "Review and submit the report"
      : facts.progress === null
        ? "Open the report"
        : "Open the first answer that is missing",
    facts.link,
  );

export const linkToQuestions = ({ link }: NoticeFacts): Action => linkTo("Open the questions in the report", link);

/** Which reminder comes next by itself, and what happens when the report is sent. To those who report, in messages that ask them. */
function whatFollows(facts: NoticeFacts): string | null {
  if (facts.next === undefined || facts.reader !== "reporter") return null;
  const isToday = facts.next === localDate(facts.now, facts.timeZone);
  const awaitedThen =
    facts.status === "returned" ? "the clarifications have not been received" : "the report has not been received";
  return facts.next === null
    ? `${strong("What follows:")} no other automatic reminder is planned. When the report is submitted, you get a receipt.`
    : `${strong("What follows:")} the next automatic reminder leaves ${isToday ? "today," : "on"} ${weekdayInWords(facts.next, "en")}, if ${awaitedThen} by then. Submitting the report stops the reminders, and you get a receipt.`;
}

/** Who answers questions. More time is offered only until something was submitted. */
function assistance({ contact, mayHaveMoreTime, reader, isOnPaper = false }: NoticeFacts): string {
  const more = reader === "reporter" && mayHaveMoreTime;
  if (contact === null)
    return `The Technical Secretariat remains at your disposal for any assistance${more ? ", including a request for more time" : ""}.`;
  return sentences(reachable(contact, isOnPaper), more ? "You may also ask for more time." : null);
}

/** In mails about accounts, where there is nothing to ask. */
export const writeTo = ({ name, address, telephone }: Contact) =>
  `Please write to ${name}, ${address}${telephone ? `, call ${telephone}` : ""}, or reply to this message.`;

const reachable = ({ name, address, telephone }: Contact, isOnPaper: boolean) =>
  `${strong("Questions:")} ${name}, Technical Secretariat, ${address}${telephone ? `, telephone ${telephone}` : ""}${isOnPaper ? "" : ", or reply to this message"}.`;

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
      ? `Nobody could be informed in ${facts.unfilled.length === 1 ? "this capacity" : "these capacities"}, for want of an account: ${list(facts.unfilled.map((audience) => roleNames[audience]))}.`
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
  // Its day stands at the head of a letter.
  if (facts.isOnPaper) return "";
  return block(nthRequest(facts), `Written ${at(facts, facts.now)}.`) ?? "";
}

function nthRequest({ ask, timeZone, reader }: NoticeFacts): string | null {
  if (ask === null || ask.nth < 2) return null;
  const first = ask.firstAt === null ? "" : `; the first was sent on ${dayInWords(ask.firstAt, timeZone, "en")}`;
  return reader === "reporter"
    ? `This is message no. ${ask.nth} with a request concerning this round${first}.`
    : `With today's, ${ask.nth} messages with a request concerning this round have gone to the country${first}.`;
}

/** What placeholders become, of the date that counts at the time: the due date, or that of returned work. */
function valuesOf(facts: NoticeFacts): PlaceholderValues<"report"> {
  const seen = facts.status === "returned" ? returnDue(facts) : due(facts);
  return {
    country: country(facts),
    round: String(facts.roundYear),
    data_year: String(facts.referenceYear),
    date: seen === null ? null : date(seen.date),
    standing: seen === null ? null : dateMark(seen),
    days: seen === null ? null : days(seen.days),
    number: number(facts),
    inSubject: { date: seen === null ? null : short(facts, seen.date) },
  };
}

/** Of a reminder by hand: which request of the round it is, from the second on. */
export const number = ({ ask }: NoticeFacts) => (ask !== null && ask.nth > 1 ? `request no. ${ask.nth}` : "reminder");

const written = (facts: NoticeFacts) => writtenWords(facts, valuesOf);

/** What stands before what is asked: the words that the secretariat wrote, else the built-in ones. */
export const opening = (facts: NoticeFacts, builtIn: string | null = null) =>
  (written(facts) ?? { opening: builtIn }).opening;
/** The same for what stands after it. */
export const closing = (facts: NoticeFacts, builtIn: string | null = null) =>
  (written(facts) ?? { closing: builtIn }).closing;

/** The salutation: institutions by their title, people as they wish to be greeted, else by their name. */
export function salutation(facts: Pick<NoticeFacts, "reader" | "readerName" | "readerSalutation">): string {
  if (facts.reader === "secretariat") return "Dear Technical Secretariat:";
  if (facts.reader === "presidency") return "Dear Presidency Pro Tempore:";
  if (facts.readerSalutation) return `${facts.readerSalutation}:`;
  return `Dear ${facts.readerName}:`;
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
export const freshLink = "as long as your part is open, the page of the link sends you a fresh one";
