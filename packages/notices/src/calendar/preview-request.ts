import type { Tx } from "@avances/db";
import { findCommitmentToAsk, findNewestCommitment } from "@avances/db/queries/matter-request-queries";
import type { Recipient } from "@avances/db/queries/recipient-queries";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import {
  anchorOf,
  awaitedBy,
  beginsAt,
  isUnderWay,
  matterCalendar,
  progressCalendar,
  progressDueOn,
  stillAwaited,
  toldBy,
} from "@avances/domain/network";
import { addDays, type CalendarDate, localDate, localTime } from "@avances/domain/round";
import { type Wording, type WordingKindOf, wordingRules } from "@avances/domain/wording";
import type { Block, Letter } from "../letters/letter.ts";
import { matterLetter } from "./matter-requests.ts";
import { awaitsAnswer, loadSides, type Side, type Writing } from "./matter-sides.ts";
import type { RequestContext } from "./plan-requests.ts";
import { type Assumption, momentByHand, nobody, type PreviewedWording, shown } from "./preview-shown.ts";
import { progressLetter } from "./progress-requests.ts";
import { loadAskedMeetings } from "./progress-state.ts";

/* The words of requests of the Network, shown in a whole message about the next meeting, or about a commitment, of a sample country. */

interface Wanted<K> {
  readonly kind: K;
  readonly language: Language;
  readonly words: Wording;
  readonly country: string;
}
type Context = Pick<RequestContext, "now" | "config">;

const none = "preview";
/** How far ahead a meeting is looked for, in days. */
const aheadDays = 1_100;

/** With the next meeting before which the country is asked; null when there is none. */
export async function previewProgress(
  tx: Tx,
  actor: Actor,
  wanted: Wanted<WordingKindOf<"progress">>,
  { now, config }: Context,
): Promise<PreviewedWording | null> {
  const { step, side: when } = wordingRules[wanted.kind];
  const today = localDate(now, "UTC");
  const range = { from: addDays(today, -1), until: addDays(today, aheadDays) };
  const meetings = await loadAskedMeetings(tx, range, config.secretariatCountry);
  const real = meetings
    .filter((one) => beginsAt(one) > now && one.members.includes(wanted.country))
    .toSorted((one, other) => one.heldOn.localeCompare(other.heldOn))[0];
  const sides = await loadSides(tx, now, config.secretariatCountry);
  const side = sides.of(wanted.country);
  if (real === undefined || side === null) return null;
  const { timeZone } = side.days;
  const assumed = new Set<Assumption>();
  const day = progressDueOn(real);
  let asked = real;
  if ((awaitedBy(real, timeZone) === null) !== (when === "undated")) {
    assumed.add("awaited_by");
    const known = when === "undated" ? day : addDays(day, -60);
    asked = { ...asked, dayKnownAt: localTime(known, "09:00", timeZone) };
  }
  if (stillAwaited(toldBy(side.code, asked.filed)).length === 0) {
    assumed.add("filed");
    asked = { ...asked, filed: asked.filed.filter(({ author }) => author !== side.code) };
  }
  const rule = progressCalendar.find((one) => one.step === step);
  const writtenAt =
    when === "undated"
      ? new Date(Math.max(now.getTime(), asked.dayKnownAt.getTime()))
      : momentOf(rule?.offsetDays ?? null, { day, when, timeZone, now });
  // On a day that has passed nothing of what was written since was known.
  if (writtenAt < now)
    asked = { ...asked, ledger: asked.ledger.filter(({ request }) => request.createdAt < writtenAt) };
  return previewed(side, wanted, { now, writtenAt, assumed, config }, (person) => {
    const message = { id: none, step, batchId: none, asked, side, person, by: rule ? null : actor.userId };
    return progressLetter(message, writingWith(sides, wanted), { now: writtenAt, config });
  });
}

