import { sectionSteps } from "@avances/domain/round";
import { proposalStates } from "@avances/domain/submission";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { SavedAnswer } from "../answers.ts";
import { contract } from "../contract.ts";
import { MailStateSchema } from "../notices.ts";
import { MailAddress } from "../people.ts";
import { SessionView, Token, TypedAddress } from "../session.ts";
import {
  DateOnly,
  Id,
  IndicatorCodeSchema,
  Instant,
  LanguageCode,
  plainText,
  StatusSchema,
  singleLine,
} from "../values.ts";
import { AnswerParams, mostAnswers, SubmissionParams } from "./params.ts";
import { MayNow } from "./view.ts";

const Count = z.int().min(0);
const SectionCounts = z
  .object({
    asked: Count.describe("Indicators that the section is about."),
    proposed: Count.describe("With a proposal that nobody has decided about."),
    taken: Count.describe("With a proposal that is an answer of the report now."),
    givenBack: Count.describe("With a proposal that was given back, with a note."),
    missing: Count.describe("Without any proposal."),
  })
  .meta({ id: "SectionCounts", description: "How far a section is; the four parts add up to `asked`." });

const SectionStep = z.enum(sectionSteps).meta({
  id: "SectionReminderStep",
  description: "`section_before`: three days before the date of the section; `section_overdue`: the day after it.",
});
const SectionReminders = z
  .object({
    last: z
      .object({
        step: SectionStep,
        dueOn: DateOnly.describe("The date of the section that it named."),
        at: Instant.describe(
          "When the mail server took it or it was settled otherwise; while it waits, when it was written.",
        ),
        state: MailStateSchema,
      })
      .nullable()
      .describe("The last reminder to its person; null = none was written."),
    next: z
      .object({
        step: SectionStep,
        notBefore: Instant.describe("It leaves then, or later: one message a person and day, in the hours of sending."),
      })
      .nullable()
      .describe("The next one, if nothing changes; null = none, because nothing is awaited or none is left."),
  })
  .meta({ id: "SectionReminders", description: "The reminders that go by themselves to the person of a section." });

export const SectionView = z
  .object({
    id: Id,
    name: z.string(),
    institution: z.string(),
    address: z.string().describe("Where its links go; never shown to anybody but those who report for the country."),
    language: LanguageCode,
    indicators: z.array(IndicatorCodeSchema).readonly(),
    dueOn: DateOnly,
    endsAt: Instant.describe("From then on the link and its session no longer work: fifteen days after the due date."),
    note: z.string(),
    invitedAt: Instant,
    invitedByName: z.string(),
    openedAt: Instant.nullable().describe("When its person last opened a link; null = never."),
    handedInAt: Instant.nullable(),
    removedAt: Instant.nullable(),
    revision: z.int().describe("Rises when its date or its answers are changed."),
    changedAt: Instant.nullable().describe("When they were last changed; null = never."),
    changedByName: z.string().nullable(),
    counts: SectionCounts,
    reminders: SectionReminders,
  })
  .meta({ id: "Section", description: "A part of a report that somebody of another ministry was asked for by link." });
export type SectionView = z.output<typeof SectionView>;

const SectionParams = SubmissionParams.extend({ sectionId: Id.describe("Id of a section, from `GET …/sections`.") });

export const listSections = contract({
  operationId: "listSections",
  method: "GET",
  path: "/submissions/:submissionId/sections",
  summary: "The parts of a report that people of other ministries were asked for",
  action: "section.manage",
  params: SubmissionParams,
  response: z.object({
    sections: z.array(SectionView).readonly(),
    lastDay: DateOnly.describe("The latest due date that a new section can have."),
  }),
});

export const SectionInput = z.strictObject({
  name: singleLine(textLimits.personName, 1),
  institution: singleLine(textLimits.institution, 1),
  address: MailAddress,
  language: LanguageCode,
  indicators: z.array(IndicatorCodeSchema).min(1).max(mostAnswers),
  dueOn: DateOnly,
  note: plainText(textLimits.noticeText).describe("Stands in the message and above the form; may be empty."),
});
export type SectionInput = z.output<typeof SectionInput>;

export const askForSection = contract({
  operationId: "askForSection",
  method: "POST",
  path: "/submissions/:submissionId/sections",
  summary: "Ask somebody of another ministry for a part of the report; a link is mailed to the address",
  description:
    "The link works once and for seven days; it opens a session that is limited to these answers, until fifteen days after the due date. What is written arrives as proposed. Of a returned report only answers that can be changed are asked for. `/dueOn` is invalid input when it has passed or is later than `lastDay` of `GET …/sections`.",
  action: "section.manage",
  params: SubmissionParams,
  body: SectionInput,
  response: SectionView,
  status: 201,
  idempotent: true,
  problems: ["submission-not-editable", "answer-not-in-question", "idempotency-key-required", "idempotency-key-reused"],
});

