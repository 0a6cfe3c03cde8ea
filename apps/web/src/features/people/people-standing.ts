import { type ContactRole, contactRoles, mayDo, roleFacts } from "@avances/domain/access";
import type { Person } from "./people-queries.ts";

/** Who can act for one country, and what stands in the way. Whoever belongs to no country stands together, and acts for none. */
export interface Standing {
  readonly country: string | null;
  /** Everybody whose account has not ended, in every role. */
  readonly people: readonly Person[];
  /** In charge of the report, may send it, and can sign in. */
  readonly ready: readonly Person[];
  /** In charge of the report, and has never signed in: the link was not used or has expired, or the account waits for a second person. */
  readonly notYet: readonly Person[];
  /** Whose address gave back the last message. */
  readonly refused: readonly Person[];
  /** Roles of whoever is asked for the report that nobody in charge holds. */
  readonly lacks: readonly ContactRole[];
}

/** What can be chosen to be looked at alone. */
export const narrowings = ["nobody", "refused", "lacks"] as const;
export type Narrowing = (typeof narrowings)[number];

const isMeant: Readonly<Record<Narrowing, (one: Standing) => boolean>> = {
  nobody: ({ country, ready }) => country !== null && ready.length === 0,
  refused: ({ refused }) => refused.length > 0,
  lacks: ({ lacks }) => lacks.length > 0,
};

export function narrowed(standings: readonly Standing[], only: Narrowing | null): readonly Standing[] {
  return only === null ? standings : standings.filter(isMeant[only]);
}

export function isNarrowing(text: string | undefined): text is Narrowing {
  return narrowings.some((one) => one === text);
}

/** In the term of the person, who has not said to have left; a mailbox of several people is nobody. `today`: of the portal. */
export function isInCharge({ endedAt, isShared, leftAt, validFrom, validUntil }: Person, today: string): boolean {
  return (
    endedAt === null &&
    !isShared &&
    leftAt === null &&
    (validFrom === null || validFrom <= today) &&
    (validUntil === null || validUntil >= today)
  );
}

/** Each country as its people stand, in the order given; at the end those without one, if there are any. */
export function standingsOf(
  people: readonly Person[],
  countries: readonly string[],
  today: string,
): readonly Standing[] {
  const byCountry = new Map<string | null, Person[]>();
  for (const person of people) {
    if (person.endedAt !== null) continue;
    const known = byCountry.get(person.country);
    if (known === undefined) byCountry.set(person.country, [person]);
    else known.push(person);
  }
  const ofCountries = countries.map((country): Standing => {
    const own = byCountry.get(country) ?? [];
    const inCharge = own.filter((person) => isInCharge(person, today));
    // Those whom the Secretariat turns to first come first.
    const reporters = inCharge
      .filter(({ role }) => mayDo(role, "submission.submit"))
      .sort((one, other) => placeOf(one) - placeOf(other));
    return {
      country,
      people: own,
      ready: reporters.filter(({ invitation }) => invitation === "used"),
      notYet: reporters.filter(({ invitation }) => invitation !== "used"),
      refused: own.filter(isRefused),
      lacks: contactRoles.filter((role) => !inCharge.some((person) => person.role === role)),
    };
  });
  const others = byCountry.get(null) ?? [];
  if (others.length === 0) return ofCountries;
  const none = { ready: [], notYet: [], lacks: [] };
  return [...ofCountries, { country: null, people: others, refused: others.filter(isRefused), ...none }];
}

const placeOf = ({ role }: Person) => roleFacts[role].contact ?? Number.POSITIVE_INFINITY;
const isRefused = ({ refused }: Person) => refused !== null;
