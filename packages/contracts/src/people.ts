import { accountActs, peopleColumns, roles, rowFaults } from "@avances/domain/access";
import { isMailAddress, mailboxPattern, telephonePattern, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { ParticipantCodeSchema } from "./network/values.ts";
import {
  CountryCodeSchema,
  DateOnly,
  Id,
  IndicatorCodeSchema,
  Instant,
  LanguageCode,
  limited,
  plainText,
  RoleSchema,
  singleLine,
} from "./values.ts";

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

export const Telephone = limited(16)
  .regex(telephonePattern)
  .meta({
    id: "Telephone",
    description: "E.164: a plus sign, the country's calling code and the number, without blanks.",
    examples: ["+50622223333"],
  });

const Salutation = singleLine(textLimits.salutation, 2);

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
    organisation: ParticipantCodeSchema.nullable().describe(
      "Of observers, civil society and the Coalition: for whom the account reads the work of the Network. Null = not on record, and for nobody else.",
    ),
    assignedIndicators: z.array(IndicatorCodeSchema).nullable(),
    language: LanguageCode,
    invitation: z
      .enum(["awaiting_second_person", "sent_not_used", "expired", "used", "not_needed"])
      .describe(
        "`sent_not_used`: the person was invited and has never signed in, the first cause of silence. `not_needed`: a shared mailbox, with which nobody signs in.",
      ),
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
        wanted: z
          .object({
            address: z.string().nullable(),
            role: RoleSchema.nullable(),
            country: CountryCodeSchema.nullable(),
            assignedIndicators: z.array(IndicatorCodeSchema).readonly().nullable(),
            organisation: ParticipantCodeSchema.nullable().describe("For whom it would write and read."),
          })
          .nullable()
          .describe("What the act would make of the account; null when its name says it all."),
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
    phone: Telephone.nullable(),
    isShared: z
      .boolean()
      .describe("A mailbox that several people of an office read: it is written to, and nobody signs in with it."),
    validFrom: DateOnly.nullable().describe("First day of the term; null = open. Before it no reminder goes there."),
    validUntil: DateOnly.nullable().describe("Last day of the term; null = open. After it no reminder goes there."),
    changing: z
      .object({ address: z.string(), expiresAt: Instant })
      .nullable()
      .describe("Another address, whose link was sent to it and can still be used; until then the present one counts."),
    refused: z
      .object({ at: Instant, answer: z.string() })
      .nullable()
      .describe(
        "The last message to the present address was given up: when, and what the mail server said. Null again when a later one was accepted, or the address is another.",
      ),
    checkedAt: Instant.nullable().describe(
      "When the entry was last said to be right, by its person or the secretariat.",
    ),
    leftAt: Instant.nullable().describe(
      "When it was said, by the link of the yearly question, that the person is no longer in charge.",
    ),
    lastSignedInAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: "PersonRecord", description: "An account or contact as the Secretariat sees it." });

const OrganisationCode = ParticipantCodeSchema.nullable().describe(
  "Only for observers, civil society and the Coalition: an organisation or a country that observes, from `GET /participants`; none that is a member, a body other than the Coalition, or the Secretariat.",
);

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
    salutation: Salutation.optional().describe("How mails greet the person, without the colon. Absent = by the name."),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    organisation: OrganisationCode.optional(),
    assignedIndicators: z.array(IndicatorCodeSchema).max(80).optional(),
    language: LanguageCode,
    phone: Telephone.nullable().optional(),
    isShared: z.boolean().optional().describe("Absent = one person's own mailbox."),
  }),
  response: PersonView,
  status: 201,
  idempotent: true,
  problems: ["address-taken", "idempotency-key-required", "idempotency-key-reused"],
});

export const editPerson = contract({
  operationId: "editPerson",
  method: "PUT",
  path: "/people/:personId",
  summary: "Change what describes a person; what is absent stays as it is",
  description:
    "Not the address and the role, which have operations of their own, because they decide who reaches a country's work. A term that ends before it begins is refused at `/validUntil`, a mailbox with which somebody signs in at `/isShared`.",
  action: "users.invite",
  params: PersonParams,
  body: z.strictObject({
    displayName: singleLine(textLimits.personName, 2).optional(),
    institution: singleLine(textLimits.institution).optional(),
    salutation: Salutation.nullable().optional(),
    language: LanguageCode.optional(),
    phone: Telephone.nullable().optional(),
    isShared: z.boolean().optional(),
    validFrom: DateOnly.nullable().optional(),
    validUntil: DateOnly.nullable().optional(),
    isRight: z
      .literal(true)
      .optional()
      .describe(
        "The secretariat has asked: the person is still in charge. Takes back what the yearly question brought.",
      ),
  }),
  response: PersonView,
  problems: ["transition-refused"],
});

export const askForAddress = contract({
  operationId: "askForAddress",
  method: "POST",
  path: "/people/:personId/address",
  summary:
    "Ask for another address: once a second person of the secretariat has confirmed, a link goes to it, and it counts when that is used, within 24 hours",
  action: "users.invite",
  params: PersonParams,
  body: z.strictObject({ address: MailAddress }),
  response: PersonView,
  problems: ["transition-refused", "address-taken"],
});

