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

export interface RoleFacts {
  /**
   * Does an account of this role belong to a country? `always`: it acts and reads for it. `may`: it can be named for a country, which
   * decides what it is written to about, and gives it nothing more to read. `never`: it stands for the region.
   */
  readonly country: "always" | "may" | "never";
}

/** What is to be known about each role, in one place. */
export const roleFacts = {
  secretariat: { country: "never" },
  focal_point: { country: "always" },
  alternate: { country: "always" },
  contributor: { country: "always" },
  approver: { country: "always" },
  liaison_officer: { country: "always" },
  rcgm_delegate: { country: "may" },
  presidency: { country: "never" },
  observer: { country: "never" },
  civil_society: { country: "never" },
  coalition: { country: "never" },
} as const satisfies Readonly<Record<Role, RoleFacts>>;

/** Roles that belong to a country and never see beyond it, except what is published. */
export type CountryRole = { [R in Role]: (typeof roleFacts)[R]["country"] extends "always" ? R : never }[Role];
export const countryRoles: readonly CountryRole[] = roles.filter(isCountryRole);

export function isCountryRole(role: Role): role is CountryRole {
  return roleFacts[role].country === "always";
}

/** May an account of this role be one of this country (null = of none)? */
export function fitsCountry(role: Role, country: string | null): boolean {
  const rule = roleFacts[role].country;
  return rule === "may" || (rule === "always") === (country !== null);
}

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
