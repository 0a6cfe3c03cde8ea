import { type ParticipantCode, participantOf } from "../network/participant.ts";
import { type ActorRole, type Role, roleFacts, roles, type Standing } from "./role.ts";

/**
 * The access table: action → which standing may do it, and over what. `any` = whatever the country; `own` = the actor's
 * own country (a foreign resource answers like a missing one); `assigned` = own country and only the assigned indicators.
 * An action or standing that is not listed is refused.
 */
export type Scope = "any" | "own" | "assigned";
/** `public`: without a session. */
type Who = Standing | "public";

const signedIn = {
  secretariat: "any",
  reporter: "any",
  contributor: "any",
  signer: "any",
  country_reader: "any",
  region_reader: "any",
  public_reader: "any",
} as const satisfies Readonly<Record<Standing, Scope>>;
/** Everybody but those who fill in a part of a report. Which rows each of them reads is decided row by row (`canRead`). */
const network = {
  secretariat: "any",
  reporter: "any",
  signer: "any",
  country_reader: "any",
  region_reader: "any",
  public_reader: "any",
} as const satisfies Readonly<Partial<Record<Standing, Scope>>>;
const everyone = { ...signedIn, public: "any" } as const satisfies Readonly<Record<Who, Scope>>;

export const policy = {
  "published.read": everyone,
  "session.create": everyone,
  "session.own": signedIn,
  "ticket.use": everyone,
  /** A mail server hands in what came back about a message; it proves by a signature that it may. */
  "mail-reply.hand-in": everyone,
  /** The calendar that a person's program fetches: the dates of the own country, or of all rounds, and the meetings that the person may read of. */
  "own-calendar.make": signedIn,
  /** The mail that says what changed: in the rounds, or in the own report. */
  "own-digest.choose": { secretariat: "any", reporter: "any" },
  "status-board.read": {
    secretariat: "any",
    reporter: "any",
    contributor: "own",
    signer: "any",
    country_reader: "any",
    region_reader: "any",
  },
  /** The working copy, or the frozen version for the secretariat. The role decides which, never the request. */
  "submission.read": {
    secretariat: "any",
    reporter: "own",
    contributor: "assigned",
    signer: "own",
    country_reader: "own",
  },
  "answer.write": { reporter: "own", contributor: "assigned" },
  /** Of a returned report: an answer that nobody asks about, with a reason. */
  "answer.reopen": { reporter: "own" },
  /** Asking people of other ministries for a part of the report, by link. */
  "section.manage": { reporter: "own" },
  /** The own part: when it is due, what was given back, and saying that it is complete. */
  "section.own": { contributor: "own" },
  /** What contributors propose becomes an answer of the report, or goes back to them. */
  "proposal.decide": { reporter: "own" },
  "submission.submit": { reporter: "own" },
  /** The country's second person, in a round that asks for one. Never whoever last wrote one of the answers. */
  "submission.sign": { signer: "own" },
  "submission.withdraw": { reporter: "own" },
  "submission.review": { secretariat: "any" },
  "submission.publish": { secretariat: "any" },
  /** What the public will see, before it does. */
  "publication.preview": { secretariat: "any", reporter: "own", signer: "own", country_reader: "own" },
  /** The receipt as a file: it counts the whole report, so nobody who sees only a part of it gets one. */
  "receipt.download": { secretariat: "any", reporter: "own", signer: "own", country_reader: "own" },
  "publication.consent": { reporter: "own" },
  "submission.exempt": { secretariat: "any" },
  "submission.extend": { secretariat: "any" },
  "review-comment.read": {
    secretariat: "any",
    reporter: "own",
    contributor: "assigned",
    signer: "own",
    country_reader: "own",
  },
  "review-comment.write": {
    secretariat: "any",
    reporter: "own",
    contributor: "assigned",
    signer: "own",
    country_reader: "own",
  },
  "notices.read": { secretariat: "any", reporter: "own", signer: "own", country_reader: "own" },
  "notices.send": { secretariat: "any" },
  /** Calls, letters and talks with a country about its report. */
  "exchange.note": { secretariat: "any" },
  "outgoing-mail.read": { secretariat: "any" },
  "users.read": { secretariat: "any" },
  "users.invite": { secretariat: "any" },
  /** The brief for whoever takes over a role of a country: for one's own people, and everybody of a country for themselves. */
  "handover.make": { secretariat: "any", reporter: "own" },
  "handover.own": { reporter: "any", contributor: "any", signer: "any", country_reader: "any" },
  "rounds.manage": { secretariat: "any" },
  /** Bodies, meetings, documents and commitments of the Network. */
  "network.read": network,
  /** Bodies with their terms, meetings and agendas. */
  "network.manage": { secretariat: "any" },
  "document.file": { secretariat: "any" },
  /** Saying in the other language what somebody put before the Network. */
  "matter.translate": { secretariat: "any" },
  "commitment.manage": { secretariat: "any" },
  /** Saying how far a commitment has come: whoever owes it. */
  "commitment.progress": { secretariat: "any", reporter: "own", country_reader: "own", public_reader: "own" },
  /** Replying for one's side to what was put to it. */
  "matter.reply": { reporter: "own", country_reader: "own", public_reader: "own" },
  /** What a country tells of its progress before a meeting: itself, and nobody in its place. */
  "narrative.write": { reporter: "own", country_reader: "own" },
  /** How a country applies the Regional Guidelines: itself, and IOM as its view (`mayState` says who says what of whom). */
  "guideline.state": { reporter: "own", country_reader: "own", public_reader: "own" },
  /** The steps of the Guidelines that are asked about. */
  "guideline.manage": { secretariat: "any" },
  /** Contributions and recommendations: organisations, countries that observe and the Secretariat, each in its own name. */
  "voice.write": { secretariat: "any", public_reader: "own" },
  /** Saying what a contribution or a recommendation of others is about. */
  "voice.link": { secretariat: "any" },
  /** Saying for one's side how it takes what was put to it. */
  "voice.answer": { secretariat: "any", reporter: "own", country_reader: "own" },
  /** How far a recommendation has been carried out: of the own country; and as the view of others, of whoever made it and of the Secretariat. */
  "voice.assess": { secretariat: "any", reporter: "own", country_reader: "own", public_reader: "own" },
  /** Proposals of activities: everybody who writes for a side proposes, supports what others propose, and says what became of the own. */
  "activity.write": { secretariat: "any", reporter: "own", country_reader: "own", public_reader: "own" },
  /** Noting what a meeting said of a proposal. */
  "activity.decide": { secretariat: "any" },
  /** Saying something for one's side to the report of a meeting, while it is before the members. */
  "report.comment": { reporter: "any", country_reader: "any" },
  /** Files for what the own side puts before the Network. */
  "file.upload": { secretariat: "any", reporter: "own", country_reader: "own", public_reader: "own" },
  "file.read": network,
  "audit.read": { secretariat: "any" },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<Who, Scope>>>>>;

export type Action = keyof typeof policy;

/** The scope in which a role may do an action, or null when it may not at all. */
export function scopeOf(role: ActorRole, action: Action): Scope | null {
  const row: Readonly<Partial<Record<Who, Scope>>> = policy[action];
  return row[role === "public" ? role : roleFacts[role].standing] ?? null;
}

/** May this role do the action in some scope? Pages decide by this what they offer; the server asks `can`. */
export function mayDo(role: ActorRole, action: Action): boolean {
  return scopeOf(role, action) !== null;
}

/** Is what this role writes proposed only, until somebody who reports for the country takes it? */
export function proposesOnly(role: Role): boolean {
  return scopeOf(role, "answer.write") === "assigned";
}

/** Does this role see only its assigned indicators of its country's report? */
export function seesAssignedOnly(role: Role): boolean {
  return scopeOf(role, "submission.read") === "assigned";
}

/**
 * May this person write in the threads of this answer (null = the whole report)? Whoever came by a section link reads what is asked about the
 * own answers and writes nothing there: those who report for the country reply. Pages decide by this what they offer; the server adds whose
 * the answer is.
 */
export function mayTalkOn(
  { role, isBySection }: { readonly role: Role; readonly isBySection: boolean },
  indicatorCode: string | null,
): boolean {
  const scope = isBySection ? null : scopeOf(role, "review-comment.write");
  return scope !== null && (indicatorCode !== null || scope !== "assigned");
}

/** Roles that may do an action in some scope, in the order of `roles`. For OpenAPI `x-roles` and the access-matrix test. */
export function rolesFor(action: Action): readonly ActorRole[] {
  return (["public", ...roles] as const).filter((role) => mayDo(role, action));
}

export interface ResourceScope {
  readonly country: string | null;
  /** Of what belongs to a participant of the Network, which may be an organisation: it decides in the place of the country. */
  readonly participant?: ParticipantCode;
  readonly indicatorCode?: string;
}

export type AccessVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: "not-allowed" | "not-found" };