export const sendSectionLink = contract({
  operationId: "sendSectionLink",
  method: "POST",
  path: "/submissions/:submissionId/sections/:sectionId/link",
  summary: "Send a fresh link to the stored address of a section; older ones stop working",
  action: "section.manage",
  params: SectionParams,
  response: z.undefined(),
  status: 202,
  problems: ["not-available-now", "too-many-attempts"],
});

const ChangedSection = SectionView.extend({
  isTold: z
    .boolean()
    .describe(
      "A message with what changed and a fresh link goes to its person: unless nothing changed, the section is closed, or five links went there today.",
    ),
}).meta({ id: "ChangedSection", description: "A section as it was changed, and whether its person is told by mail." });

const StaleSection = z
  .object({ section: SectionView })
  .meta({ id: "StaleSection", description: "Details of `revision-stale`: the section as it is now." });

export const changeSection = contract({
  operationId: "changeSection",
  method: "POST",
  path: "/submissions/:submissionId/sections/:sectionId/change",
  summary: "Change the date or the answers of a section; its person is told what changed",
  description:
    "Answers that are added open a section that was handed in. What was proposed for answers that are no longer asked for stays among the proposals, and can be taken where the answer can be changed. A date that changes is not before today nor after `lastDay` of `GET …/sections`. `not-available-now`: the section was taken back.",
  action: "section.manage",
  params: SectionParams,
  body: z.strictObject({
    revision: z.int().min(1),
    dueOn: DateOnly,
    indicators: z.array(IndicatorCodeSchema).min(1).max(mostAnswers),
  }),
  response: ChangedSection,
  details: { "revision-stale": StaleSection },
  problems: ["revision-stale", "not-available-now", "submission-not-editable", "answer-not-in-question"],
});

export const removeSection = contract({
  operationId: "removeSection",
  method: "POST",
  path: "/submissions/:submissionId/sections/:sectionId/remove",
  summary: "Take a section back: its link and session no longer work; what was proposed stays",
  action: "section.manage",
  params: SectionParams,
  response: SectionView,
  problems: ["not-available-now"],
});

export const ProposalView = z
  .object({
    id: Id,
    revision: z.int(),
    authorId: Id.describe("Of its author: two people may have one name."),
    sectionId: Id.nullable().describe("The section it belongs to; null = its author has an account."),
    institution: z.string().describe("Of its author; may be empty."),
    proposed: SavedAnswer.describe("`updatedByName` and `updatedAt`: who proposed it, and when."),
    present: SavedAnswer.nullable().describe("The answer in the report now; null = there never was one."),
    state: z.enum(proposalStates),
    decidedAt: Instant.nullable(),
    decidedByName: z.string().nullable(),
    note: z.string().describe("Why it was given back; otherwise empty."),
    mayUndo: z.boolean().describe("It was taken, and the answer has not been changed since."),
  })
  .meta({ id: "Proposal", description: "What a contributor proposes as the answer to one indicator." });
export type ProposalView = z.output<typeof ProposalView>;

export const listProposals = contract({
  operationId: "listProposals",
  method: "GET",
  path: "/submissions/:submissionId/proposals",
  summary: "What contributors propose, with the present answers; what its author took back is left out",
  action: "proposal.decide",
  params: SubmissionParams,
  response: z.object({ proposals: z.array(ProposalView).readonly() }),
});

const StaleProposals = z.object({ proposals: z.array(ProposalView).readonly() }).meta({
  id: "StaleProposals",
  description: "Details of `revision-stale`: the proposals that are not as they were seen.",
});
const details = { "revision-stale": StaleProposals } as const;

const Decided = z
  .object({
    proposals: z.array(ProposalView).readonly(),
    status: StatusSchema,
    answered: z.int(),
    may: MayNow,
    submissionRevision: z.int(),
  })
  .meta({ id: "DecidedProposals", description: "The proposals as they are now, and what changed in the report." });

export const takeProposals = contract({
  operationId: "takeProposals",
  method: "POST",
  path: "/submissions/:submissionId/proposals/take",
  summary: "Take proposals: they become answers of the report; all or none",
  description: "Each is named with the revision that was seen, and that of the answer it replaces (`0` = none).",
  action: "proposal.decide",
  params: SubmissionParams,
  body: z.strictObject({
    proposals: z
      .array(z.strictObject({ id: Id, revision: z.int().min(1), answerRevision: z.int().min(0) }))
      .min(1)
      .max(mostAnswers),
  }),
  response: Decided,
  details,
  problems: ["revision-stale", "submission-not-editable", "answer-not-in-question", "answer-not-accepted"],
});

