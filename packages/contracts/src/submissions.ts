import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { AnswerInput, FindingSchema, PlainAnswer, Progress, SavedAnswer } from "./answers.ts";
import { contract } from "./contract.ts";
import { RoundView } from "./reference.ts";
import { RoundDates, Timeliness } from "./rounds.ts";
import {
  CountryCodeSchema,
  CountryFilter,
  DateOnly,
  Id,
  IndicatorCodeSchema,
  Instant,
  plainText,
  RoundYear,
  StatusSchema,
  SubmissionActSchema,
} from "./values.ts";

export const SubmissionSummary = z
  .object({
    id: Id,
    year: z.int().describe("Of the round, and of the data that it holds: never the same."),
    referenceYear: z.int(),
    country: CountryCodeSchema,
    obligated: z.boolean(),
    exempt: z.boolean().describe("Excused, also when the country has begun or sent a report of its own accord."),
    status: StatusSchema,
    timeliness: Timeliness,
    dueOn: DateOnly,
    returnDueOn: DateOnly.nullable().describe("Own deadline of returned work, or null."),
    extended: z.boolean(),
    version: z.int(),
    publishedVersion: z.int().nullable(),
    answered: z.int(),
    expected: z.int(),
    firstSubmittedAt: Instant.nullable(),
    submittedAt: Instant.nullable(),
    returnedAt: Instant.nullable().describe(
      "When it was last returned; what was asked then is the remarks of that instant.",
    ),
    acceptedAt: Instant.nullable(),
    publishedAt: Instant.nullable(),
    lastActivityAt: Instant.nullable(),
    revision: z
      .int()
      .describe(
        'Of the state, not of the answers: every act raises it. Acts are sent with the one they were decided on (`If-Match: "v<revision>"`).',
      ),
  })
  .meta({ id: "SubmissionSummary", description: "The report of one country in one round, without its answers." });
export type SubmissionSummary = z.output<typeof SubmissionSummary>;

const ActState = z
  .object({
    status: StatusSchema,
    version: z.int(),
    dueOn: DateOnly,
    returnDueOn: DateOnly.nullable(),
  })
  .meta({ id: "ActState", description: "The submission before or after an act." });

export const ActView = z
  .object({
    revision: z.int().describe("The revision that the submission has since then."),
    act: SubmissionActSchema,
    at: Instant,
    byName: z.string(),
    byRole: z.string(),
    before: ActState,
    after: ActState,
    reason: z.string(),
  })
  .meta({
    id: "SubmissionActRecord",
    description: "What was done to a submission: by whom, when, why, and what it changed.",
  });
export type ActView = z.output<typeof ActView>;

export const RoundCorrection = z
  .object({ at: Instant, before: RoundDates, after: RoundDates, reason: z.string() })
  .meta({
    id: "RoundCorrection",
    description:
      "The Secretariat put other dates in the place of a round's, for whoever reports in it: when, what, and why. Not by whom: the office did.",
  });
export type RoundCorrection = z.output<typeof RoundCorrection>;

export const StaleAct = z
  .object({
    current: SubmissionSummary,
    acts: z.array(ActView).readonly().describe("What was done since, oldest first."),
  })
  .meta({
    id: "StaleAct",
    description: "Details of `revision-stale` when an act was decided on a state that is no longer the present one.",
  });
export type StaleAct = z.output<typeof StaleAct>;

export const CommentView = z
  .object({
    id: Id,
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(["country", "shared"]),
    version: z.int(),
    body: z.string(),
    authorName: z.string(),
    authorRole: z.string(),
    createdAt: Instant,
  })
  .meta({
    id: "Comment",
    description:
      "A remark on a report or on one of its answers. `country`: for the country alone; `shared`: for the Secretariat too.",
  });

export const VersionView = z
  .object({
    version: z.int(),
    submittedAt: Instant,
    submittedByName: z.string(),
    contentHash: z.string(),
  })
  .meta({
    id: "Version",
    description: "A submitted version. It never changes; `contentHash` is the SHA-256 of its answers.",
  });

export const Publication = z
  .object({
    version: z.int(),
    acceptedAt: Instant,
    from: DateOnly.describe(
      "First day, in the country's calendar, on which it may become public: after five full working days from acceptance, or the day of consent.",
    ),
    isOpen: z.boolean().describe("May it become public at this moment?"),
    consent: z
      .object({ at: Instant, byName: z.string() })
      .nullable()
      .describe("The country's agreement to the publication of this version, or null."),
    told: z
      .array(z.object({ name: z.string(), at: Instant }))
      .readonly()
      .describe(
        "To whom of the country the message about this acceptance left, and when, first to last; empty = it left to nobody.",
      ),
  })
  .meta({ id: "Publication", description: "An accepted version on its way to the public." });
