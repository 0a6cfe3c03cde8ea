import { byLanguage } from "@avances/domain/catalogue";
import {
  arrangementFaultKinds,
  figureFaultKinds,
  figureForms,
  figureKinds,
  figureStates,
  figureSubjects,
  matterKinds,
  mostFigures,
  mostHighlighted,
  mostVoices,
  packAudiences,
  pointFaultKinds,
  pointLevels,
  pointSources,
  pointVerbs,
  type ReportContent as ReportContentOfDomain,
  type ReportFigures as ReportFiguresOfDomain,
  reportStages,
  sentStages,
  stepFaultKinds,
  voiceKinds,
} from "@avances/domain/network";
import { personalDetailKinds, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { NamedRound } from "../published/frame.ts";
import type { Held, Same } from "../same.ts";
import {
  askedByAct,
  CatalogueVersion,
  CountryCodeSchema,
  DateOnly,
  Id,
  Instant,
  LanguageCode,
  personName,
  plainText,
  TextInLanguages,
  Year,
} from "../values.ts";
import { PersonalDetailsFound, titleFields, VisibilitySchema } from "./matters.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

const VerbSchema = z.enum(pointVerbs).meta({
  id: "PointVerb",
  description: "What a body formally does in a point. Six different things: to take note is not to agree.",
});
const LevelSchema = z.union(pointLevels.map((level) => z.literal(level))).meta({
  id: "PointLevel",
  description: "0: a paragraph without a number. 1: a point. 2: a lettered point below it.",
});
const StageSchema = z.enum(reportStages).meta({ id: "ReportStage", description: "Where a report is on its way." });

const PointView = z
  .object({
    id: Id,
    level: LevelSchema,
    verb: VerbSchema.nullable().describe("Null: its words are a sentence by themselves."),
    speaker: ParticipantCodeSchema.nullable().describe("Whoever does it, if it is not the body that met."),
    words: z.object(byLanguage(() => z.string())).describe("What follows the verb; empty where it is not written yet."),
    source: z
      .object({ kind: z.enum(pointSources), id: Id })
      .nullable()
      .describe("What it was made from: the record of the meeting, or a matter."),
    voices: z
      .array(Id)
      .readonly()
      .describe("Contributions and recommendations of which it speaks, as far as the reader may read them."),
  })
  .meta({ id: "ReportPoint", description: "A point of a report. Number and letter follow from order and level." });

const choice = {
  id: Id.describe("Chosen by whoever asks for it."),
  pointId: Id.nullable().describe("The point below which it stands; null = in the annex."),
  subject: z.enum(figureSubjects).describe("What it is about."),
  code: z
    .string()
    .regex(/^[A-Z0-9/-]{0,20}$/)
    .meta({
      description:
        "Of an instrument (`TIP`), a dimension of one (`TIP/PRV`), an objective, an indicator, a country; empty for the whole index.",
      examples: ["TIP-PRV-04"],
    }),
  form: z.enum(figureForms).describe("Bars of one round by country, lines over the rounds, or a table."),
  roundYear: Year.nullable().describe(
    "Of bars, and of the table of an objective; null = the round that stands for the region.",
  ),
  countries: z.array(CountryCodeSchema).max(mostHighlighted).readonly().describe("Of lines: the countries in colour."),
};
const FigureChoiceView = z.object(choice).meta({
  id: "ReportFigureChoice",
  description: "A chart or table that a report asks for. Its figures are those of the published edition.",
});

const FigureCellView = z
  .object({
    ...NamedRound.shape,
    state: z.enum(figureStates).describe("`reported`, or why there is no figure."),
    kind: z.enum(figureKinds).describe("How a number is written; `words`: there is none."),
    value: z.number().nullable(),
    words: TextInLanguages.nullable().describe("A level, yes or no, an amount, a day, or words of the country."),
    result: z
      .object({ coverage: z.number(), floor: z.number(), ceiling: z.number() })
      .nullable()
      .describe("A score never stands without them."),
  })
  .meta({ id: "ReportFigureCell", description: "What is published of one country in one round, or why nothing is." });

export const ReportFigures = z
  .object({
    edition: z
      .object({ id: z.int(), publishedAt: Instant, catalogueVersion: CatalogueVersion })
      .nullable()
      .describe("From which edition all of it is; null = nothing was published."),
    figures: z
      .array(
        z
          .object({
            ...{
              id: choice.id,
              subject: choice.subject,
              code: choice.code,
              form: choice.form,
              countries: choice.countries,
            },
            title: TextInLanguages,
            unit: TextInLanguages.nullable(),
            most: z.number().nullable().describe("The end of the axis, if it has one."),
            round: NamedRound.nullable(),
            columns: z.array(z.object({ ...NamedRound.shape, name: TextInLanguages.nullable() })).readonly(),
            lines: z
              .array(z.object({ code: z.string(), name: TextInLanguages, cells: z.array(FigureCellView).readonly() }))
              .readonly()
              .describe("A country each; of the table of a country an indicator each."),
          })
          .meta({ id: "ReportFigure", description: "A chart or table of a report with what stands in it." }),
      )
      .readonly()
      .describe("Those of which something is published, in the order of the report."),
  })
  .meta({
    id: "ReportFigures",
    description: "What the charts and tables of a report show. Of a version that was sent it never changes.",
  });
export type ReportFigures = z.output<typeof ReportFigures>;

export const ReportContent = z
  .object({
    meeting: z.object({
      body: BodyCodeSchema,
      heldOn: DateOnly,
      untilOn: DateOnly.nullable(),
      place: z.string(),
      host: ParticipantCodeSchema.nullable(),
    }),
    attendance: z
      .array(
        z.object({
          participant: ParticipantCodeSchema,
          attended: z.boolean().nullable().describe("Null = not on record."),
          sharedProgress: z.boolean().nullable().describe("Null = not on record."),
        }),
      )
      .readonly(),
    points: z.array(PointView).readonly(),
    submissions: z
      .object({
        round: z.int(),
        rows: z.array(z.object({ participant: ParticipantCodeSchema, submitted: z.boolean() })).readonly(),
      })
      .nullable()
      .describe("Who had submitted indicators by the end of the meeting; null = the report does not say."),
    figures: z
      .array(FigureChoiceView)
      .readonly()
      .describe("Its charts and tables, in their order; see `GET /reports/{reportId}/figures`."),
  })
  .meta({ id: "ReportContent", description: "Everything that a report says." });
export type ReportContent = z.output<typeof ReportContent>;

const ReportVersionHead = z
  .object({
    version: z.int(),
    stage: z.enum(sentStages),
    visibility: VisibilitySchema.describe("Who reads this version."),
    at: Instant,
    byName: z.string(),
  })
  .meta({ id: "ReportVersion", description: "A version of a report that was sent." });

const CommentView = z
  .object({
    id: Id,
    version: z.int().describe("The version of which it was said."),
    pointId: Id.nullable().describe("Null: of the whole report."),
    participant: ParticipantCodeSchema,
    language: LanguageCode,
    text: z.string(),
    at: Instant,
    byName: personName,
  })
  .meta({ id: "ReportComment", description: "What a member says to a version that was circulated." });

export const ReportView = z
  .object({
    id: Id,
    meetingId: Id,
    stage: StageSchema,
    revision: z.int().describe("Acts on the report name it in `If-Match`."),
    shown: z
      .int()
      .nullable()
      .describe("The version that `content` is. Null: the working copy, which the Secretariat alone reads."),
    content: ReportContent,
    withSubmissions: z.boolean().describe("Does it say who had submitted indicators?"),
    versions: z.array(ReportVersionHead).readonly().describe("Those that the reader may read, the newest first."),
    comments: z.array(CommentView).readonly().describe("Members read them, oldest first; for others there are none."),
    voices: z
      .array(
        z
          .object({
            id: Id,
            kind: z.enum(voiceKinds),
            author: ParticipantCodeSchema,
            ...titleFields,
          })
          .meta({ id: "ReportVoice", description: "A contribution or a recommendation of which a point speaks." }),
      )
      .readonly()
      .describe("Those of which the points speak."),
    sources: z
      .array(
        z
          .object({ id: Id, kind: z.enum(matterKinds) })
          .meta({ id: "ReportSource", description: "A matter from which a point was made." }),
      )
      .readonly()
      .describe("Those from which the points were made, as far as the reader may read them."),
    considered: z.object({ on: DateOnly, language: LanguageCode, response: z.string() }).nullable(),
    invented: z.boolean().describe("The instance is a demonstration, and no published report speaks of this meeting."),
  })
  .meta({ id: "Report", description: "The report of a meeting, as far as the reader may read it." });
export type ReportView = z.output<typeof ReportView>;

const ofMeeting = z.strictObject({ meetingId: Id.describe("Id of a meeting, from `GET /meetings`.") });
const ofReport = z.strictObject({ reportId: Id.describe("Id of a report, from `GET /meetings/{meetingId}/report`.") });
const ofPoint = ofReport.extend({ pointId: Id.describe("Chosen by whoever writes the point.") });

const overruled = z
  .array(z.enum(personalDetailKinds))
  .max(personalDetailKinds.length)
  .readonly()
  .describe("Kinds of personal details that the words seem to hold and may hold, after `personal-details`.");

/** A version in a path or query, where everything is text; for programs it is a number. */
const VersionText = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .transform(Number)
  .meta({ written: { type: "integer", minimum: 1, maximum: 9999, examples: [2] } });

const faults = [...pointFaultKinds, ...arrangementFaultKinds, ...stepFaultKinds, ...figureFaultKinds] as const;
const refused = z.object({ faults: z.array(z.enum(faults)).readonly() }).meta({
  id: "ReportRefused",
  description: "Details of `report-refused`: what cannot be so.",
});
const stale = z.object({ current: ReportView }).meta({
  id: "StaleReport",
  description: "Details of `revision-stale` when a report was changed meanwhile: the report as it is now.",
});
const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;

export const getReport = contract({
  operationId: "getReport",
  method: "GET",
  path: "/meetings/:meetingId/report",
  summary:
    "The report of a meeting: for the Secretariat its working copy, for others the last version that was sent to them",
  action: "network.read",
  params: ofMeeting,
  response: ReportView,
});

export const assembleReport = contract({
  operationId: "assembleReport",
  method: "POST",
  path: "/meetings/:meetingId/report",
  summary: "Begin the report of a meeting from what is on record of it",
  description:
    "Of those who shared progress a point of thanks is made, and of each item of the agenda a point without a verb. All of it can be changed.",
  action: "network.manage",
  params: ofMeeting,
  response: ReportView,
  status: 201,
  idempotent: true,
  problems: [...keyed, "transition-refused"],
});

const act = {
  action: "network.manage",
  params: ofReport,
  response: ReportView,
  ifMatch: true,
  idempotent: true,
  details: { "report-refused": refused, "revision-stale": stale },
} as const;
const actProblems = [...keyed, "revision-required", "revision-stale", "transition-refused", "report-refused"] as const;

export const saveReportPoint = contract({
  ...act,
  operationId: "saveReportPoint",
  method: "PUT",
  path: "/reports/:reportId/points/:pointId",
  summary: "Write a point of a report, or other words for it; a new one comes last",
  params: ofPoint,
  body: z.strictObject({
    level: LevelSchema,
    verb: VerbSchema.nullable(),
    speaker: ParticipantCodeSchema.nullable(),
    words: z.strictObject(byLanguage(() => askedByAct(plainText(textLimits.reportPoint)))),
    voices: z
      .array(Id)
      .max(mostVoices)
      .readonly()
      .optional()
      .describe("Contributions and recommendations of which it speaks; if absent, as before."),
    overruled,
  }),
  details: { ...act.details, "personal-details": PersonalDetailsFound },
  problems: [...actProblems, "personal-details"],
});

export const arrangeReport = contract({
  ...act,
  operationId: "arrangeReport",
  method: "PUT",
  path: "/reports/:reportId/arrangement",
  summary:
    "Put the points in another order or at other levels, take points out, and choose whether submissions are shown",
  description: "A point that is left out is removed; versions that were sent keep it.",
  body: z.strictObject({
    points: z
      .array(z.strictObject({ id: Id, level: LevelSchema }))
      .max(400)
      .readonly(),
    withSubmissions: z.boolean(),
  }),
  problems: [...actProblems, "not-found"],
});

export const saveReportFigures = contract({
  ...act,
  operationId: "saveReportFigures",
  method: "PUT",
  path: "/reports/:reportId/figures",
  summary: "Choose the charts and tables of a report, all of them at once",
  description:
    "What stands in them is read from the published edition, until the report is sent: a version keeps the figures with which it was sent.",
  body: z.strictObject({ figures: z.array(z.strictObject(choice)).max(mostFigures).readonly() }),
  problems: [...actProblems, "not-found"],
});

export const circulateReport = contract({
  ...act,
  operationId: "circulateReport",
  method: "POST",
  path: "/reports/:reportId/circulate",
  summary: "Send the report, as it is, to the members, who may comment on it",
  description: "It is kept as a version. No message is sent.",
  problems: actProblems,
});

export const finaliseReport = contract({
  ...act,
  operationId: "finaliseReport",
  method: "POST",
  path: "/reports/:reportId/finalise",
  summary: "Make the report final: the Network reads it, and its points are not changed any more",
  description: "It is kept as a version. No message is sent.",
  problems: actProblems,
});

export const considerReport = contract({
  ...act,
  operationId: "considerReport",
  method: "POST",
  path: "/reports/:reportId/consider",
  summary: "Record on which day the final report was considered, and what came of it",
  body: z.strictObject({
    on: DateOnly,
    language: LanguageCode,
    response: askedByAct(plainText(textLimits.note, 1)),
    overruled,
  }),
  details: { ...act.details, "personal-details": PersonalDetailsFound },
  problems: [...actProblems, "personal-details"],
});

export const commentOnReport = contract({
  operationId: "commentOnReport",
  method: "POST",
  path: "/reports/:reportId/comments",
  summary: "Say something to the version that was circulated last, of one point or of all of it",
  description: "Members read it. It stays as it is; a later comment can correct it.",
  action: "report.comment",
  params: ofReport,
  body: z.strictObject({
    version: z.int().min(1).describe("The version that was read."),
    pointId: Id.nullable(),
    language: LanguageCode,
    text: askedByAct(plainText(textLimits.matterReply, 1)),
    overruled,
  }),
  response: ReportView,
  status: 201,
  idempotent: true,
  problems: [...keyed, "transition-refused", "revision-stale", "personal-details"],
  details: { "personal-details": PersonalDetailsFound, "revision-stale": stale },
});

export const getReportVersion = contract({
  operationId: "getReportVersion",
  method: "GET",
  path: "/reports/:reportId/versions/:version",
  summary: "What a version of a report says",
  action: "network.read",
  params: ofReport.extend({ version: VersionText.describe("A version that was sent.") }),
  response: z.object({ version: z.int(), content: ReportContent }),
});

const which = {
  method: "GET",
  action: "network.read",
  params: ofReport,
  problems: ["not-found"],
} as const;
const version = VersionText.optional().describe("Absent: what `GET /meetings/{meetingId}/report` shows the reader.");
const file = {
  ...which,
  query: z.strictObject({ language: LanguageCode.describe("The language of the file."), version }),
} as const;

export const getReportFigures = contract({
  ...which,
  operationId: "getReportFigures",
  path: "/reports/:reportId/figures",
  summary:
    "What the charts and tables of a report show: of the working copy as published now, of a version as it was sent",
  query: z.strictObject({ version }),
  response: ReportFigures,
});

export const getReportDocx = contract({
  ...file,
  operationId: "getReportDocx",
  path: "/reports/:reportId/report.docx",
  summary: "A report as a Word document",
  response: z.string().meta({ description: "A document (Office Open XML).", format: "binary" }),
  contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
});

export const getReportPdf = contract({
  ...file,
  operationId: "getReportPdf",
  path: "/reports/:reportId/report.pdf",
  summary: "The same as PDF, for people and screen readers",
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
});

export const getReportHtml = contract({
  ...file,
  operationId: "getReportHtml",
  path: "/reports/:reportId/report.html",
  summary: "The same as one HTML file that needs no network",
  response: z.string().meta({ description: "An HTML file, sent to be kept, not shown." }),
  contentType: "text/html",
});

const pack = {
  method: "GET",
  action: "network.manage",
  params: ofMeeting,
  query: z.strictObject({
    language: LanguageCode.describe("The language of the file."),
    audience: z.enum(packAudiences).describe("For whom: it holds what all of them may read, and nothing else."),
  }),
  description:
    "Who has reported, charts of what is published, what changed since the last meeting of the body that was held, open commitments and recommendations, and the last version of the report that the audience may read.",
  problems: ["not-found"],
} as const;

export const getMeetingPackPdf = contract({
  ...pack,
  operationId: "getMeetingPackPdf",
  path: "/meetings/:meetingId/pack.pdf",
  summary: "The papers of a meeting for an audience, as one PDF",
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
});

export const getMeetingPackHtml = contract({
  ...pack,
  operationId: "getMeetingPackHtml",
  path: "/meetings/:meetingId/pack.html",
  summary: "The same as one HTML file that needs no network",
  response: z.string().meta({ description: "An HTML file, sent to be kept, not shown." }),
  contentType: "text/html",
});

type _ = Held<
  [
    Same<z.output<typeof ReportContent>, ReportContentOfDomain>,
    Same<z.output<typeof ReportFigures>, ReportFiguresOfDomain>,
  ]
>;
