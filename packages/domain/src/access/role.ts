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

/**
 * What a role is in the portal. What it may do follows from this alone (`policy.ts`): `secretariat` runs it, `reporter` fills in, submits
 * and answers for a country, `contributor` fills in what is assigned, `signer` reads its country's report and signs it where the round asks
 * for that, the readers follow a country, the region, or what is published.
 */
export type Standing =
  | "secretariat"
  | "reporter"
  | "contributor"
  | "signer"
  | "country_reader"
  | "region_reader"
  | "public_reader";

export interface RoleFacts {
  readonly standing: Standing;
  /**
   * Does an account of this role belong to a country? `always`: it acts and reads for that country. `may`: it can be named for a country;
   * this decides which mails it gets and gives it nothing more to read. `never`: it stands for the region.
   */
  readonly country: "always" | "may" | "never";
  /** Whom the Secretariat turns to about a country's report: 1 first. Null = not to this role. */
  readonly contact: 1 | 2 | null;
  /** Does this role help make the report? Its home page is then that report. */
  readonly makesReport: boolean;
  /** Minutes without a sign of life after which a session ends. */
  readonly idleMinutes: number;
  /** Do acts on its accounts need two people of the Secretariat even without a country? Acts on a country's accounts always do. */
  readonly takesTwo: boolean;
  /** Is it told when the person who hosts the portal opens an account of the Secretariat? */
  readonly toldOfHost: boolean;
  /**
   * What it reads of the Network's work: `members` also what is for members alone, `network` what is for members and observers. Null: nothing;
   * whoever fills in a part of a report takes no part in it.
   */
  readonly readsNetwork: "members" | "network" | null;
  /** Does it put matters before the Network for its country or organisation (the Secretariat for itself), and see that side's drafts? */
  readonly speaks: boolean;
}

const watched = { idleMinutes: 30, takesTwo: true, toldOfHost: true } as const;
const ordinary = { idleMinutes: 60, takesTwo: false, toldOfHost: false } as const;
const member = { readsNetwork: "members", speaks: true } as const;
const silentMember = { readsNetwork: "members", speaks: false } as const;
/** Writes in the name of an organisation or of a country that observes: one person alone opens no such account. */
const guest = { readsNetwork: "network", speaks: true, takesTwo: true } as const;
const outsider = { readsNetwork: null, speaks: false } as const;
const ofCountry = { country: "always", contact: null, ...ordinary } as const;
const ofRegion = { country: "never", contact: null, makesReport: false, ...ordinary } as const;

/** Everything the portal must know about each role, in one place. */
export const roleFacts = {
  secretariat: { ...ofRegion, standing: "secretariat", ...watched, ...member },
  focal_point: { ...ofCountry, standing: "reporter", contact: 1, makesReport: true, ...member },
  alternate: { ...ofCountry, standing: "reporter", contact: 2, makesReport: true, ...member },
  contributor: { ...ofCountry, standing: "contributor", makesReport: true, ...outsider },
  approver: { ...ofCountry, standing: "signer", makesReport: true, ...silentMember },
  liaison_officer: { ...ofCountry, standing: "country_reader", makesReport: false, ...member },
  rcgm_delegate: { ...ofRegion, standing: "region_reader", country: "may", ...silentMember },
  presidency: { ...ofRegion, standing: "region_reader", toldOfHost: true, ...silentMember },
  observer: { ...ofRegion, standing: "public_reader", ...guest },
  civil_society: { ...ofRegion, standing: "public_reader", ...guest },
  coalition: { ...ofRegion, standing: "public_reader", ...guest },
} as const satisfies Readonly<Record<Role, RoleFacts>>;

type RoleWith<Fact extends keyof RoleFacts, Value extends RoleFacts[Fact]> = {
  [R in Role]: (typeof roleFacts)[R][Fact] extends Value ? R : never;
}[Role];

/** Roles that belong to a country and never see beyond it, except what is published. */
export type CountryRole = RoleWith<"country", "always">;
export const countryRoles: readonly CountryRole[] = roles.filter(isCountryRole);

export function isCountryRole(role: Role): role is CountryRole {
  return roleFacts[role].country === "always";
}

/** Roles that the Secretariat turns to about a country's report, in that order. */
export type ContactRole = RoleWith<"contact", 1 | 2>;
export const contactRoles: readonly ContactRole[] = roles
  .filter((role): role is ContactRole => roleFacts[role].contact !== null)
  .sort((one, other) => roleFacts[one].contact - roleFacts[other].contact);

export const secretariatRoles: readonly Role[] = roles.filter((role) => roleFacts[role].standing === "secretariat");

/** Does this role belong to the Secretariat? Takes a string, because an old record may name a role that no longer exists. */
export function isOfSecretariat(role: string): boolean {
  return secretariatRoles.some((one) => one === role);
}

/** Does an account of this role read for an organisation, or a country that observes, if one is recorded? Members and the Secretariat read for themselves. */
export const readsForOrganisation = (role: Role): boolean => roleFacts[role].readsNetwork === "network";

/** May an account with this role belong to this country? `null` = to no country. */
export function fitsCountry(role: Role, country: string | null): boolean {
  const rule = roleFacts[role].country;
  return rule === "may" || (rule === "always") === (country !== null);
}

/** Who is acting, as the session row says, never as the request claims. */
export interface Actor {
  readonly userId: string;
  readonly role: Role;
  /** Country of a country role, else null. */
  readonly country: string | null;
  /** Observers, civil society and the Coalition: the organisation or country they belong to, if it is recorded. Null for the others. */
  readonly organisation: string | null;
  /** Contributors: the indicators assigned to them. Null for the others. */
  readonly assignedIndicators: readonly string[] | null;
  readonly sessionId: string;
  readonly displayName: string;
  /** Only of a session that a section link opened: it is limited to this part of this report. */
  readonly section?: { readonly id: string; readonly submissionId: string };
}
