import { documentKinds, linkKinds, matterFaultKinds, matterKinds } from "@avances/domain/network";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Id, limited, singleLine } from "../values.ts";
import { pageAsked, pageTold } from "./list-pages.ts";
import { matterActs, openHistory } from "./matter-acts.ts";
import {
  DocumentKindSchema,
  HeldFile,
  MatterHead,
  MatterWordsView,
  matterParams,
  PublicChoiceSchema,
  titleFields,
  VisibilitySchema,
  writtenFiles,
  writtenWords,
} from "./matters.ts";
import { ParticipantCodeSchema } from "./values.ts";

const link = { kind: z.enum(linkKinds), code: z.string().describe("Of a matter its id.") };
const ofDocument = {
  documentKind: DocumentKindSchema,
  links: z.array(z.object(link)).readonly().describe("What it belongs to: of matters those that the reader may read."),
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
  matters: z
    .array(
      z
        .object({
          ...{ id: Id, kind: z.enum(matterKinds), author: ParticipantCodeSchema, meetingId: Id.nullable() },
          ...titleFields,
        })
        .meta({ id: "LinkedMatter", description: "A matter to which a document belongs." }),
    )
    .readonly()
    .describe("The matters among its links, in the order of the links."),
  ...openHistory,
  sentAlong: z
    .boolean()
    .nullable()
    .describe(
      "For its author: was it sent with a commitment, so that it can be shown to nobody less? Null for others.",
    ),
}).meta({ id: "Document", description: "A document of the library, with its versions and what was done to it." });
export type DocumentView = z.output<typeof DocumentView>;

export const listDocuments = contract({
  operationId: "listDocuments",
  method: "GET",
  path: "/documents",
  summary: "Documents of the library that the reader may read, the latest first",
  description: "Searched are titles, summaries and names of files, in both languages; not what is in the files.",
  action: "network.read",
  query: z.strictObject({
    q: singleLine(200)
      .optional()
      .describe("Words that must all occur; `or`, `-` and quotation marks as in search engines."),
    meeting: Id.optional().describe("Only those of this meeting, or of a point of its agenda."),
    kind: z.enum(documentKinds).optional().describe("Only documents of this kind."),
    visibility: VisibilitySchema.optional().describe("Only those that exactly these read."),
    about: limited(40)
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .optional()
      .describe(
        "Only those that belong to this: the code of an indicator, objective, article or country, or the id of a matter.",
      ),
    ...pageAsked,
  }),
  response: z.object({
    documents: z.array(DocumentSummary).readonly(),
    ...pageTold,
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
  links: z
    .array(z.strictObject({ kind: z.enum(linkKinds), code: limited(40).regex(/^[A-Za-z0-9-]{1,40}$/) }))
    .max(60)
    .readonly()
    .default([])
    .describe(
      "What it belongs to: indicators, objectives, articles, countries, and matters that were put before the Network.",
    ),
  visibility: PublicChoiceSchema,
  files: writtenFiles,
});
const refused = z.object({ faults: z.array(z.enum([...matterFaultKinds, "link_unknown"])).readonly() }).meta({
  id: "DocumentRefused",
  description: "Details of `matter-refused`: what cannot stand.",
});

const acts = matterActs({
  name: "Document",
  path: "/documents",
  action: "document.file",
  response: DocumentView,
  refused,
  stale: {
    id: "StaleDocument",
    description: "Details of `revision-stale` when a document was changed meanwhile: the document as it is now.",
  },
  written,
  revised: written.omit({ visibility: true }),
  levels: PublicChoiceSchema,
  summaries: {
    save: "Write a draft of a document, which its own side alone reads",
    file: "File a draft: from then on those read it for whom it is; no message is sent",
    revise: "File another version of a document; the earlier ones stay to be read",
    show: "Show a document to more people, or to fewer while nobody of another side has had it on screen",
    withdraw:
      "Withdraw a document with the reason: it stays for its own side, the Secretariat, and those to whom it was sent with a commitment, and is gone for others",
  },
});
export const saveDocument = acts.save;
export const fileDocument = acts.file;
export const reviseDocument = acts.revise;
export const showDocument = acts.show;
export const withdrawDocument = acts.withdraw;
