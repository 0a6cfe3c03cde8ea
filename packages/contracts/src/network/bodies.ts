import { termFaultKinds, termRoles } from "@avances/domain/network";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { EndedEarly } from "../notices.ts";
import { DateOnly, Id, Instant, plainText, singleLine } from "../values.ts";
import { PersonalDetailsFound, writtenWords } from "./matters.ts";
import { BodyCodeSchema, ParticipantCodeSchema } from "./values.ts";

const TermRoleSchema = z.enum(termRoles).meta({ id: "TermRole", description: "What a participant is in a body." });

const days = {
  fromOn: DateOnly.nullable().describe(
    "Null = since when is not on record; `knownOn` then says a day on which it was so.",
  ),
  untilOn: DateOnly.nullable().describe("Null = no end is on record."),
  knownOn: DateOnly.nullable().describe("A day on which it is known to have been so, where nobody knows since when."),
};

export const TermView = z
  .object({
    id: Id,
    body: BodyCodeSchema,
    participant: ParticipantCodeSchema,
    role: TermRoleSchema,
    ...days,
    source: z.string().describe("From where it is known."),
    invented: z.boolean().describe("The instance is a demonstration, and its source is no published report."),
    at: Instant.describe("When it was entered."),
    byName: z.string(),
    withdrawn: EndedEarly.nullable().describe("It was wrong: who took it back, and why."),
  })
  .meta({
    id: "BodyTerm",
    description: "What a participant was in a body, and between which days as far as that is known.",
  });
export type TermView = z.output<typeof TermView>;

const ofBody = z.strictObject({ body: BodyCodeSchema.describe("Code of a body.") });
const ofTerm = z.strictObject({ termId: Id.describe("Id of a term, from `GET /bodies/{body}`.") });

export const BodyView = z
  .object({ body: BodyCodeSchema, terms: z.array(TermView).readonly().describe("Oldest entry first.") })
  .meta({ id: "Body", description: "A body and who held which role in it when. What no term says is not on record." });
export type BodyView = z.output<typeof BodyView>;

export const getBody = contract({
  operationId: "getBody",
  method: "GET",
  path: "/bodies/:body",
  summary: "Who is and was what in a body, as far as that is on record",
  action: "network.read",
  params: ofBody,
  response: BodyView,
});

const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;
const overruled = writtenWords.overruled.optional();
const details = {
  "term-refused": z.object({ faults: z.array(z.enum(termFaultKinds)).readonly() }).meta({
    id: "TermRefused",
    description: "Details of `term-refused`: what cannot be so.",
  }),
};

export const addTerm = contract({
  operationId: "addTerm",
  method: "POST",
  path: "/bodies/:body/terms",
  summary: "Enter what a participant was in a body",
  description: "Two roles at once are two terms. What is wrong is withdrawn with a reason and entered anew.",
  action: "network.manage",
  params: ofBody,
  body: z.strictObject({
    participant: ParticipantCodeSchema,
    role: TermRoleSchema,
    ...days,
    source: singleLine(textLimits.meetingSource, 1),
    overruled,
  }),
  response: BodyView,
  status: 201,
  idempotent: true,
  problems: [...keyed, "term-refused", "personal-details"],
  details: { ...details, "personal-details": PersonalDetailsFound },
});

export const endTerm = contract({
  operationId: "endTerm",
  method: "POST",
  path: "/terms/:termId/end",
  summary: "Say until when a term lasted, once",
  action: "network.manage",
  params: ofTerm,
  body: z.strictObject({ untilOn: DateOnly }),
  response: BodyView,
  idempotent: true,
  problems: [...keyed, "term-refused", "transition-refused"],
  details,
});

export const withdrawTerm = contract({
  operationId: "withdrawTerm",
  method: "POST",
  path: "/terms/:termId/withdraw",
  summary: "Withdraw a term that was wrong; it stays in the record with the reason",
  action: "network.manage",
  params: ofTerm,
  body: z.strictObject({ reason: plainText(textLimits.actReason, shortestActReason), overruled }),
  response: BodyView,
  idempotent: true,
  problems: [...keyed, "transition-refused", "personal-details"],
  details: { "personal-details": PersonalDetailsFound },
});
