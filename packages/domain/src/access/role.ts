/** Roles of people who sign in. `public` is the actor without a session. */
export const roles = [
  "secretariat",
  "focal_point",
  "alternate",
  "contributor",
  "approver",
  "liaison_officer",
  "rcgm_delegate",
  "presidency",
  "observer",
  "civil_society",
  "coalition",
] as const;
export type Role = (typeof roles)[number];
export type ActorRole = Role | "public";

/** Roles that belong to a country and never see beyond it, except what is published. */
export const countryRoles = [
  "focal_point",
  "alternate",
  "contributor",
  "approver",
  "liaison_officer",
] as const satisfies readonly Role[];

/** Who is acting, as the session row says; never as the request says. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  /** Country of a country role, else null. */
  readonly country: string | null;
  /** Contributors: the indicators assigned to them. Null for the others. */
  readonly assignedIndicators: readonly string[] | null;
  readonly sessionId: string;
  readonly displayName: string;
}
