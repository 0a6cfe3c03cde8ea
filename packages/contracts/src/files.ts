import { announceFaults, fileLimits, fileRefusals, fileStates, mediaTypes } from "@avances/domain/network";
import { z } from "zod";
import { contract } from "./contract.ts";
import { Id, Instant, personName, singleLine } from "./values.ts";

const FileParams = z.strictObject({ fileId: Id.describe("The file.") });
const types = Object.values(mediaTypes);
const MediaType = z.enum(types as [string, ...string[]]);
const FileRefused = z.object({
  why: z
    .enum([...announceFaults, ...fileRefusals])
    .describe(
      "`name`: no name of a file. `extension`: none of pdf, docx, xlsx, csv. `two_extensions`: another ending before it. `cut_off`: not as many bytes as announced. `unreadable`: broken, or programs would read different things in it. `bomb`: too much when unpacked. `not_sent`: its bytes did not come within a day.",
    ),
});

const FileView = z
  .object({
    id: Id,
    name: z.string(),
    mediaType: MediaType,
    bytes: z.int(),
    sha256: z.string().nullable().describe("Hexadecimal; null until it is stored."),
    state: z.enum(fileStates).describe("`announced`: its bytes have not come. `refused`: they were not taken."),
    at: Instant.describe("When it was announced."),
    byName: personName,
  })
  .meta({ id: "File", description: "A file that somebody added. Its bytes never change." });

export const announceFile = contract({
  operationId: "announceFile",
  method: "POST",
  path: "/files",
  summary: "Announce a file: what is refused by its name or size is refused before its bytes are sent",
  description:
    "Then send the bytes with `sendFileContent`, within a day. PDF, DOCX, XLSX and CSV of at most 10 MiB; 100 MiB of a country or organisation in a calendar year. `not-found`: it is not on record for whom the account writes.",
  action: "file.upload",
  body: z.strictObject({
    name: singleLine(300).describe("With its ending, as people read it."),
    bytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER).describe("How many will be sent."),
  }),
  response: z.object({
    id: Id,
    uploadTo: z.string().describe("Where to send the bytes (PUT)."),
    mediaType: MediaType.describe("As which it will be sent to readers."),
  }),
  status: 201,
  idempotent: true,
  details: {
    "file-refused": FileRefused,
    "quota-exceeded": z.object({ year: z.int(), limit: z.int(), used: z.int() }),
  },
  problems: ["not-found", "file-refused", "quota-exceeded", "idempotency-key-required", "idempotency-key-reused"],
});

export const sendFileContent = contract({
  operationId: "sendFileContent",
  method: "PUT",
  path: "/files/:fileId/content",
  summary: "Send the bytes of an announced file: exactly as many as announced, of the kind that its name says",
  description:
    "They are looked at before anybody can read them. A file that is refused stays refused: announce another one. When the connection breaks off, nothing is kept, and the same file can be sent again; sending the same bytes of a stored file again answers as the first time. Only whoever announced it sends it: from anybody else, and for other bytes of a stored file, `not-available-now`.",
  action: "file.upload",
  params: FileParams,
  upload: { type: "application/octet-stream", mostBytes: fileLimits.bytes },
  response: FileView,
  details: { "file-refused": FileRefused },
  problems: ["not-found", "file-refused", "not-available-now", "scanner-away", "disk-full", "store-away"],
});

export const getFileView = contract({
  operationId: "getFileView",
  method: "GET",
  path: "/files/:fileId",
  summary: "What a file is, without its bytes",
  action: "file.read",
  params: FileParams,
  response: FileView,
  problems: ["not-found"],
});

export const getFile = contract({
  operationId: "getFile",
  method: "GET",
  path: "/files/:fileId/content",
  summary: "The bytes of a file, as they were sent",
  description:
    "For whoever reads what holds the file, and for its sender. Always as an attachment; a browser that opens it gives it neither script nor origin.",
  action: "file.read",
  params: FileParams,
  response: z.string().meta({ description: "The file.", format: "binary" }),
  fileTypes: types,
  problems: ["not-found", "store-away"],
});
