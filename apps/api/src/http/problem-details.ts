import type { CallCode, Problem, RefusalCode } from "@avances/contracts";
import { databaseFault } from "@avances/db";
import { DomainError } from "@avances/domain/domain-error";
import type { FastifyReply } from "fastify";
import type { z } from "zod";
import type { Log } from "../deps.ts";
import { errorFacts } from "../error-facts.ts";
import { firstOf } from "./first-of.ts";

/** Refusals of the protocol itself, before any rule is applied. */
export type ProtocolCode =
  | CallCode
  | "request-refused"
  | "method-not-allowed"
  | "method-unknown"
  | "not-acceptable"
  | "unsupported-media-type"
  | "unsupported-encoding"
  | "too-large"
  | "address-too-long"
  | "busy"
  | "unavailable"
  | "unexpected";
export type ProblemCode = RefusalCode | ProtocolCode;

interface Kind {
  readonly status: number;
  readonly title: string;
}

/** The only table of the status of each code. Titles are for programmers; people read the texts of the web app. */
export const problemKinds: Readonly<Record<ProblemCode, Kind>> = {
  "not-found": { status: 404, title: "There is nothing here" },
  "not-allowed": { status: 403, title: "Your role does not allow this" },
  "not-signed-in": { status: 401, title: "Sign in first" },
  "other-person": { status: 409, title: "The session belongs to another person than X-Acting-As names" },
  "sign-in-refused": { status: 401, title: "Address or password is wrong" },
  "too-many-attempts": { status: 429, title: "Too many attempts: wait and try again" },
  "revision-required": { status: 428, title: 'Say which revision you saw: If-Match: "v<revision>"' },
  "revision-stale": { status: 412, title: "Somebody has saved since you last read this" },
  "transition-refused": { status: 409, title: "Its present state does not allow this" },
  "publication-too-early": { status: 409, title: "The country has not had its days of notice, nor agreed" },
  "submission-not-editable": { status: 409, title: "The submission cannot be changed now" },
  "round-not-open": { status: 409, title: "The opening day of the round has not begun in the country's capital" },
  "nothing-answered": { status: 422, title: "No indicator has a value or a reason yet" },
  "submission-has-errors": { status: 422, title: "The submission has errors that must be corrected first" },
  "answer-not-in-question": { status: 409, title: "The Secretariat has not asked about this answer" },
  "questions-open": { status: 422, title: "The Secretariat's questions must be answered first" },
  "signature-missing": { status: 409, title: "The round asks for the signature of a second person, and there is none" },
  "signer-is-author": { status: 409, title: "Nobody signs an answer that they last wrote themselves" },
  "answers-changed": { status: 412, title: "Answers are no longer as you saw them: read them again" },
  "answer-not-accepted": { status: 422, title: "The answer does not fit its indicator" },
  "idempotency-key-required": { status: 400, title: "Send an Idempotency-Key of 8 to 64 letters, digits, - or _" },
  "idempotency-key-reused": { status: 422, title: "This Idempotency-Key was used for another request" },
  "ticket-refused": { status: 410, title: "The link was used, has expired or was replaced by a newer one" },
  "signature-refused": { status: 403, title: "The signature is missing, wrong or too old, or nothing is taken here" },
  "password-refused": { status: 422, title: "This password is too easy to guess" },
  "round-exists": { status: 409, title: "The round is already open" },
  "round-not-ready": { status: 422, title: "The round cannot be opened yet" },
  "round-in-use": { status: 409, title: "A country has begun to work in this round" },
  "closing-refused": { status: 409, title: "The round cannot be closed, or opened again, now" },
  "closing-changed": { status: 409, title: "What closing the round means has changed since you read it" },
  "hold-refused": { status: 422, title: "The reminders cannot be held until that day" },
  "schedule-refused": { status: 422, title: "No reminder can be set for this moment" },
  "already-scheduled": { status: 409, title: "A reminder is set for these countries already" },
  "days-refused": { status: 422, title: "These days cannot be entered" },
  "round-dates-out-of-order": { status: 422, title: "The dates are not in order" },
  "address-taken": { status: 409, title: "There is already an account with this address" },
  "refresh-in-progress": { status: 409, title: "Another tab has just refreshed the session" },
  "nothing-to-send": { status: 409, title: "There is nobody to write to" },
  "exchange-refused": { status: 422, title: "This cannot be noted as it is" },
  "meeting-refused": { status: 422, title: "This cannot be so of the meeting" },
  "commitment-refused": { status: 422, title: "This cannot be so of the commitment" },
  "reply-refused": { status: 422, title: "This cannot be an answer as it is" },
  "report-refused": { status: 422, title: "This cannot be so of the report" },
  "matter-refused": { status: 422, title: "This cannot stand as it is" },
  "personal-details": { status: 422, title: "The text seems to hold details of a person" },
  "agenda-refused": { status: 422, title: "The agenda cannot be so" },
  "term-refused": { status: 422, title: "This cannot be so of a role in a body" },
  "wording-refused": { status: 422, title: "These words cannot stand in a message" },
  "edited-meanwhile": { status: 409, title: "Somebody has edited these words since you read them" },
  "letter-refused": { status: 409, title: "This letter cannot be written or dispatched as it stands now" },
  "words-changed": { status: 409, title: "The words of this message are others than those of the preview" },
  "asked-meanwhile": { status: 409, title: "One of these countries has been asked since the preview" },
  "file-refused": { status: 422, title: "This file is not taken" },
  "quota-exceeded": { status: 422, title: "The files of this year would be more than the limit" },
  "scanner-away": { status: 503, title: "Files cannot be checked for malware now, so none is taken: try again later" },
  "store-away": { status: 503, title: "The store of the files does not answer: nothing is lost, try again later" },
  "disk-full": { status: 507, title: "There is no space for files now: nothing is lost, try again later" },
  "invalid-input": { status: 400, title: "The request does not have the expected shape" },
  "not-available-now": { status: 409, title: "This is not available now" },
  "catalogue-faulty": { status: 500, title: "The catalogue is faulty" },
  "request-refused": { status: 403, title: "The request does not come from a page of this site" },
  "method-not-allowed": { status: 405, title: "This address does not have this method: Allow lists those it has" },
  "method-unknown": { status: 501, title: "No address has this method" },
  "not-acceptable": { status: 406, title: "Accept-Encoding refuses every form: br, gzip and identity are there" },
  "unsupported-media-type": { status: 415, title: "Send application/json" },
  "unsupported-encoding": { status: 415, title: "Send the body without Content-Encoding" },
  "too-large": { status: 413, title: "The body is larger than 1 MiB" },
  "address-too-long": { status: 414, title: "The address is longer than 2,048 characters" },
  busy: { status: 503, title: "Too much to do at once: try again in a moment" },
  unavailable: { status: 503, title: "Not reachable for the moment: try again" },
  unexpected: { status: 500, title: "Something went wrong on our side" },
};

