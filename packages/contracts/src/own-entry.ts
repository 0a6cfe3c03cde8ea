import { roles } from "@avances/domain/access";
import { textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { HandoverQuery, MailAddress, Telephone } from "./people.ts";
import { Password, Token } from "./session.ts";
import { CountryCodeSchema, Id, Instant, LanguageCode, singleLine } from "./values.ts";

export const OwnEntry = z
  .object({
    displayName: z.string(),
    institution: z.string(),
    salutation: z.string().nullable().describe("How mails greet the person, without the colon. Null = by the name."),
    language: LanguageCode.describe("Of the messages."),
    phone: Telephone.nullable(),
    address: z.string(),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    changing: z
      .object({ address: z.string(), expiresAt: Instant })
      .nullable()
      .describe("Another address whose link was sent to it and can still be used."),
    handoverFor: z
      .array(z.object({ id: Id, displayName: z.string(), role: z.enum(roles) }))
      .readonly()
      .describe("Of those who report for a country: the colleagues for whom they can make the handover brief."),
  })
  .meta({ id: "OwnEntry", description: "What the portal knows of the person who is signed in." });

export const getOwnEntry = contract({
  operationId: "getOwnEntry",
  method: "GET",
  path: "/session/person",
  summary: "What the portal knows of you",
  action: "session.own",
  response: OwnEntry,
});

export const editOwnEntry = contract({
  operationId: "editOwnEntry",
  method: "PUT",
  path: "/session/person",
  summary: "Change what describes you; what is absent stays as it is",
  action: "session.own",
  body: z.strictObject({
    displayName: singleLine(textLimits.personName, 2).optional(),
    institution: singleLine(textLimits.institution).optional(),
    salutation: singleLine(textLimits.salutation, 2).nullable().optional(),
    language: LanguageCode.optional(),
    phone: Telephone.nullable().optional(),
  }),
  response: OwnEntry,
});

export const askForOwnAddress = contract({
  operationId: "askForOwnAddress",
  method: "POST",
  path: "/session/person/address",
  summary:
    "Ask for another address, with your password: a link goes to it, and it counts when that is used, within 24 hours",
  action: "session.own",
  body: z.strictObject({ address: MailAddress, password: Password }),
  response: OwnEntry,
  problems: ["sign-in-refused", "too-many-attempts"],
});

export const getOwnHandover = contract({
  operationId: "getOwnHandover",
  method: "GET",
  path: "/session/handover.pdf",
  summary: "Your own handover brief, as a PDF: what is due, open, asked and held in your country, as of now",
  action: "handover.own",
  query: HandoverQuery,
  response: z.string().meta({ description: "A PDF file.", format: "binary" }),
  contentType: "application/pdf",
});

export const showAddressChange = contract({
  operationId: "showAddressChange",
  method: "POST",
  path: "/address-changes/show",
  summary: "Which address a link would confirm; does not use it",
  action: "ticket.use",
  body: z.strictObject({ token: Token }),
  response: z.object({
    displayName: z.string(),
    address: z.string().describe("The new one, to which the link was sent."),
    expiresAt: Instant,
  }),
  problems: ["ticket-refused"],
});

export const useAddressChange = contract({
  operationId: "useAddressChange",
  method: "POST",
  path: "/address-changes/use",
  summary: "Confirm the new address by the link that was sent to it, once, without signing in",
  action: "ticket.use",
  body: z.strictObject({ token: Token }),
  response: z.undefined(),
  status: 204,
  problems: ["ticket-refused", "address-taken"],
});

export const showContactCheck = contract({
  operationId: "showContactCheck",
  method: "POST",
  path: "/contact-checks/show",
  summary: "Whose entry the link of the yearly question is about; does not use it",
  action: "ticket.use",
  body: z.strictObject({ token: Token }),
  response: z.object({
    displayName: z.string(),
    institution: z.string(),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    phone: Telephone.nullable(),
    expiresAt: Instant,
  }),
  problems: ["ticket-refused"],
});

export const useContactCheck = contract({
  operationId: "useContactCheck",
  method: "POST",
  path: "/contact-checks/use",
  summary: "Answer the yearly question by its link, once, without signing in: still in charge, or no longer",
  description: "`left` ends nothing: the secretariat is told and asks who follows.",
  action: "ticket.use",
  body: z.strictObject({ token: Token, answer: z.enum(["still", "left"]) }),
  response: z.undefined(),
  status: 204,
  problems: ["ticket-refused"],
});