interface Asking {
  readonly role: Role;
  readonly country: string | null;
  readonly organisation?: string | null;
  readonly assignedIndicators: readonly string[] | null;
}

/** Does it belong to the side for which this person acts? */
function isOwn({ role, country, organisation = null }: Asking, resource: ResourceScope): boolean {
  if (resource.participant === undefined) return resource.country === country;
  return participantOf({ role, country, organisation }) === resource.participant;
}

/**
 * May this actor do this to this resource? `not-found` when it belongs to another country, so that a foreign resource
 * cannot be told from a missing one; `not-allowed` when it is the actor's own and the right is missing.
 */
export function can(actor: Asking | null, action: Action, resource?: ResourceScope): AccessVerdict {
  const scope = scopeOf(actor?.role ?? "public", action);
  if (scope === null) {
    const foreign = actor !== null && actor.country !== null && resource !== undefined && !isOwn(actor, resource);
    return { allowed: false, reason: foreign ? "not-found" : "not-allowed" };
  }
  if (scope === "any" || resource === undefined) return { allowed: true };
  if (actor === null || !isOwn(actor, resource)) return { allowed: false, reason: "not-found" };
  if (
    scope === "assigned" &&
    resource.indicatorCode !== undefined &&
    !actor.assignedIndicators?.includes(resource.indicatorCode)
  ) {
    return { allowed: false, reason: "not-found" };
  }
  return { allowed: true };
}