export interface FieldError {
  readonly pointer: string;
  readonly message: string;
}

/** A refusal by the HTTP layer. */
export class ProtocolError extends Error {
  readonly code: ProtocolCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: ProtocolCode, details: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = "ProtocolError";
    this.code = code;
    this.details = details;
  }
}

/** Input of the wrong shape, with the places of the faults. Never holds what was sent. */
export class InvalidInput extends Error {
  readonly errors: readonly FieldError[];
  /** How many more faults there are. */
  readonly more: number;

  constructor(errors: readonly FieldError[]) {
    super("invalid-input");
    this.name = "InvalidInput";
    ({ some: this.errors, more: this.more } = firstOf(errors));
  }
}

export interface Answer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/** Turns any error into a problem document (RFC 9457). An unknown error becomes a bare 500 with only the request's id. */
export function problemFor(error: unknown, instance: string): Answer {
  if (error instanceof DomainError) {
    const seconds = error.details.retryAfterSeconds;
    const headers = typeof seconds === "number" ? { "retry-after": String(Math.max(1, Math.ceil(seconds))) } : {};
    return { problem: document(error.code, instance, { details: error.details }), headers };
  }
  if (error instanceof InvalidInput) {
    return {
      problem: document("invalid-input", instance, {
        errors: error.errors,
        ...(error.more > 0 && { details: { more: error.more } }),
      }),
      headers: {},
    };
  }
  if (error instanceof ProtocolError) return plain(error.code, instance, error.details);
  const fault = databaseFault(error);
  if (fault) {
    if (fault.kind === "bad-text") return plain("invalid-input", instance);
    if (fault.kind === "unique-violation" || fault.kind === "not-permitted") return plain("unexpected", instance);
    return plain("unavailable", instance);
  }
  const status = statusOf(error);
  if (status === 413) return plain("too-large", instance);
  if (status === 415) return plain("unsupported-media-type", instance);
  if (status === 404 || status === 414) return plain("not-found", instance);
  if (status === 503) return plain("unavailable", instance);
  if (status !== null && status >= 400 && status < 500) return plain("invalid-input", instance);
  return plain("unexpected", instance);
}

/** Sends a problem, and logs an unexpected error (its name and place in our code, never a message or a value). */
export function sendProblem(reply: FastifyReply, error: unknown, log: Log): FastifyReply {
  const { problem, headers } = problemFor(error, reply.request.id);
  if (problem.status >= 500 && problem.code !== "busy") {
    log.error({ requestId: reply.request.id, code: problem.code, ...errorFacts(error) }, "request failed");
  }
  return reply
    .code(problem.status)
    .headers({ "cache-control": "no-store", ...headers })
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

/** The faults that a schema found, as JSON pointers under `base`. */
export function fieldErrors(error: z.core.$ZodError, base: string): FieldError[] {
  return error.issues.flatMap((issue) => {
    const at = [base, ...issue.path.map(pointerPart)].join("/").replace(/^\/(?=\/)/, "");
    if (issue.code === "unrecognized_keys") {
      return issue.keys
        .slice(0, 10)
        .map((key) => ({ pointer: `${at}/${pointerPart(key)}`, message: "unknown_property" }));
    }
    return [{ pointer: at, message: issue.code === "custom" ? issue.message : issue.code }];
  });
}

function plain(code: ProblemCode, instance: string, details: Readonly<Record<string, string>> = {}): Answer {
  return {
    problem: document(code, instance, { details }),
    headers: problemKinds[code].status === 503 ? { "retry-after": "2" } : {},
  };
}

function document(
  code: ProblemCode,
  instance: string,
  more: { errors?: readonly FieldError[]; details?: Readonly<Record<string, unknown>> } = {},
): Problem {
  const { status, title } = problemKinds[code];
  return {
    type: `/problems/${code}`,
    title,
    status,
    code,
    instance,
    ...(more.errors && { errors: [...more.errors] }),
    ...(more.details && Object.keys(more.details).length > 0 && { details: more.details }),
  };
}

/** Shortened, but long enough to find the field: a name may be as long as the body. */
const pointerPart = (part: PropertyKey) => String(part).slice(0, 60).replaceAll("~", "~0").replaceAll("/", "~1");

function statusOf(error: unknown): number | null {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number"
    ? error.statusCode
    : null;
}
