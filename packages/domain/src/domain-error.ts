/** Codes of the refusals of use cases. How they travel (HTTP status) is decided elsewhere. */
export type DomainErrorCode =
  | "not-found"
  | "not-allowed"
  | "not-signed-in"
  | "sign-in-refused"
  | "too-many-attempts"
  | "revision-stale"
  | "transition-refused"
  | "publication-too-early"
  | "submission-not-editable"
  | "round-not-open"
  | "nothing-answered"
  | "submission-has-errors"
  | "answer-not-in-question"
  | "questions-open"
  | "answers-changed"
  | "signature-missing"
  | "signer-is-author"
  | "answer-not-accepted"
  | "ticket-refused"
  | "password-refused"
  | "round-exists"
  | "round-in-use"
  | "closing-refused"
  | "closing-changed"
  | "round-not-ready"
  | "round-dates-out-of-order"
  | "days-refused"
  | "hold-refused"
  | "schedule-refused"
  | "already-scheduled"
  | "address-taken"
  | "refresh-in-progress"
  | "nothing-to-send"
  | "asked-meanwhile"
  | "exchange-refused"
  | "signature-refused"
  | "wording-refused"
  | "edited-meanwhile"
  | "words-changed"
  | "letter-refused"
  | "meeting-refused"
  | "commitment-refused"
  | "reply-refused"
  | "report-refused"
  | "matter-refused"
  | "personal-details"
  | "agenda-refused"
  | "term-refused"
  | "file-refused"
  | "quota-exceeded"
  | "scanner-away"
  | "disk-full"
  | "store-away"
  | "not-available-now"
  | "catalogue-faulty";

/**
 * A refusal that a person can act on. Use cases throw it, which rolls the transaction back.
 * `details` is sent to the person who asked, so it never holds personal data or another country's figures.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: DomainErrorCode, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.details = details;
  }
}
