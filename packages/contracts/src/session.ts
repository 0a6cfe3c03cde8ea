import { roles } from "@avances/domain/access";
import { passwordLength, shortestPassword, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "./contract.ts";
import { ParticipantCodeSchema } from "./network/values.ts";
import {
  CountryCodeSchema,
  Id,
  IndicatorCodeSchema,
  Instant,
  LanguageCode,
  limitedText,
  notOneLine,
  plainText,
  singleLine,
} from "./values.ts";

/** Any characters, at most `textLimits.password`. A new one has at least `shortestPassword`; the server judges further rules (common, own name). */
export const Password = limitedText(textLimits.password)
  .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "unreadable_characters", abort: true })
  .register(notOneLine, { why: "a secret" });
const NewPassword = Password.refine((text) => passwordLength(text) >= shortestPassword, {
  error: "too_short",
}).register(notOneLine, { why: "a secret" });
/** As typed or pasted: the account is found by the normalised form. Never stored or shown. */
export const TypedAddress = plainText(textLimits.mailAddress, 3).register(notOneLine, { why: "only compared" });
export const Token = z.string().regex(/^[A-Za-z0-9_-]{20,120}$/);

export const Person = z
  .object({
    id: Id,
    displayName: z.string().meta({ examples: ["Ana Solano"] }),
    email: z.string().describe("The address for signing in."),
    role: z.enum(roles),
    country: CountryCodeSchema.nullable(),
    organisation: ParticipantCodeSchema.nullable().describe(
      "Of observers, civil society and the Coalition: for whom the person reads the work of the Network. Null = not on record, and for everybody else.",
    ),
    assignedIndicators: z
      .array(IndicatorCodeSchema)
      .nullable()
      .describe("For a contributor: the indicators that the person answers. Null for everybody else."),
    language: LanguageCode,
    section: Id.nullable().describe(
      "Of a session that a section link opened: the report to a part of which it is limited. Null for everybody with an account.",
    ),
  })
  .meta({ id: "Person", description: "Who is signed in." });

export const SessionView = z
  .object({
    person: Person.nullable().describe("Null = nobody is signed in."),
    demonstration: z.boolean().describe("True on a demonstration instance: every page says so."),
    now: Instant.describe("The server's time: it decides what is late, never the reader's clock."),
    mailMode: z
      .enum(["capture", "live"])
      .nullable()
      .describe("`capture`: this instance keeps its mail and sends none. Null for readers whom it does not concern."),
  })
  .meta({ id: "Session", description: "Who is signed in, and what kind of instance this is." });

export const getSession = contract({
  operationId: "getSession",
  method: "GET",
  path: "/session",
  summary: "Who am I, and what kind of instance is this",
  action: "published.read",
  response: SessionView,
});

export const createSession = contract({
  operationId: "createSession",
  method: "POST",
  path: "/session",
  summary: "Sign in; sets the session cookies",
  description:
    "Keep the cookies of the response and send them with every later call. The session cookie lasts ten minutes: then call `POST /session/refresh`. A third cookie marks the browser, so that attempts of strangers do not lock its owner out.",
  setsCookies: true,
  action: "session.create",
  body: z.strictObject({
    email: TypedAddress,
    password: Password,
    code: singleLine(12).optional().describe("Not used yet: the code of a second factor."),
  }),
  response: SessionView,
  problems: ["sign-in-refused", "too-many-attempts"],
});

export const refreshSession = contract({
  operationId: "refreshSession",
  method: "POST",
  path: "/session/refresh",
  summary: "Exchange the refresh cookie for new cookies",
  description:
    "A refresh cookie works once: keep the new one. When two calls use it at the same moment, one is told `refresh-in-progress` and goes on with the cookies of the other.",
  setsCookies: true,
  refreshes: true,
  action: "session.create",
  response: SessionView,
  problems: ["not-signed-in", "refresh-in-progress"],
});

export const endSession = contract({
  operationId: "endSession",
  method: "DELETE",
  path: "/session",
  summary: "Sign out; effective at once",
  action: "session.create",
  actsForPerson: true,
  setsCookies: true,
  response: z.undefined(),
  status: 204,
});

export const changePassword = contract({
  operationId: "changePassword",
  method: "PUT",
  path: "/session/password",
  summary: "Change your password; ends all other sessions",
  action: "session.own",
  body: z.strictObject({ current: Password, next: NewPassword }),
  response: z.undefined(),
  status: 204,
  problems: ["sign-in-refused", "password-refused", "too-many-attempts"],
});

export const showInvitation = contract({
  operationId: "showInvitation",
  method: "POST",
  path: "/invitations/show",
  summary: "The address with which the holder of an invitation link will sign in; does not use the link",
  action: "ticket.use",
  body: z.strictObject({ token: Token }),
  response: z.object({ email: z.string() }),
  problems: ["ticket-refused"],
});

export const acceptInvitation = contract({
  operationId: "acceptInvitation",
  method: "POST",
  path: "/invitations/accept",
  summary: "Use a single-use invitation link: sets the first password",
  action: "ticket.use",
  body: z.strictObject({ token: Token, password: NewPassword }),
  response: z.undefined(),
  status: 204,
  problems: ["ticket-refused", "password-refused"],
});

export const requestPasswordReset = contract({
  operationId: "requestPasswordReset",
  method: "POST",
  path: "/password-resets",
  summary: "Request a reset link; the response is the same whether or not the address is known",
  action: "ticket.use",
  body: z.strictObject({ email: TypedAddress }),
  response: z.undefined(),
  status: 202,
  problems: ["too-many-attempts"],
});

export const acceptPasswordReset = contract({
  operationId: "acceptPasswordReset",
  method: "POST",
  path: "/password-resets/accept",
  summary: "Use a single-use reset link; ends all sessions",
  action: "ticket.use",
  body: z.strictObject({ token: Token, password: NewPassword }),
  response: z.undefined(),
  status: 204,
  problems: ["ticket-refused", "password-refused"],
});