export type Publication = z.output<typeof Publication>;

const MayNow = z
  .object({
    edit: z.boolean(),
    submit: z.boolean(),
    withdraw: z.boolean(),
    review: z.boolean(),
    consent: z.boolean(),
  })
  .meta({ id: "MayNow", description: "What this reader may do with the submission now; decided by the server." });

export const SubmissionView = z
  .object({
    submission: SubmissionSummary,
    round: RoundView,
    timeZone: z.string(),
    copy: z
      .enum(["working", "frozen"])
      .describe(
        "`working`: the country's own copy. `frozen`: the latest submitted version, which is all the secretariat ever sees.",
      ),
    answers: z.array(SavedAnswer).readonly(),
    previous: z
      .object({
        year: z.int().nullable(),
        referenceYear: z.int().nullable(),
        answers: z.array(PlainAnswer).readonly(),
      })
      .describe("Latest accepted version of the previous round; empty when there is none."),
    findings: z.array(FindingSchema).readonly(),
    progress: Progress,
    comments: z.array(CommentView).readonly(),
    inQuestion: z
      .array(IndicatorCodeSchema)
      .readonly()
      .nullable()
      .describe(
        "Of a report that was returned, until it is sent again: those of the reader's answers that may be changed to answer its questions. Null = all (where `may.edit` says so at all).",
      ),
    confirmedNotApplicable: z
      .array(IndicatorCodeSchema)
      .readonly()
      .describe(
        'Declared "not applicable" that the secretariat confirmed when it accepted the version; empty as long as none is accepted.',
      ),
    confirmedBefore: z
      .array(z.object({ indicatorCode: IndicatorCodeSchema, version: z.int() }))
      .readonly()
      .describe(
        "Those that it had confirmed in an earlier acceptance, which a return has ended, with the last version that was so confirmed.",
      ),
    versions: z.array(VersionView).readonly(),
    acts: z.array(ActView).readonly().describe("Everything that was done to it, oldest first; empty for contributors."),
    roundCorrections: z
      .array(RoundCorrection)
      .readonly()
      .describe("Corrections of the round's dates since it was opened, oldest first; empty for contributors."),
    publication: Publication.nullable().describe(
      "While it is accepted and not public yet; else null. Null for contributors.",
    ),
    may: MayNow,
  })
  .meta({
    id: "Submission",
    description: "The report of one country in one round, with everything that this reader may see of it.",
  });
export type SubmissionView = z.output<typeof SubmissionView>;

/** More than any catalogue has indicators. */
const mostAnswers = 120;

const SubmissionId = Id.describe("Id of a submission, from `GET /submissions`.");
const SubmissionParams = z.strictObject({ submissionId: SubmissionId });
const AnswerParams = z.strictObject({
  submissionId: SubmissionId,
  indicatorCode: IndicatorCodeSchema.describe("An indicator of the round's catalogue."),
});

const StaleAnswer = z.object({ current: SavedAnswer.nullable() }).meta({
  id: "StaleAnswer",
  description:
    "Details of `revision-stale` when an answer was saved by somebody else: as it is now; null = there is none.",
});
const StaleAnswers = z
  .object({ conflicts: z.array(StaleAnswer.extend({ indicatorCode: IndicatorCodeSchema })).readonly() })
  .meta({ id: "StaleAnswers", description: "The same for many at once: each that was not as it was seen." });

export const listSubmissions = contract({
  operationId: "listSubmissions",
  method: "GET",
  path: "/submissions",
  summary: "Submissions the reader may see, newest round first",
  action: "submission.read",
  query: z.strictObject({ round: RoundYear.optional(), country: CountryFilter.optional() }),
  response: z.object({ submissions: z.array(SubmissionSummary).readonly() }),
});

export const getSubmission = contract({
  operationId: "getSubmission",
  method: "GET",
  path: "/submissions/:submissionId",
  summary: "A country's submission with answers, last round's answers, findings and comments",
  action: "submission.read",
  params: SubmissionParams,
  response: SubmissionView,
});

export const SaveReply = z
  .object({
    answer: SavedAnswer,
    findings: z
      .array(FindingSchema)
      .readonly()
      .describe(
        "Findings that concern the saved indicator or any other that a rule ties to it; `checked` says for which indicators they are complete.",
      ),
    checked: z.array(IndicatorCodeSchema).readonly(),
    status: StatusSchema,
    answered: z.int(),
    may: MayNow.describe("The first save opens the way to submitting: what may be done changes with it."),
    submissionRevision: z.int().describe("Of the submission: the first answer begins it, which is an act."),
  })
  .meta({ id: "SaveReply", description: "The answer as it was saved, and what follows from it." });

