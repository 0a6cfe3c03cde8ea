import { type Deps, hashPassword } from "@avances/api";
import { finishDemonstration, insertAccounts } from "@avances/db";
import { contactRoles, isOfSecretariat } from "@avances/domain/access";
import { schedulerByHand } from "@avances/notices";
import { tellFoundingReport } from "./founding-report.ts";
import { tellActivities } from "./network-activities.ts";
import type { NetworkCast } from "./network-cast.ts";
import { tellCommitments, tellEarlierCommitments, tellFoundingCommitments } from "./network-commitments.ts";
import { tellDocuments } from "./network-documents.ts";
import { tellGuidelines } from "./network-guidelines.ts";
import { tellProgress } from "./network-progress.ts";
import { tellMeetingReport } from "./network-report.ts";
import {
  tellComingMeeting,
  tellEarlierMeeting,
  tellFoundingMeeting,
  tellOffices,
  tellPastMeeting,
} from "./network-story.ts";
import { tellVoices } from "./network-voices.ts";
import { actorOf, type DemonstrationPerson, demonstrationPassword, demonstrationPeople } from "./people.ts";
import { regionStory } from "./story.ts";
import { tellStory } from "./tell-story.ts";

/** The same seed on the same day gives the same region. */
const seed = 20_131_118;

/**
 * Fills a migrated instance that was begun as a demonstration (`beginDemonstration`): accounts, and five rounds made by the portal's own use
 * cases and scheduler, with mails kept instead of sent. `deps.clock` is not used: the story has its own.
 */
export async function seedDemonstration(
  deps: Deps,
  options: { readonly ownerUrl: string; readonly now: Date; log(message: string): void },
): Promise<void> {
  const { ownerUrl, now, log } = options;
  const rounds = regionStory(now);
  const people = demonstrationPeople(deps.reference.countries);
  await createAccounts(deps, ownerUrl, people, new Date(`${rounds[0]?.opensOn}T00:00:00Z`), now);

  let storyTime = now;
  const clock = { now: () => storyTime };
  const storyDeps: Deps = { ...deps, clock };
  const settle = schedulerByHand({
    db: deps.db,
    clock,
    log: deps.log,
    config: { ...deps.config, mailMode: "capture", ticketKey: deps.config.secrets.ticketKey },
  });
  const find = (matches: (person: DemonstrationPerson) => boolean) => {
    const person = people.find(matches);
    if (!person) throw new Error("the demonstration lacks a person its story needs");
    return actorOf(person);
  };
  const secretariat = find(({ role }) => isOfSecretariat(role));
  storyTime = new Date(`${rounds[0]?.opensOn}T13:00:00Z`);
  await tellFoundingMeeting(storyDeps, secretariat);
  await tellFoundingCommitments(storyDeps, secretariat);
  await tellFoundingReport(storyDeps, secretariat);
  await tellStory(
    {
      deps: storyDeps,
      seed,
      now,
      log,
      cast: {
        secretariat,
        focalPoint: (country) => find((person) => person.role === contactRoles[0] && person.country === country),
      },
      setClock: (instant) => {
        storyTime = instant;
      },
      runScheduler: settle,
    },
    rounds,
  );
  const focalPoint = (country: string) =>
    find((person) => person.role === contactRoles[0] && person.country === country);
  const of = (code: string) => find(({ organisation }) => organisation === code);
  const cast = {
    ...{ secretariat, iom: of("IOM"), rncom: of("RNCOM"), coalition: of("COALITION"), speaker: focalPoint },
  };
  await tellNetwork(storyDeps, cast);
  await settle();
  await finishDemonstration(ownerUrl, seed, now);
}

/** The work around the indicators, at the meetings that nobody held or will hold. What does not follow from each other is told at once. */
async function tellNetwork(deps: Deps, cast: NetworkCast): Promise<void> {
  const { secretariat, speaker } = cast;
  const meetings = {
    earlier: await tellEarlierMeeting(deps, secretariat),
    past: await tellPastMeeting(deps, secretariat),
    coming: await tellComingMeeting(deps, secretariat),
  };
  await Promise.all([
    tellOffices(deps, secretariat),
    tellDocuments(deps, secretariat, meetings),
    tellCommitments(deps, secretariat, speaker, meetings),
    tellEarlierCommitments(deps, secretariat, speaker, meetings),
    tellProgress(deps, speaker, meetings),
    tellActivities(deps, cast, meetings),
    tellGuidelines(deps, { secretariat, iom: cast.iom, focalPoint: speaker }),
  ]);
  // The report thanks for what was told, and speaks of what was put; what everybody reads is published with the last of it.
  const voices = await tellVoices(deps, cast, meetings);
  await tellMeetingReport(deps, cast, meetings.past, voices);
}

async function createAccounts(
  deps: Deps,
  ownerUrl: string,
  people: readonly DemonstrationPerson[],
  createdAt: Date,
  now: Date,
): Promise<void> {
  // One hash for all: the password is printed at every start anyway.
  const passwordHash = await hashPassword(deps, demonstrationPassword);
  await insertAccounts(
    ownerUrl,
    people.map((person) => ({
      user: {
        id: person.id,
        email: person.email,
        displayName: person.displayName,
        institution: person.institution,
        salutation: person.salutation,
        role: person.role,
        countryCode: person.country,
        organisationCode: person.organisation,
        assignedIndicators: person.assignedIndicators === null ? null : [...person.assignedIndicators],
        language: person.language,
        createdAt,
        invitedAt: createdAt,
        confirmedAt: createdAt,
        phone: person.phone,
        // Otherwise the first start would ask everybody whether they are still in charge.
        checkAskedAt: now,
        lastSignedInAt: null,
      },
      passwordHash: person.hasSignedIn ? passwordHash : null,
    })),
    now,
  );
}
