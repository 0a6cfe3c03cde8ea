import { accountActs, roles } from "@avances/domain/access";
import { isMailAddress, mailboxPattern, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { CountryCodeSchema, Id, IndicatorCodeSchema, Instant, LanguageCode, limited, singleLine } from "./values.ts";

export const MailAddress = limited(textLimits.mailAddress)
  .regex(mailboxPattern)
  .refine(isMailAddress)
  .meta({
    id: "MailAddress",
    description:
      "One mailbox in plain ASCII form, without a name or a comment; its domain has at least two parts. The pattern shows its shape.",
    format: "email",
    examples: ["ana.solano@state.example"],
  });

export const PersonView = z
  .object({
    id: Id,
    displayName: z.string(),
    institution: z.string(),
    salutation: z
      .string()
      .nullable()
      .describe("How mails greet the person, without the colon: `Estimada Lcda. Mora`. Null = by the name."),
    address: z.string(),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    assignedIndicators: z.array(IndicatorCodeSchema).nullable(),
    language: LanguageCode,
    invitation: z
      .enum(["awaiting_second_person", "sent_not_used", "expired", "used"])
      .describe("`sent_not_used`: the person was invited and has never signed in, the first cause of silence."),
    invitedAt: Instant.nullable(),
    invitedByName: z.string().nullable(),
    waiting: z
      .object({
        id: Id,
        act: z.enum(accountActs),
        askedAt: Instant,
        askedBy: Id.describe(
          "Person of the secretariat who requested it; anybody else of the secretariat may confirm.",
        ),
        askedByName: z.string(),
        lapsesAt: Instant,
      })
      .nullable()
      .describe(
        "An act on the account that another person of the secretariat must confirm; null when none is waiting or it has lapsed.",
      ),
    openedAlone: z
      .boolean()
      .describe(
        "The account reaches into a country or the secretariat and was opened by one person alone, because the secretariat had no second one yet.",
      ),
    lastSignedInAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: "PersonRecord", description: "An account or contact as the Secretariat sees it." });

const PersonId = Id.describe("Id of a person, from `GET /people`.");
const PersonParams = z.strictObject({ personId: PersonId });
const RequestParams = z.strictObject({
  personId: PersonId,
  requestId: Id.describe("Id of the waiting act, from the person's `waiting`."),
});

export const listPeople = contract({
  operationId: "listPeople",
  method: "GET",
  path: "/people",
  summary: "Accounts and contacts, by country",
  action: "users.read",
  response: z.object({
    people: z.array(PersonView).readonly(),
    secondPerson: z
      .enum(["needed", "exempt"])
      .describe(
        "`exempt` while the secretariat has never had a second person who could sign in: then one person alone decides.",
      ),
  }),
});

export const invitePerson = contract({
  operationId: "invitePerson",
  method: "POST",
  path: "/people",
  summary: "Create an account; the single-use link is sent once a second person of the secretariat has confirmed",
  action: "users.invite",
  body: z.strictObject({
    address: MailAddress,
    displayName: singleLine(textLimits.personName, 2),
    institution: singleLine(textLimits.institution).optional(),
    salutation: singleLine(textLimits.salutation, 2)
      .optional()
      .describe("How mails greet the person, without the colon. Absent = by the name."),
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

export const resendInvitation = contract({
  operationId: "resendInvitation",
  method: "POST",
  path: "/people/:personId/invitation",
  summary:
    "Send a fresh single-use link to the stored address, once a second person has confirmed; older links stop working",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused"],
});

export const endPerson = contract({
  operationId: "endPerson",
  method: "POST",
  path: "/people/:personId/end",
  summary: "End an account, once a second person has confirmed; it is signed out at once and stays in the record",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused"],
});

export const confirmRequest = contract({
  operationId: "confirmRequest",
  method: "POST",
  path: "/people/:personId/requests/:requestId/confirm",
  summary:
    "Confirm, as a second person of the secretariat and within 24 hours, an act that another one requested; it is then done",
  action: "users.invite",
  params: RequestParams,
  response: PersonView,
  problems: ["transition-refused"],
});

export const withdrawRequest = contract({
  operationId: "withdrawRequest",
  method: "POST",
  path: "/people/:personId/requests/:requestId/withdraw",
  summary: "Withdraw or refuse an act that waits for a second person",
  action: "users.invite",
  params: RequestParams,
  response: PersonView,
  problems: ["transition-refused"],
});
