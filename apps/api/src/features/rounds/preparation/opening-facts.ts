import type { PreparationView } from "@avances/contracts";
import type { Tx } from "@avances/db";
import { type GroupChangeRow, listAnnouncedDays, listGroupChanges } from "@avances/db/queries/preparation-queries";
import { listDaysOff } from "@avances/db/queries/quiet-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import type { UserRow } from "@avances/db/queries/rows";
import { listUsers } from "@avances/db/queries/user-queries";
import { languages, missingTexts, type WholeCatalogue } from "@avances/domain/catalogue";
import type { GroupChange } from "@avances/domain/reference";
import {
  audienceFacts,
  localDate,
  type NoticeAudience,
  noticeAudiences,
  type OpeningFacts,
} from "@avances/domain/round";
import { LRUCache } from "lru-cache";
import type { Deps } from "#deps.ts";

type FactsView = PreparationView["facts"];

/** What decides whether a round of this year can be opened, as pages read it. */
export async function readFacts(
  tx: Tx,
  deps: Pick<Deps, "reference" | "catalogues">,
  year: number,
  now: Date,
): Promise<FactsView> {
  const { countries, groups } = deps.reference;
  const [rounds, announcedOn, changes] = [
    await listRounds(tx),
    await listAnnouncedDays(tx, year),
    await listGroupChanges(tx),
  ];
  const [daysOff, users] = [await listDaysOff(tx, now), (await listUsers(tx)).filter(isNobodysGuest)];
  const reached = users.filter(mayBeWrittenTo);
  const today = countries
    .map(({ timeZone }) => localDate(now, timeZone))
    .sort()
    .at(-1);
  const { current } = deps.catalogues;
  return {
    today: today ?? localDate(now, "UTC"),
    takenYears: rounds.map((round) => round.year),
    announcedOn: [...announcedOn].sort(),
    countries: countries.map(({ alpha3 }) => ({
      country: alpha3,
      daysOff: [...daysOff(alpha3)].sort(),
      people: peopleIn(reached, (audience) => audienceFacts[audience].ofCountry, alpha3),
      waiting: users.filter((user) => user.countryCode === alpha3 && !mayBeWrittenTo(user)).length,
    })),
    region: peopleIn(reached, (audience) => !audienceFacts[audience].ofCountry && audience !== "secretariat", null),
    groups: groups.map(({ code, members }) => ({ code, members })),
    groupChanges: changes.map((row) => ({
      ...groupChangeOf(row),
      ...{ reason: row.reason, at: row.at.toISOString(), byName: row.actorName },
    })),
    catalogue: { version: current.version, untranslated: untranslatedIn(current) },
  };
}

/** The same as the rule reads it (`openingReasons`). */
export function factsOf(view: FactsView): OpeningFacts {
  return {
    ...view,
    countries: view.countries.map(({ country, daysOff, people }) => ({
      country,
      daysOff: new Set(daysOff),
      holders: people.map(({ audience }) => audience),
    })),
    regionalHolders: view.region.map(({ audience }) => audience),
  };
}

export function groupChangeOf({ groupCode, countryCode, joins, fromDay }: GroupChangeRow): GroupChange {
  return { group: groupCode, country: countryCode, joins, from: fromDay };
}

/** An account that has not ended and is not that of a section link. */
function isNobodysGuest({ endedAt, sectionId }: UserRow): boolean {
  return endedAt === null && sectionId === null;
}

/** As `listRecipients` says it. */
function mayBeWrittenTo({ confirmedAt, lastSignedInAt }: UserRow): boolean {
  return confirmedAt !== null || lastSignedInAt !== null;
}

function peopleIn(users: readonly UserRow[], isAsked: (audience: NoticeAudience) => boolean, country: string | null) {
  return noticeAudiences.filter(isAsked).flatMap((audience) =>
    users
      .filter(
        ({ role, countryCode }) =>
          role === audienceFacts[audience].role && (country === null || countryCode === country),
      )
      .map(({ displayName, language, lastSignedInAt }) => ({
        ...{ name: displayName, audience, language },
        signedInAt: lastSignedInAt?.toISOString() ?? null,
      })),
  );
}

/** A version of the catalogue never changes. */
const counted = new LRUCache<string, FactsView["catalogue"]["untranslated"]>({ max: 8 });

function untranslatedIn(catalogue: WholeCatalogue): FactsView["catalogue"]["untranslated"] {
  const known = counted.get(catalogue.version);
  if (known !== undefined) return known;
  const gaps = languages
    .map((language) => ({ language, count: missingTexts(catalogue, language) }))
    .filter(({ count }) => count > 0);
  counted.set(catalogue.version, gaps);
  return gaps;
}