/** With a commitment that concerns the country, or the newest; null when nothing was ever filed. */
export async function previewCommitment(
  tx: Tx,
  actor: Actor,
  wanted: Wanted<WordingKindOf<"commitment">>,
  { now, config }: Context,
): Promise<PreviewedWording | null> {
  const { step, side: when } = wordingRules[wanted.kind];
  const isOwed = anchorOf(step) === "due_on";
  const id = await findNewestCommitment(tx, wanted.country, isOwed ? "owes" : "reads");
  const real = id === undefined ? undefined : await findCommitmentToAsk(tx, id);
  const sides = await loadSides(tx, now, config.secretariatCountry);
  const side = sides.of(wanted.country);
  if (real === undefined || side === null) return null;
  const { timeZone } = side.days;
  const assumed = new Set<Assumption>();
  let asked = real;
  if (isOwed && (asked.responsible !== side.code || !isUnderWay(asked.stage))) {
    assumed.add("owed");
    asked = { ...asked, responsible: side.code, stage: isUnderWay(asked.stage) ? asked.stage : "open" };
  }
  if (!isOwed && (step === "matter_sent" ? !isSentTo(asked, side) : !awaitsAnswer(asked, side))) {
    assumed.add("sent");
    const sent = { at: new Date(now.getTime() - 14 * 86_400_000), to: [side.code], documents: 0 };
    const replies = asked.replies.filter(({ participant }) => participant !== side.code);
    asked = { ...asked, replies, ...(!isSentTo(asked, side) && { dispatches: [...asked.dispatches, sent] }) };
  }
  const today = localDate(now, timeZone);
  const dayNow = isOwed ? asked.dueOn : asked.replyBy;
  if (when !== "any" && (dayNow === null) !== (when === "undated")) {
    assumed.add("awaited_by");
    const day = when === "undated" ? null : addDays(today, 21);
    asked = isOwed ? { ...asked, dueOn: day } : { ...asked, replyBy: day };
  }
  const day = isOwed ? asked.dueOn : asked.replyBy;
  const rule = matterCalendar.find((one) => one.step === step);
  const writtenAt = day === null ? now : momentOf(rule?.offsetDays ?? null, { day, when, timeZone, now });
  return previewed(side, wanted, { now, writtenAt, assumed, config }, (person) => {
    const message = { step, asked, side, person, ...(rule === undefined && { by: actor.userId }) };
    return matterLetter(message, writingWith(sides, wanted), { now: writtenAt, config });
  });
}

const isSentTo = ({ dispatches }: { readonly dispatches: readonly { readonly to: readonly string[] }[] }, side: Side) =>
  dispatches.some(({ to }) => to.includes(side.code));

interface Dated {
  readonly day: CalendarDate;
  readonly when: "past" | "to_come" | "any" | "undated";
  readonly timeZone: string;
  readonly now: Date;
}

/** A step of the calendar on its day at nine; what a person sends on this side of its date. */
function momentOf(offsetDays: number | null, { day, when, timeZone, now }: Dated): Date {
  if (when === "any" || when === "undated") return now;
  if (offsetDays === null) return momentByHand(day, when, timeZone, now);
  return localTime(addDays(day, offsetDays), "09:00", timeZone);
}

const writingWith = (sides: Omit<Writing, "wordings">, { kind, language, words }: Wanted<string>): Writing => ({
  ...sides,
  wordings: (one, spoken) => (one === kind && spoken === language ? { id: none, ...words } : null),
});

interface Moment {
  readonly now: Date;
  readonly writtenAt: Date;
  readonly assumed: ReadonlySet<Assumption>;
  readonly config: Context["config"];
}

function previewed(
  side: Side,
  { country, language }: Wanted<string>,
  { now, writtenAt, assumed, config }: Moment,
  letterTo: (person: Recipient) => { readonly letter: Letter<Block>; readonly wordingId: string | null },
): PreviewedWording {
  const [holder] = side.people;
  const person = { ...(holder ?? nobody(country, language)), language };
  const { letter, wordingId } = letterTo(person);
  return {
    ...{ roundYear: null, writtenAt, recipient: person.displayName },
    assumed: [
      ...assumed,
      ...(writtenAt.getTime() === now.getTime() ? [] : (["moment"] as const)),
      ...(holder === undefined ? (["recipient"] as const) : []),
    ],
    wordsStand: wordingId !== null,
    ...shown(letter, language, config.demonstration),
  };
}
