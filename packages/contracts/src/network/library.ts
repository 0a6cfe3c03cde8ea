import { documentKinds } from "@avances/domain/network";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Id, Instant, limited, plainText, singleLine } from "../values.ts";
import {
  DocumentKindSchema,
  HeldFile,
  MatterActView,
  MatterHead,
  MatterRefused,
  MatterWordsView,
  matterParams,
  PersonalDetailsFound,
  PublicChoiceSchema,
  SeenView,
  VisibilitySchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";

const ofDocument = {
  documentKind: DocumentKindSchema,
  words: MatterWordsView,
  files: z.array(HeldFile).readonly().describe("Of the version that was filed last, or of the draft."),
};

export const DocumentSummary = MatterHead.extend(ofDocument).meta({
  id: "DocumentSummary",
  description: "A document of the library, with its words and its files.",
});
export type DocumentSummary = z.output<typeof DocumentSummary>;

export const DocumentView = MatterHead.extend({
  ...ofDocument,
  versions: z
    .array(
      MatterWordsView.pick({ language: true, subject: true, body: true }).extend({
        version: z.int(),
        at: Instant,
        byName: z.string(),
        files: z.array(HeldFile).readonly(),
      }),
    )
    .readonly()
    .describe("What was filed, oldest first, each with the files that it held."),
  seen: z
    .array(SeenView)
    .readonly()
    .nullable()
    .describe("Who of other sides has had it on screen, for its author; null for others."),
  record: z.array(MatterActView).readonly().describe("Oldest first."),
}).meta({ id: "Document", description: "A document of the library, with its versions and what was done to it." });
export type DocumentView = z.output<typeof DocumentView>;

/** Documents of a page of the list. */
export const documentsOnPage = 50;

export const listDocuments = contract({
  operationId: "listDocuments",
  method: "GET",
  path: "/documents",
  summary: "Documents of the library that the reader may read, the latest first",
  description: `Searched are titles, summaries and names of files, in both languages; not what is in the files. ${documentsOnPage} a page.`,
  action: "network.read",
  query: z.strictObject({
    q: singleLine(200)
      .optional()
      .describe("Words that must all occur; `or`, `-` and quotation marks as in search engines."),
    meeting: Id.optional().describe("Only those of this meeting."),
    kind: z.enum(documentKinds).optional().describe("Only documents of this kind."),
    visibility: VisibilitySchema.optional().describe("Only those that exactly these read."),
    page: limited(4)
      .regex(/^[1-9]\d{0,3}$/)
      .transform(Number)
      .meta({ written: { type: "integer", minimum: 1, maximum: 9_999, examples: [1] } })
      .optional()
      .describe("From 1; without it the first."),
  }),
  response: z.object({
    documents: z.array(DocumentSummary).readonly(),
    total: z.int().describe("On all pages."),
    page: z.int(),
  }),
});

export const getDocument = contract({
  operationId: "getDocument",
  method: "GET",
  path: "/documents/:matterId",
  summary: "A document: its words in both languages, files, versions, and what was done to it",
  action: "network.read",
  params: matterParams,
  response: DocumentView,
});

const written = z.strictObject({
  ...writtenWords,
  documentKind: DocumentKindSchema,
  meetingId: Id.nullable(),
  visibility: PublicChoiceSchema,
  files: writtenFiles,
});

const act = {
  action: "document.file",
  params: matterParams,
  response: DocumentView,
  ifMatch: true,
  idempotent: true,
  details: {
    "matter-refused": MatterRefused,
    "personal-details": PersonalDetailsFound,
    "revision-stale": z.object({ current: DocumentView }).meta({
      id: "StaleDocument",
      description: "Details of `revision-stale` when a document was changed meanwhile: the document as it is now.",
    }),
  },
  problems: [
    ...(["not-found", "matter-refused", "personal-details", "transition-refused"] as const),
    ...(["revision-required", "revision-stale", "idempotency-key-required", "idempotency-key-reused"] as const),
  ],
} as const;

export const saveDocument = contract({
  ...act,
  operationId: "saveDocument",
  method: "PUT",
  path: "/documents/:matterId",
  summary: "Write a draft of a document, which its own side alone reads",
  description:
    'With `If-Match: "v0"` and an id of your own it is a new one. What was filed is changed by another version.',
  body: written,
});

export const fileDocument = contract({
  ...act,
  operationId: "fileDocument",
  method: "POST",
  path: "/documents/:matterId/file",
  summary: "File a draft: from then on those read it for whom it is; no message is sent",
});

export const reviseDocument = contract({
  ...act,
  operationId: "reviseDocument",
  method: "POST",
  path: "/documents/:matterId/versions",
  summary: "File another version of a document; the earlier ones stay to be read",
  body: written.omit({ visibility: true }),
});

export const showDocument = contract({
  ...act,
  operationId: "showDocument",
  method: "POST",
  path: "/documents/:matterId/visibility",
  summary: "Show a document to more people, or to fewer while nobody of another side has had it on screen",
  body: z.strictObject({ visibility: PublicChoiceSchema, overruled: writtenWords.overruled.optional() }),
});

export const withdrawDocument = contract({
  ...act,
  operationId: "withdrawDocument",
  method: "POST",
  path: "/documents/:matterId/withdraw",
  summary: "Withdraw a document with the reason: it stays for its own side and the Secretariat, and is gone for others",
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason) }),
});
