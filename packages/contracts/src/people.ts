import { roles } from "@avances/domain/access";
import { isMailAddress, mailboxPattern, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryCodeSchema, Id, IndicatorCodeSchema, Instant, LanguageCode, plainText } from "./values.ts";

/** One mailbox in plain ASCII form, as `isMailAddress` takes it; the pattern shows programs its shape. */
export const MailAddress = z.string().max(textLimits.mailAddress).regex(mailboxPattern).refine(isMailAddress);

export const PersonView = z.object({
  id: Id,
  displayName: z.string(),
  institution: z.string(),
  address: z.string(),
  role: z.enum(roles),
  country: CountryCodeSchema.nullable(),
  assignedIndicators: z.array(IndicatorCodeSchema).nullable(),
  language: LanguageCode,
  /** `sent_not_used` is the first cause of silence: show it. */
  invitation: z.enum(["awaiting_second_person", "sent_not_used", "expired", "used"]),
  invitedAt: Instant.nullable(),
  invitedByName: z.string().nullable(),
  lastSignedInAt: Instant.nullable(),
  endedAt: Instant.nullable(),
});

const PersonParams = z.strictObject({ personId: Id });

export const listPeople = contract({
  operationId: "listPeople",
  method: "GET",
  path: "/people",
  summary: "Accounts and contacts, by country",
  action: "users.read",
  response: z.object({ people: z.array(PersonView).readonly() }),
});

export const invitePerson = contract({
  operationId: "invitePerson",
  method: "POST",
  path: "/people",
  summary: "Create an account; the single-use link goes out once a second person of the secretariat has confirmed",
  action: "users.invite",
  body: z.strictObject({
    address: MailAddress,
    displayName: plainText(textLimits.personName, 2),
    institution: plainText(textLimits.institution).optional(),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    assignedIndicators: z.array(IndicatorCodeSchema).max(80).optional(),
    language: LanguageCode,
  }),
  response: PersonView,
  status: 201,
  idempotent: true,
  problems: ["address-taken", "idempotency-key-required", "idempotency-key-reused"],
});

export const confirmInvitation = contract({
  operationId: "confirmInvitation",
  method: "POST",
  path: "/people/:personId/confirm",
  summary: "Second person of the secretariat confirms a new account; its invitation goes out",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused"],
});

export const resendInvitation = contract({
  operationId: "resendInvitation",
  method: "POST",
  path: "/people/:personId/invitation",
  summary: "Send a fresh single-use link to the stored address; older links stop working",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused"],
});

export const endPerson = contract({
  operationId: "endPerson",
  method: "POST",
  path: "/people/:personId/end",
  summary: "End an account; it is signed out at once and stays in the record",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused"],
});