export const saveAnswer = contract({
  operationId: "saveAnswer",
  method: "PUT",
  path: "/submissions/:submissionId/answers/:indicatorCode",
  summary: "Save one answer of the working copy",
  description:
    "The whole answer is replaced. `If-Match` names the revision that was seen (`v0` for one that was never saved): when somebody else has saved meanwhile, nothing is written and the refusal carries the present answer. What is saved is a draft: findings tell what still keeps the report from being submitted.",
  details: { "revision-stale": StaleAnswer },
  action: "answer.write",
  params: AnswerParams,
  body: AnswerInput,
  response: SaveReply,
  ifMatch: true,
  problems: [
    "revision-required",
    "revision-stale",
    "submission-not-editable",
    "answer-not-in-question",
    "answer-not-accepted",
  ],
});

export const saveAnswers = contract({
  operationId: "saveAnswers",
  method: "PUT",
  path: "/submissions/:submissionId/answers",
  summary: "Save many answers at once: all or none",
  description: "Each names the revision that was seen (`0` for one that was never saved).",
  details: { "revision-stale": StaleAnswers },
  action: "answer.write",
  params: SubmissionParams,
  body: z.strictObject({
    answers: z
      .array(AnswerInput.extend({ indicatorCode: IndicatorCodeSchema, revision: z.int().min(0) }))
      .min(1)
      .max(mostAnswers),
  }),
  response: z.object({
    answers: z.array(SavedAnswer).readonly(),
    findings: z.array(FindingSchema).readonly(),
    status: StatusSchema,
    answered: z.int(),
    may: MayNow,
    submissionRevision: z.int(),
  }),
  problems: ["revision-stale", "submission-not-editable", "answer-not-in-question", "answer-not-accepted"],
});

export const Receipt = z
  .object({
    submissionId: Id,
    country: CountryCodeSchema,
    year: z.int(),
    referenceYear: z.int(),
    version: z.int(),
    submittedAt: Instant,
    submittedByName: z.string(),
    contentHash: z.string(),
    timeliness: Timeliness,
    timeZone: z.string(),
    progress: Progress,
    status: StatusSchema,
    revision: z.int().describe("Of the submission as it now is."),
  })
  .meta({ id: "Receipt", description: "Proof that a version was submitted: when, by whom, with which content." });

const staleAct = { "revision-stale": StaleAct } as const;
const transitionProblems = [
  "transition-refused",
  "revision-required",
  "revision-stale",
  "idempotency-key-required",
  "idempotency-key-reused",
] as const;

const SeenAnswers = z
  .record(IndicatorCodeSchema, z.int().min(0))
  .refine((seen) => Object.keys(seen).length <= mostAnswers, `No report has more than ${mostAnswers} answers`)
  .meta({
    id: "SeenAnswers",
    description:
      "Which answers are declared: the revision of each that the submitter saw, by indicator. Not named, or 0 = saw none.",
    examples: [{ "TIP-LEG-01": 3, "TIP-LEG-02": 1 }],
  });

export const AnswersChanged = z.object({ indicators: z.array(IndicatorCodeSchema).readonly() }).meta({
  id: "AnswersChanged",
  description:
    "Details of `answers-changed`: of which indicators the answer was changed, given or cleared since it was seen.",
});
export type AnswersChanged = z.output<typeof AnswersChanged>;

export const submitSubmission = contract({
  operationId: "submitSubmission",
  method: "POST",
  path: "/submissions/:submissionId/submit",
  summary: "Sign off the answers that were seen: freezes a numbered version and answers with its receipt",
  details: { "revision-stale": StaleAct, "answers-changed": AnswersChanged },
  action: "submission.submit",
  params: SubmissionParams,
  body: z.strictObject({ declaration: z.literal(true), answers: SeenAnswers }),
  response: Receipt,
  ifMatch: true,
  idempotent: true,
  problems: [
    ...transitionProblems,
    "answers-changed",
    "round-not-open",
    "nothing-answered",
    "submission-has-errors",
    "questions-open",
  ],
});

export const getReceipt = contract({
  operationId: "getReceipt",
  method: "GET",
  path: "/submissions/:submissionId/receipt",
  summary: "The receipt of the latest (or a given) submitted version",
  action: "submission.read",
  params: SubmissionParams,
  query: z.strictObject({
    version: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .meta({
        description: "Number of the version; the latest when absent.",
        written: { type: "integer", minimum: 0, maximum: 9999, examples: [1] },
      })
      .optional(),
  }),
  response: Receipt,
});

export const withdrawSubmission = contract({
  operationId: "withdrawSubmission",
  method: "POST",
  path: "/submissions/:submissionId/withdraw",
  summary: "Take back a submission that is not yet accepted, to change it",
  action: "submission.withdraw",
  params: SubmissionParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason) }).optional(),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});

