import * as answerLinks from "./answer-links.ts";
import * as asks from "./asks.ts";
import * as closing from "./closing.ts";
import type { Contract } from "./contract.ts";
import * as storedFiles from "./files.ts";
import * as letters from "./letters.ts";
import * as activities from "./network/activities.ts";
import * as bodies from "./network/bodies.ts";
import * as commitments from "./network/commitments.ts";
import * as guidelines from "./network/guidelines.ts";
import * as library from "./network/library.ts";
import * as matters from "./network/matters.ts";
import * as meetings from "./network/meetings.ts";
import * as narratives from "./network/narratives.ts";
import * as ownNetwork from "./network/own.ts";
import * as progressAsks from "./network/progress-asks.ts";
import * as meetingReports from "./network/reports.ts";
import * as timeline from "./network/timeline.ts";
import * as voices from "./network/voices.ts";
import * as notices from "./notices.ts";
import * as own from "./own.ts";
import * as ownEntry from "./own-entry.ts";
import * as people from "./people.ts";
import * as preparations from "./preparations.ts";
import * as proposedSteps from "./proposed-steps.ts";
import * as publication from "./publication.ts";
import * as publicCountries from "./published/countries.ts";
import * as files from "./published/files.ts";
import * as publicIndicators from "./published/indicators.ts";
import * as matrix from "./published/matrix.ts";
import * as progressIndex from "./published/progress-index.ts";
import * as publicVoices from "./published/voices.ts";
import * as reference from "./reference.ts";
import * as rounds from "./rounds.ts";
import * as scheduledReminders from "./scheduled-reminders.ts";
import * as session from "./session.ts";
import * as comments from "./submissions/comments.ts";
import * as live from "./submissions/live.ts";
import * as ministries from "./submissions/ministries.ts";
import * as reopening from "./submissions/reopening.ts";
import * as review from "./submissions/review.ts";
import * as saving from "./submissions/saving.ts";
import * as signing from "./submissions/signing.ts";
import * as submitting from "./submissions/submitting.ts";
import * as verdicts from "./submissions/verdicts.ts";
import * as submissionView from "./submissions/view.ts";
import * as templates from "./templates.ts";

/** Operations that belong together: a tag in the API description. */
export interface Feature {
  readonly name: string;
  readonly description: string;
  readonly contracts: readonly Contract[];
}

/** Operations that need no account come first. */
export const features: readonly Feature[] = [
  feature(
    "published",
    { ...publicIndicators, ...matrix, ...progressIndex, ...publicCountries, ...publicVoices, ...files },
    "What the public reads, without an account: figures, index, who reported when, what others say beside it, and files. Every answer is of one edition, and pages of any origin may read it.",
  ),
  feature("reference", reference, "Catalogue of indicators, countries, groups, and the calendar of rounds."),
  feature(
    "session",
    { ...session, ...ownEntry },
    "Signing in and out, the own password and entry, and single-use links.",
  ),
  feature(
    "submissions",
    {
      ...submissionView,
      ...saving,
      ...reopening,
      ...signing,
      ...submitting,
      ...review,
      ...verdicts,
      ...comments,
      ...live,
    },
    "A country's report of one round: its answers, signing it off, and the Secretariat's review.",
  ),
  feature(
    "ministries",
    ministries,
    "Other ministries: parts of a report that are asked for by link, and what contributors propose until it is taken.",
  ),
  feature(
    "publication",
    publication,
    "Between acceptance and publication: what the public will see, and the country's agreement.",
  ),
  feature(
    "rounds",
    { ...rounds, ...preparations, ...closing },
    "Preparing, opening, correcting and closing rounds, and the board of who has reported.",
  ),
  feature(
    "notices",
    { ...notices, ...proposedSteps, ...scheduledReminders },
    "Reminders, the ledger of what was asked of whom, and outgoing mail.",
  ),
  feature("templates", templates, "The words of reminders that the Secretariat writes itself, version by version."),
  feature(
    "letters",
    letters,
    "Letters on paper to countries: numbered, as PDF, and a request once they were dispatched.",
  ),
  feature(
    "asks",
    { ...asks, ...answerLinks },
    "Every request to a country by message, call or letter, and what it answered: between the Secretariat and that country.",
  ),
  feature(
    "files",
    storedFiles,
    "Files that people add: announced, sent, looked at, and read by whoever reads what holds them.",
  ),
  feature(
    "network",
    { ...meetings, ...timeline, ...bodies, ...meetingReports, ...ownNetwork },
    "The work of the Network around the indicators: who takes part, its meetings with their agendas and reports, who held which role when, and what it needs of the reader's side. For everybody who takes part, not for the public.",
  ),
  feature(
    "library",
    { ...library, ...matters },
    "Documents of the Network: searched, filed for a circle of readers, version by version; and the words of what is put before it, in two languages.",
  ),
  feature(
    "narratives",
    { ...narratives, ...progressAsks },
    "What countries tell of their progress since the last meeting of the Network, once for each Protocol, who has shared it, and who was asked for it.",
  ),
  feature(
    "guidelines",
    guidelines,
    "How countries apply the Regional Guidelines, step by step: each of itself, and beside it the view of IOM, which its country reads first and answers. Who says what, with which evidence and of which day; no figure is made of it.",
  ),
  feature(
    "voices",
    voices,
    "What organisations, countries that observe and the Secretariat put before the Network in their own name: contributions and recommendations, how they are answered, and how far they are carried out, as each side says for itself.",
  ),
  feature(
    "activities",
    activities,
    "Activities that countries, organisations and the Secretariat propose to the Network: who supports them, what a meeting said, when they were held with how many people, and what came of them, as whoever proposed them says.",
  ),
  feature(
    "commitments",
    commitments,
    "Commitments of the Network from meeting to meeting: who owes what, to whom it was sent, what was answered, and what became of it.",
  ),
  feature("own", own, "What a person chooses for the own account: the calendar, and mails that tell of changes."),
  feature(
    "people",
    people,
    "Accounts and contacts. Acts that reach into a country take two people of the Secretariat.",
  ),
];

function feature(name: string, module: Readonly<Record<string, unknown>>, description: string): Feature {
  const contracts = Object.values(module).filter(
    (value): value is Contract => typeof value === "object" && value !== null && "operationId" in value,
  );
  return { name, description, contracts };
}

/** Every operation of the API, for OpenAPI and for the tests that walk them all. */
export const allContracts: readonly Contract[] = features.flatMap(({ contracts }) => contracts);