const ProposalParams = SubmissionParams.extend({
  proposalId: Id.describe("Id of a proposal, from `GET …/proposals`."),
});

export const undoTaking = contract({
  operationId: "undoTaking",
  method: "POST",
  path: "/submissions/:submissionId/proposals/:proposalId/undo",
  summary: "Undo the taking of a proposal: the answer is as before, and the proposal waits again",
  description: "`not-available-now`: the answer was changed since, or the proposal is not taken.",
  action: "proposal.decide",
  params: ProposalParams,
  response: Decided,
  problems: ["not-available-now", "submission-not-editable", "answer-not-in-question"],
});

const GivenBackProposal = ProposalView.extend({
  isTold: z
    .boolean()
    .describe(
      "A message with the note and a fresh link goes to its author: the person of a section that is still open, unless five links went there today. Others read the note above their form.",
    ),
}).meta({
  id: "GivenBackProposal",
  description: "A proposal that was given back, and whether its author is told by mail.",
});

export const giveBackProposal = contract({
  operationId: "giveBackProposal",
  method: "POST",
  path: "/submissions/:submissionId/proposals/:proposalId/give-back",
  summary: "Give a proposal back to its author, with a note",
  action: "proposal.decide",
  params: ProposalParams,
  body: z.strictObject({ revision: z.int().min(1), note: plainText(textLimits.note, 1) }),
  response: GivenBackProposal,
  details,
  problems: ["revision-stale", "submission-not-editable", "answer-not-in-question"],
});

export const OwnPart = z
  .object({
    section: z
      .object({
        revision: z.int(),
        dueOn: DateOnly,
        endsAt: Instant,
        note: z.string(),
        invitedByName: z.string(),
        handedInAt: Instant.nullable(),
        counts: SectionCounts,
      })
      .nullable()
      .describe("Null for a contributor with an account."),
    proposals: z
      .array(
        z.object({
          indicatorCode: IndicatorCodeSchema,
          revision: z.int(),
          state: z.enum(proposalStates),
          note: z.string(),
          decidedByName: z.string().nullable(),
          decidedAt: Instant.nullable(),
        }),
      )
      .readonly(),
  })
  .meta({ id: "OwnPart", description: "A contributor's own part of a report, and what became of each proposal." });
export type OwnPart = z.output<typeof OwnPart>;

export const getOwnPart = contract({
  operationId: "getOwnPart",
  method: "GET",
  path: "/submissions/:submissionId/own-part",
  summary: "The reader's own part of a report: when it is due and what became of each proposal",
  action: "section.own",
  bySection: true,
  params: SubmissionParams,
  response: OwnPart,
});

export const handInSection = contract({
  operationId: "handInSection",
  method: "POST",
  path: "/submissions/:submissionId/own-part/hand-in",
  summary: "Say that the own section is complete; it can still be changed until it closes",
  action: "section.own",
  bySection: true,
  params: SubmissionParams,
  response: OwnPart,
  problems: ["not-available-now", "submission-not-editable"],
});

export const withdrawProposal = contract({
  operationId: "withdrawProposal",
  method: "POST",
  path: "/submissions/:submissionId/own-part/proposals/:indicatorCode/withdraw",
  summary: "Propose nothing for this indicator: the own open proposal is taken back, and the report stays as it is",
  description:
    "Saving `not_reported` over an answer of the report proposes to clear it; this does not. `not-available-now`: there is no open proposal with this revision, because somebody decided about it or it was changed.",
  action: "section.own",
  bySection: true,
  params: AnswerParams,
  body: z.strictObject({ revision: z.int().min(1).describe("Of the proposal, from `GET …/own-part`.") }),
  response: OwnPart,
  problems: ["not-available-now", "submission-not-editable", "answer-not-in-question"],
});

export const openSectionLink = contract({
  operationId: "openSectionLink",
  method: "POST",
  path: "/section-links/open",
  summary: "Use a link to a section: opens a session that is limited to it",
  description: "Works once. Opening the page of the link does not use it.",
  action: "ticket.use",
  setsCookies: true,
  body: z.strictObject({ token: Token }),
  response: SessionView,
  problems: ["ticket-refused"],
});

export const requestSectionLink = contract({
  operationId: "requestSectionLink",
  method: "POST",
  path: "/section-links",
  summary: "Request a fresh link to the stored address; the response is the same whether or not the address is known",
  action: "ticket.use",
  body: z.strictObject({ email: TypedAddress }),
  response: z.undefined(),
  status: 202,
  problems: ["too-many-attempts"],
});