export const askForRole = contract({
  operationId: "askForRole",
  method: "POST",
  path: "/people/:personId/role",
  summary: "Ask for another role, once a second person of the secretariat has confirmed",
  description:
    "An account stays in its country, and in or out of the secretariat: its acts stand in the record of one office. Whoever goes to another one is invited there.",
  action: "users.invite",
  params: PersonParams,
  body: z.strictObject({
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    assignedIndicators: z.array(IndicatorCodeSchema).max(80).optional(),
    organisation: OrganisationCode.optional().describe(
      "Absent = as it is. For whom an account writes and reads takes two people like its role.",
    ),
  }),
  response: PersonView,
  problems: ["transition-refused"],
});

export const reopenPerson = contract({
  operationId: "reopenPerson",
  method: "POST",
  path: "/people/:personId/reopen",
  summary: "Open an ended account again, with its record, once a second person has confirmed; a new invitation is sent",
  action: "users.invite",
  params: PersonParams,
  response: PersonView,
  problems: ["transition-refused", "address-taken"],
});

export const getPersonHistory = contract({
  operationId: "getPersonHistory",
  method: "GET",
  path: "/people/:personId/history",
  summary: "What was done to an account and by whom, newest first",
  action: "audit.read",
  params: PersonParams,
  response: z.object({
    events: z
      .array(
        z.object({
          at: Instant,
          action: z.string().describe("As in the audit record: `user.invited`, `user.edited`, `password.changed`."),
          byName: z
            .string()
            .nullable()
            .describe("Null = the portal, its host, or somebody whom the reader may not know."),
          isOwn: z.boolean().describe("Done by the person of the account."),
          fields: z.array(z.string()).readonly().describe("Names of what was changed; never what it was or became."),
          act: z.string().nullable().describe("Of a request: which act it was about."),
        }),
      )
      .readonly(),
  }),
});

/** Both ways to the brief. */
export const HandoverQuery = z.strictObject({
  language: LanguageCode.describe("If absent, the language of the person.").optional(),
});

export const getHandover = contract({
  operationId: "getHandover",
  method: "GET",
  path: "/people/:personId/handover.pdf",
  summary: "The handover brief for somebody of a country, as a PDF: what is due, open, asked and held, as of now",
  description:
    "By the secretariat for people of all countries, by those who report for those of their own. It says nothing that either the reader or the person may not know otherwise.",
  action: "handover.make",
  params: PersonParams,
  query: HandoverQuery,
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
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
  problems: ["transition-refused", "address-taken"],
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

export const getPeopleCsv = contract({
  operationId: "getPeopleCsv",
  method: "GET",
  path: "/people.csv",
  summary: "Everybody with an active account, as CSV for a spreadsheet of the language; the same columns are read back",
  action: "users.read",
  query: z.strictObject({ language: LanguageCode.describe("If absent, that of the region.").optional() }),
  response: z.string().meta({ description: "A CSV file, UTF-8 with a byte order mark." }),
  contentType: "text/csv",
});

const Cell = plainText(400);
const RowOfFile = z.strictObject({
  line: z.int().min(1).max(1_000_000).describe("Line of the file on which the row begins."),
  name: Cell,
  institution: Cell,
  salutation: Cell,
  address: Cell,
  role: Cell.describe("Code of a role, or its name in a language of the portal."),
  country: Cell.describe("ISO 3166-1 alpha-3, or its name in a language of the portal; empty = none."),
  language: Cell.describe("Empty = the working language of the country."),
  phone: Cell,
  mailbox: Cell.describe("Empty = one person's own."),
  from: Cell.describe("A day as `2027-03-31` or `31/3/2027`, where only one reading is possible."),
  until: Cell,
  indicators: Cell.describe("Codes, separated by blanks; of contributors."),
});

export const ImportView = z
  .object({
    rows: z
      .array(
        z.object({
          line: z.int(),
          name: z.string(),
          address: z.string(),
          acts: z
            .array(z.enum(["invite", "edit", "role"]))
            .readonly()
            .describe(
              "What it would do, or did; empty = nothing, because everything is so already or the row has faults.",
            ),
          fields: z.array(z.string()).readonly().describe("Of an edit: what it changes."),
          takesTwo: z.boolean().describe("A second person of the secretariat confirms it before it counts."),
          faults: z
            .array(z.object({ column: z.enum(peopleColumns), fault: z.enum(rowFaults) }))
            .readonly()
            .describe("Why it is not entered."),
        }),
      )
      .readonly(),
    fingerprint: z.string().describe("Of what is shown; name it to have exactly this done."),
    isDone: z.boolean(),
  })
  .meta({ id: "PeopleImport", description: "What the rows of a file do, row by row." });

export const importPeople = contract({
  operationId: "importPeople",
  method: "POST",
  path: "/people/import",
  summary: "Judge the rows of a file of people, or enter those without faults",
  description:
    "A row whose address an active account has edits it; any other invites. Accounts that the rows do not name stay as they are. Each row takes a second person where the act by itself would. With `fingerprint` null nothing is written; with that of the preview the sound rows are entered together, unless something was changed meanwhile.",
  action: "users.invite",
  body: z.strictObject({
    rows: z.array(RowOfFile).min(1).max(500),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullable(),
  }),
  response: ImportView,
  idempotent: "optional",
  problems: ["transition-refused", "idempotency-key-required", "idempotency-key-reused"],
});
