import type { ActorRole, Role } from "./role.ts";

/**
 * The access table: action → who may do it, and over what. `any` = whatever the country; `own` = the actor's own country
 * (a foreign resource answers like a missing one); `assigned` = own country and only the assigned indicators.
 * An action or role that is not listed is refused. Source: access table of `docs/architecture.md`.
 */
export type Scope = "any" | "own" | "assigned";

const everyone = {
  public: "any",
  secretariat: "any",
  focal_point: "any",
  alternate: "any",
  contributor: "any",
  approver: "any",
  liaison_officer: "any",
  rcgm_delegate: "any",
  presidency: "any",
  observer: "any",
  civil_society: "any",
  coalition: "any",
} as const;
const signedIn = { ...everyone, public: undefined } as const;
const reporters = { focal_point: "own", alternate: "own" } as const;

export const policy = {
  "published.read": everyone,
  "session.create": everyone,
  "session.own": signedIn,
  "ticket.use": everyone,
  "status-board.read": {
    secretariat: "any",
    rcgm_delegate: "any",
    presidency: "any",
    focal_point: "any",
    alternate: "any",
    approver: "any",
    liaison_officer: "any",
    contributor: "own",
  },
  /** The working copy, or the frozen version for the secretariat: which one is decided by role, never by request. */
  "submission.read": {
    secretariat: "any",
    ...reporters,
    approver: "own",
    liaison_officer: "own",
    contributor: "assigned",
  },
  "answer.write": { ...reporters, contributor: "assigned" },
  "submission.submit": reporters,
  "submission.withdraw": reporters,
  "submission.review": { secretariat: "any" },
  "submission.publish": { secretariat: "any" },
  /** What the public will see, before it does. */
  "publication.preview": { secretariat: "any", ...reporters, approver: "own", liaison_officer: "own" },
  "publication.consent": reporters,
  "submission.exempt": { secretariat: "any" },
  "submission.extend": { secretariat: "any" },
  "review-comment.read": {
    secretariat: "any",
    ...reporters,
    approver: "own",
    liaison_officer: "own",
    contributor: "assigned",
  },
  "review-comment.write": { secretariat: "any", ...reporters },
  "notices.read": { secretariat: "any", ...reporters, approver: "own", liaison_officer: "own" },
  "notices.send": { secretariat: "any" },
  "outgoing-mail.read": { secretariat: "any" },
  "users.read": { secretariat: "any" },
  "users.invite": { secretariat: "any" },
  "rounds.manage": { secretariat: "any" },
  "audit.read": { secretariat: "any" },
} as const satisfies Record<string, Partial<Record<ActorRole, Scope | undefined>>>;

export type Action = keyof typeof policy;

/** The scope in which a role may do an action, or null when it may not at all. */
export function scopeOf(role: ActorRole, action: Action): Scope | null {
  const row: Partial<Record<ActorRole, Scope | undefined>> = policy[action];
  return row[role] ?? null;
}

/** Roles that may do an action in some scope, in the order of the table. For OpenAPI `x-roles` and the access-matrix test. */
export function rolesFor(action: Action): readonly ActorRole[] {
  return (Object.entries(policy[action]) as [ActorRole, Scope | undefined][])
    .filter(([, scope]) => scope !== undefined)
    .map(([role]) => role);
}

export interface ResourceScope {
  readonly country: string | null;
  readonly indicatorCode?: string;
}

export type AccessVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: "not-allowed" | "not-found" };

/**
 * May this actor do this to this resource? `not-found` when it belongs to another country, so that a foreign resource
 * cannot be told from a missing one. `not-allowed` for own things without the right.
 */
export function can(
  actor: {
    readonly role: Role;
    readonly country: string | null;
    readonly assignedIndicators: readonly string[] | null;
  } | null,
  action: Action,
  resource?: ResourceScope,
): AccessVerdict {
  const scope = scopeOf(actor?.role ?? "public", action);
  if (scope === null) {
    const foreign =
      actor !== null && actor.country !== null && resource !== undefined && resource.country !== actor.country;
    return { allowed: false, reason: foreign ? "not-found" : "not-allowed" };
  }
  if (scope === "any" || resource === undefined) return { allowed: true };
  if (resource.country !== actor?.country) return { allowed: false, reason: "not-found" };
  if (
    scope === "assigned" &&
    resource.indicatorCode !== undefined &&
    !actor?.assignedIndicators?.includes(resource.indicatorCode)
  ) {
    return { allowed: false, reason: "not-found" };
  }
  return { allowed: true };
}
