import {
  commitmentChoices,
  commitmentFaultKinds,
  commitmentStages,
  longestPoint,
  matterFaultKinds,
  matterSteps,
  progressSteps,
  replyKinds,
} from "@avances/domain/network";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { MessageResultSchema } from "../notices.ts";
import {
  askedByAct,
  CountryCodeSchema,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  personName,
  plainText,
  RoleSchema,
  singleLine,
} from "../values.ts";
import { pageAsked, pageTold } from "./list-pages.ts";
import {
  HeldFile,
  MatterActView,
  MatterHead,
  MatterWordsView,
  matterParams,
  PersonalDetailsFound,
  VisibilityChoiceSchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

export const CommitmentStageSchema = z.enum(commitmentStages).meta({
  id: "CommitmentStage",
  description:
    "How far it has come. `not_recorded`: the published report in which it stands does not say what became of it. Being overdue or carried over is no stage.",
});
export const MatterStepSchema = z.enum(matterSteps).meta({
  id: "MatterStep",
  description:
    "`matter_sent`, `matter_resend`: sent by a person. The others go by themselves: 7 days before and 1 day after the day of an answer, 14 days before and 1 day after that of a commitment.",
});

const standing = {
  stage: CommitmentStageSchema,
  stageAt: Instant.describe("When somebody last said so."),
  stageByName: z
    .string()
    .nullable()
    .describe("Told to the Secretariat and to the side of whoever owes it: names of a country's people are for these."),
  stageNote: z.string().describe("What was said with it; of what was dropped why. May be empty."),
  overdueDays: z
    .int()
    .nullable()
    .describe(
      "Whole days since its day ended, by the clocks of whoever owes it. Null = it is not late, or owed no more.",
    ),
  carriedOver: z
    .array(Id)
    .readonly()
    .describe("Later meetings of the same body that were held while it was owed, earliest first."),
};

const CommitmentOutcome = z
  .object({ meetingId: Id, language: LanguageCode, text: z.string() })
  .meta({ id: "CommitmentOutcome", description: "What a later meeting said of a commitment." });

export const CommitmentSummary = MatterHead.extend({
  words: MatterWordsView,
  point: z.string().describe("The point of the report of its meeting, such as `3b`. May be empty."),
  responsible: ParticipantCodeSchema.describe("Who owes it."),
  addressees: z
    .array(ParticipantCodeSchema)
    .readonly()
    .describe("To whom it was promised, or was sent; also whoever owes it."),
  dueOn: DateOnly.nullable().describe("Null = no day was set."),
  replyBy: DateOnly.nullable().describe("Until when those who were sent it are asked to answer."),
  ...standing,
  sent: z.int().describe("How many sides that can answer here were sent it."),
  answered: z.int().describe("How many of these have answered what they were sent last."),
  outcome: CommitmentOutcome.nullable(),
}).meta({ id: "CommitmentSummary", description: "A commitment: who owes what to whom, by when, and how it stands." });
export type CommitmentSummary = z.output<typeof CommitmentSummary>;

const SentDocumentView = z.object({
  matterId: Id,
  version: z.int(),
  title: z
    .object({ language: LanguageCode, subject: z.string() })
    .nullable()
    .describe("As it was when it was sent; null = the reader may not read it."),
  isWithdrawn: z
    .boolean()
    .describe("It was withdrawn since; its page says when and why. False where there is no `title`."),
});

export const DispatchView = z
  .object({
    id: Id,
    at: Instant,
    byName: z.string(),
    to: z.array(ParticipantCodeSchema).readonly(),
    documents: z.array(SentDocumentView).readonly(),
  })
  .meta({ id: "Dispatch", description: "A commitment was sent to participants, with documents." });
export type DispatchView = z.output<typeof DispatchView>;

export const MatterSide = z
  .object({
    participant: ParticipantCodeSchema,
    sentAt: Instant.nullable().describe("When it was last sent there; null = it never was."),
    mayAnswer: z
      .boolean()
      .describe(
        "Its people answer in the portal: those of all sides but the Secretariat, and not those of the bodies that meet.",
      ),
    replyId: Id.nullable().describe("Its answer to what it was sent last."),
    seenAt: Instant.nullable().describe(
      "When somebody there first had this version on screen. Told to the author and to this side.",
    ),
    requests: z
      .int()
      .nullable()
      .describe(
        "How many messages about it were written to this side, each once whoever got it. Told to the author and to this side; null for others.",
      ),
    lastRequest: z.object({ step: MatterStepSchema, at: Instant }).nullable(),
    next: z
      .object({ step: MatterStepSchema, goesAt: Instant })
      .nullable()
      .describe("What goes there by itself next, at the earliest. Told to the author and to this side."),
  })
  .meta({ id: "MatterSide", description: "A participant to whom a commitment was sent, or who owes it." });
export type MatterSide = z.output<typeof MatterSide>;

export const MatterReplyView = z
  .object({
    id: Id,
    participant: ParticipantCodeSchema,
    said: z.enum(replyKinds),
    language: LanguageCode,
    text: z.string().describe("Empty with `no_comment`."),
    files: z.array(HeldFile).readonly(),
    at: Instant,
    byName: personName,
    withdrawn: z
      .object({ at: Instant, byName: personName })
      .nullable()
      .describe("It was taken back: known to those who said it and to whom it was said."),
  })
  .meta({ id: "MatterReply", description: "What a participant answers to what was put before the Network." });
export type MatterReplyView = z.output<typeof MatterReplyView>;

const MessageStateSchema = z
  .enum(["queued", "sending", "sent", "kept", "dead", "stopped", "superseded"])
  .describe("`superseded`: recorded only, for the reason in `result`.");
export const MatterMessageState = z
  .object({
    participant: ParticipantCodeSchema,
    recipient: z.string(),
    step: MatterStepSchema,
    at: Instant,
    state: MessageStateSchema,
    settledAt: Instant.nullable(),
    result: MessageResultSchema.nullable(),
  })
  .meta({ id: "MatterMessage", description: "A message about a commitment to one person, and what became of it." });
export type MatterMessageState = z.output<typeof MatterMessageState>;

const CommitmentAct = MatterActView.extend({ byName: personName }).meta({
  id: "CommitmentAct",
  description: "An act on a commitment: by which side, when, and what it changed.",
});

export const CommitmentView = CommitmentSummary.extend({
  dispatches: z.array(DispatchView).readonly().describe("Oldest first."),
  sides: z.array(MatterSide).readonly().describe("To whom it was sent, and who owes it."),
  replies: z.array(MatterReplyView).readonly().describe("Oldest first."),
  messages: z
    .array(MatterMessageState)
    .readonly()
    .nullable()
    .describe("Oldest first, for the Secretariat; null for others."),
  versions: z
    .array(
      MatterWordsView.pick({ language: true, subject: true, body: true }).extend({ version: z.int(), at: Instant }),
    )
    .readonly()
    .describe("The words as they were filed, oldest first. What else was corrected is in the record."),
  record: z.array(CommitmentAct).readonly().describe("Oldest first."),
}).meta({ id: "Commitment", description: "A commitment with what was sent, answered and done about it." });
export type CommitmentView = z.output<typeof CommitmentView>;

const count = (what: string) => z.int().describe(what);
export const CommitmentTallyView = z
  .object({
    all: count("All of them."),
    owed: count("Open or in progress."),
    overdue: count("Of these: their day has ended."),
    carriedOver: count("Of these: they were carried over a later meeting."),
    done: count("Done."),
    dropped: count("Dropped."),
    notRecorded: count("The report in which they stand does not say what became of them."),
  })
  .meta({ id: "CommitmentTally", description: "How the commitments that were filed stand, in numbers." });

export const listCommitments = contract({
  operationId: "listCommitments",
  method: "GET",
  path: "/commitments",
  summary: "The commitments that the reader may read, those of the latest meeting first",
  action: "network.read",
  query: z.strictObject({
    show: z
      .enum(commitmentChoices)
      .optional()
      .describe(
        "`owed`: open or in progress. `overdue`: of these those whose day has ended. `carried`: those that were carried over a later meeting. `closed`: done or dropped.",
      ),
    responsible: ParticipantCodeSchema.optional().describe("Only those that this participant owes."),
    meeting: Id.optional().describe("Only those that were made at this meeting, or of which it said what became."),
    ...pageAsked,
  }),
  response: z.object({
    commitments: z.array(CommitmentSummary).readonly(),
    ...pageTold,
    board: CommitmentTallyView.describe("Of all that were filed and that the reader may read, whatever was asked for."),
    responsible: z
      .array(ParticipantCodeSchema)
      .readonly()
      .describe("Who owes any that the reader may read, also of what is no more or is being written."),
  }),
});

const fileQuery = z.strictObject({
  language: LanguageCode.describe("If absent, the language of the region.").optional(),
});

export const getCommitmentsCsv = contract({
  operationId: "getCommitmentsCsv",
  method: "GET",
  path: "/commitments.csv",
  summary: "Commitments that the reader may read, as CSV: a line for each, those of the latest meeting first",
  action: "network.read",
  query: fileQuery,
  response: z.string().meta({ description: "A CSV file, UTF-8 with a byte order mark." }),
  contentType: "text/csv",
});

export const getCommitmentsWorkbook = contract({
  operationId: "getCommitmentsWorkbook",
  method: "GET",
  path: "/commitments.xlsx",
  summary: "The same as a workbook (XLSX)",
  action: "network.read",
  query: fileQuery,
  response: z.string().meta({ description: "An XLSX file.", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const getCommitment = contract({
  operationId: "getCommitment",
  method: "GET",
  path: "/commitments/:matterId",
  summary: "A commitment: how it stands, to whom it was sent, what was answered, and what was done about it",
  action: "network.read",
  params: matterParams,
  response: CommitmentView,
});

const Asked = z
  .object({
    name: z.string(),
    role: RoleSchema,
    state: MessageStateSchema.nullable().describe("Null = the reader may not know what became of it."),
  })
  .meta({ id: "MatterAskRecipient", description: "A person to whom a message was written, and what became of it." });

export const MatterAsk = z
  .object({
    matterId: Id,
    point: z.string(),
    meeting: z.object({ body: BodyCodeSchema, heldOn: DateOnly }).nullable(),
    step: MatterStepSchema,
    nth: z
      .int()
      .describe("Which message about this commitment to this country it is; never counted with those for a report."),
    at: Instant.describe("When it was written."),
    recipients: z.array(Asked).readonly(),
  })
  .meta({ id: "MatterAsk", description: "A message about a commitment to the people of a country." });
export type MatterAsk = z.output<typeof MatterAsk>;

export const ProgressAsk = z
  .object({
    meetingId: Id,
    meeting: z.object({ body: BodyCodeSchema, heldOn: DateOnly.describe("As the message named it.") }),
    step: z.enum(progressSteps),
    nth: z
      .int()
      .describe("Which request for this meeting to this country it is; never counted with those for a report."),
    at: Instant.describe("When it was written."),
    recipients: z.array(Asked).readonly(),
  })
  .meta({ id: "ProgressAsk", description: "A request for progress before a meeting to the people of a country." });
export type ProgressAsk = z.output<typeof ProgressAsk>;

export const listMatterAsks = contract({
  operationId: "listMatterAsks",
  method: "GET",
  path: "/asks/:country/matters",
  summary:
    "Messages about commitments of the Network to a country, and requests for its progress before a meeting; requests for its report are counted apart",
  description:
    "A country reads its own; whoever fills in a part of its report takes no part in the Network, and reads none.",
  action: "notices.read",
  params: z.strictObject({ country: CountryCodeSchema.describe("The country that was asked.") }),
  query: z.strictObject({
    ...pageAsked,
    progressPage: pageAsked.page.describe("The same of the requests for progress."),
  }),
  response: z.object({
    asks: z.array(MatterAsk).readonly().describe("Messages about commitments, the latest first."),
    ...pageTold,
    progress: z
      .object({ asks: z.array(ProgressAsk).readonly(), ...pageTold })
      .describe("Requests for progress before meetings, the latest first."),
  }),
  problems: ["not-found"],
});

const CommitmentRefused = z
  .object({
    faults: z.array(z.enum([...matterFaultKinds, ...commitmentFaultKinds])).readonly(),
  })
  .meta({ id: "CommitmentRefused", description: "Details of `commitment-refused`: what cannot be so." });
const Stale = z.object({ current: CommitmentView }).meta({
  id: "StaleCommitment",
  description: "Details of `revision-stale` when a commitment was changed meanwhile: the commitment as it is now.",
});

const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;
const act = {
  params: matterParams,
  response: CommitmentView,
  ifMatch: true,
  idempotent: true,
  details: {
    "commitment-refused": CommitmentRefused,
    "personal-details": PersonalDetailsFound,
    "revision-stale": Stale,
  },
  problems: [
    ...(["not-found", "commitment-refused", "personal-details", "transition-refused"] as const),
    ...(["revision-required", "revision-stale", ...keyed] as const),
  ],
} as const;
const manage = { ...act, action: "commitment.manage" } as const;

const promised = {
  language: writtenWords.language,
  subject: writtenWords.subject.describe("What was promised, in one line."),
  body: writtenWords.body,
  translation: writtenWords.translation,
  overruled: writtenWords.overruled,
  meetingId: Id.nullable().describe("The meeting at which it was made; null = at none."),
  point: singleLine(longestPoint).describe("The point of its report, such as `3b`; may be empty."),
  responsible: ParticipantCodeSchema,
  to: z.array(ParticipantCodeSchema).max(100).readonly().describe("To whom it was promised, besides whoever owes it."),
  dueOn: DateOnly.nullable(),
};

export const saveCommitment = contract({
  ...manage,
  operationId: "saveCommitment",
  method: "PUT",
  path: "/commitments/:matterId",
  summary: "Write a draft of a commitment, which the Secretariat alone reads",
  description:
    'With `If-Match: "v0"` and an id of your own it is a new one. Whether it stands in a report is said once, when it is begun.',
  body: z.strictObject({
    ...promised,
    visibility: VisibilityChoiceSchema,
    stage: CommitmentStageSchema.describe("`open` or `in_progress`; `not_recorded` only of what stands in a report."),
    isInReport: z.boolean().describe("It stands in the published report of its meeting."),
  }),
});

export const fileCommitment = contract({
  ...manage,
  operationId: "fileCommitment",
  method: "POST",
  path: "/commitments/:matterId/file",
  summary: "File a draft: from then on those read it for whom it is; no message is sent",
});

export const reviseCommitment = contract({
  ...manage,
  operationId: "reviseCommitment",
  method: "POST",
  path: "/commitments/:matterId/versions",
  summary:
    "Correct the words, the day or who owes a commitment that was filed; what it said before stays in the record",
  body: z.strictObject(promised),
});

export const moveCommitment = contract({
  ...act,
  operationId: "moveCommitment",
  method: "POST",
  path: "/commitments/:matterId/stage",
  summary: "Say how far a commitment has come: the Secretariat, or whoever owes it",
  action: "commitment.progress",
  body: z.strictObject({
    stage: CommitmentStageSchema,
    note: askedByAct(plainText(textLimits.actReason)).describe("Of what is dropped why; else it may be empty."),
    overruled: writtenWords.overruled,
  }),
});

export const concludeCommitment = contract({
  ...manage,
  operationId: "concludeCommitment",
  method: "POST",
  path: "/commitments/:matterId/outcome",
  summary: "Record what a later meeting said of a commitment",
  body: z.strictObject({
    meetingId: Id,
    language: LanguageCode,
    text: askedByAct(plainText(textLimits.actReason, shortestActReason)),
    stage: CommitmentStageSchema,
    overruled: writtenWords.overruled,
  }),
});

const CommitmentSent = z
  .object({
    id: Id,
    revision: z.int().describe("Of the commitment since then."),
    to: z.array(ParticipantCodeSchema).readonly(),
  })
  .meta({ id: "CommitmentSent", description: "To whom a commitment, or a reminder of it, was sent." });
export type CommitmentSent = z.output<typeof CommitmentSent>;

const sending = z
  .strictObject({
    to: z.array(ParticipantCodeSchema).max(100).readonly(),
    replyBy: DateOnly.nullable().describe(
      "Until when an answer is asked for; it counts for everybody who has not answered.",
    ),
    documents: z
      .array(z.strictObject({ matterId: Id, version: z.int().min(1).max(1_000_000) }))
      .max(20)
      .readonly()
      .describe("Filed documents, each in a version of the library."),
  })
  .meta({
    id: "CommitmentSending",
    description: "To whom a commitment is sent, until when they are asked to answer, and with which documents.",
  });
export const MatterPreview = z
  .object({
    messages: z
      .array(
        z.object({
          participant: ParticipantCodeSchema,
          recipient: z.string(),
          role: RoleSchema,
          address: z.string(),
          language: LanguageCode,
          subject: z.string(),
          bodyText: z.string(),
          isRefused: z.boolean().describe("Mail to this address has come back: the message will be given up."),
        }),
      )
      .readonly(),
    unreached: z
      .array(ParticipantCodeSchema)
      .readonly()
      .describe("Of these nobody has an account to which could be written; they see it when somebody has."),
    answered: z.array(ParticipantCodeSchema).readonly().describe("These have answered: they are not asked again."),
    requests: z
      .array(z.object({ participant: ParticipantCodeSchema, count: z.int() }))
      .readonly()
      .describe("How often each was asked so far: whoever sends repeats it."),
    wordings: z
      .array(Id)
      .readonly()
      .describe("The versions of the Secretariat's own words in the messages: whoever sends repeats them."),
  })
  .meta({ id: "MatterPreview", description: "Every message that would be sent, as it would be read." });
export type MatterPreview = z.output<typeof MatterPreview>;

const look = {
  method: "POST",
  action: "commitment.manage",
  params: matterParams,
  response: MatterPreview,
  details: { "commitment-refused": CommitmentRefused },
} as const;

/** What was shown is what is sent. */
export const shownWordings = z
  .array(Id)
  .max(100)
  .readonly()
  .optional()
  .describe("The `wordings` of the preview: others by now refuse the request.");

export const previewDispatch = contract({
  ...look,
  operationId: "previewDispatch",
  path: "/commitments/:matterId/dispatch/preview",
  summary: "Every message that sending a commitment would send; nothing is sent",
  body: sending,
  problems: ["not-found", "commitment-refused", "transition-refused"],
});

export const dispatchCommitment = contract({
  ...manage,
  operationId: "dispatchCommitment",
  method: "POST",
  path: "/commitments/:matterId/dispatch",
  summary: "Send a commitment to participants, with documents: each person there gets a message at once",
  body: sending.extend({ wordings: shownWordings }),
  response: CommitmentSent,
  problems: [...manage.problems, "words-changed"],
});

export const previewResendOfCommitment = contract({
  ...look,
  operationId: "previewResendOfCommitment",
  path: "/commitments/:matterId/resend/preview",
  summary: "Every message with which sides that have not answered would be reminded; nothing is sent",
  body: z.strictObject({ to: z.array(ParticipantCodeSchema).max(100).readonly() }),
  problems: ["not-found", "commitment-refused", "transition-refused"],
});

export const resendCommitment = contract({
  ...manage,
  operationId: "resendCommitment",
  method: "POST",
  path: "/commitments/:matterId/resend",
  summary: "Remind sides that have not answered, at once",
  body: z.strictObject({
    to: z
      .array(z.strictObject({ participant: ParticipantCodeSchema, count: z.int().min(0).max(10_000) }))
      .min(1)
      .max(100)
      .readonly()
      .describe(
        "Whom, and how often each was asked so far, as the preview says: if that has changed, or one has answered, nothing is sent.",
      ),
    wordings: shownWordings,
  }),
  response: CommitmentSent,
  details: {
    ...act.details,
    "asked-meanwhile": z.object({ participants: z.array(ParticipantCodeSchema).readonly() }).meta({
      id: "AskedMeanwhileOfMatter",
      description: "Details of `asked-meanwhile`: who was asked, or has answered, since the preview.",
    }),
  },
  problems: [...act.problems, "asked-meanwhile", "nothing-to-send", "words-changed"],
});

export const replyToMatter = contract({
  operationId: "replyToMatter",
  method: "POST",
  path: "/matters/:matterId/replies",
  summary: "Answer for one's side to what was sent to it, or say that there is no comment",
  action: "matter.reply",
  params: matterParams,
  body: z.strictObject({
    said: z.enum(replyKinds),
    language: LanguageCode,
    text: askedByAct(plainText(textLimits.matterReply)).describe("Empty with `no_comment`, and only then."),
    files: writtenFiles,
    overruled: writtenWords.overruled,
  }),
  response: MatterReplyView,
  status: 201,
  idempotent: true,
  details: {
    "reply-refused": z.object({ faults: z.array(z.enum(["text", "files_many", "file_unknown"])).readonly() }).meta({
      id: "ReplyRefused",
      description: "Details of `reply-refused`: what cannot be so.",
    }),
    "personal-details": PersonalDetailsFound,
  },
  problems: ["not-found", "reply-refused", "personal-details", "transition-refused", ...keyed],
});

export const withdrawReply = contract({
  operationId: "withdrawReply",
  method: "POST",
  path: "/matters/:matterId/replies/:replyId/withdraw",
  summary: "Take back an answer of one's side; it stays for those who said it and to whom it was said",
  action: "matter.reply",
  params: matterParams.extend({ replyId: Id.describe("Id of an answer of the own side.") }),
  response: MatterReplyView,
  idempotent: true,
  problems: ["not-found", "transition-refused", ...keyed],
});