export const returnSubmission = contract({
  operationId: "returnSubmission",
  method: "POST",
  path: "/submissions/:submissionId/return",
  summary: "Send back for clarification with reasons and a new date; starts its own clock",
  action: "submission.review",
  params: SubmissionParams,
  body: z.strictObject({
    dueOn: DateOnly.optional(),
    comments: z
      .array(z.strictObject({ indicatorCode: IndicatorCodeSchema.nullable(), body: plainText(textLimits.note, 1) }))
      .min(1)
      .max(80),
  }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const acceptSubmission = contract({
  operationId: "acceptSubmission",
  method: "POST",
  path: "/submissions/:submissionId/accept",
  summary: "Accept the submitted version; confirms the declared 'not applicable' that are listed",
  action: "submission.review",
  params: SubmissionParams,
  body: z.strictObject({ confirmNotApplicable: z.array(IndicatorCodeSchema).max(80).optional() }).optional(),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});

export const publishSubmission = contract({
  operationId: "publishSubmission",
  method: "POST",
  path: "/submissions/:submissionId/publish",
  summary:
    "Publish the accepted version: it is suppressed and scored once, and a new edition of the public file shows it",
  action: "submission.publish",
  params: SubmissionParams,
  body: z.strictObject({}).optional(),
  response: SubmissionSummary.extend({
    edition: z
      .object({ id: z.int(), publishedAt: Instant })
      .describe("The edition of the public file that stands now; it shows the version, or a later one does."),
  }).meta({ id: "PublishedSubmission", description: "The report as it is published, and the edition that shows it." }),
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "publication-too-early"],
});

export const exemptSubmission = contract({
  operationId: "exemptSubmission",
  method: "POST",
  path: "/submissions/:submissionId/exempt",
  summary: "Record that a country need not report in this round, with the reason",
  action: "submission.exempt",
  params: SubmissionParams,
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: transitionProblems,
});

export const extendSubmission = contract({
  operationId: "extendSubmission",
  method: "POST",
  path: "/submissions/:submissionId/extend",
  summary: "Give a country a later due date; its reminders move with it",
  action: "submission.extend",
  params: SubmissionParams,
  body: z.strictObject({ dueOn: DateOnly, reason: plainText(textLimits.actReason, shortestActReason) }),
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

const reason = plainText(textLimits.actReason, shortestActReason);
const correction = {
  method: "POST",
  params: SubmissionParams,
  response: SubmissionSummary,
  details: staleAct,
  ifMatch: true,
  idempotent: true,
} as const;

export const correctExtension = contract({
  ...correction,
  operationId: "correctExtension",
  path: "/submissions/:submissionId/correct-extension",
  summary: "Put another date in the place of an extension that was given by mistake; the record keeps both",
  action: "submission.extend",
  body: z.strictObject({ dueOn: DateOnly, reason }),
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const takeBackExtension = contract({
  ...correction,
  operationId: "takeBackExtension",
  path: "/submissions/:submissionId/take-back-extension",
  summary: "Take an extension back: the due date of the round counts again; the record keeps it",
  action: "submission.extend",
  body: z.strictObject({ reason }),
  problems: transitionProblems,
});

export const correctReturnDate = contract({
  ...correction,
  operationId: "correctReturnDate",
  path: "/submissions/:submissionId/correct-return-date",
  summary: "Give returned work another date",
  action: "submission.review",
  body: z.strictObject({ dueOn: DateOnly, reason }),
  problems: [...transitionProblems, "round-dates-out-of-order"],
});

export const takeBackExemption = contract({
  ...correction,
  operationId: "takeBackExemption",
  path: "/submissions/:submissionId/take-back-exemption",
  summary: "Take an exemption back: the report is owed again, as far as it was prepared",
  action: "submission.exempt",
  body: z.strictObject({ reason }),
  problems: transitionProblems,
});

export const listReviews = contract({
  operationId: "listReviews",
  method: "GET",
  path: "/reviews",
  summary: "Review queue: submitted, accepted and returned work, oldest first",
  action: "submission.review",
  response: z.object({
    submissions: z.array(SubmissionSummary.extend({ publication: Publication.nullable() })).readonly(),
  }),
});

export const addComment = contract({
  operationId: "addComment",
  method: "POST",
  path: "/submissions/:submissionId/comments",
  summary: "Add a remark for the own country only, or shared with the secretariat",
  action: "review-comment.write",
  params: SubmissionParams,
  body: z.strictObject({
    indicatorCode: IndicatorCodeSchema.nullable(),
    audience: z.enum(["country", "shared"]),
    body: plainText(textLimits.note, 1),
  }),
  response: CommentView,
  status: 201,
  idempotent: "optional",
  problems: ["idempotency-key-required", "idempotency-key-reused"],
});
