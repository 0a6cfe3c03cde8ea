import type { Tx } from "@avances/db";
import { listRecipients } from "@avances/db/queries/recipient-queries";
import { listReportingStates, type ReportingState } from "@avances/db/queries/reporting-state-queries";
import { listRounds } from "@avances/db/queries/round-queries";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import {
  addDays,
  audienceFacts,
  calendarRuleOf,
  eventRules,
  isEventStep,
  localDate,
  localTime,
  returnDays,
  spokenDate,
} from "@avances/domain/round";
import { isAbout, type Wording, type WordingKind, type WordingKindOf, wordingRules } from "@avances/domain/wording";
import { contactOf } from "../letters/contact.ts";
import { kindOfWords, letterFor, type NoticeToWrite, type WritingConfig } from "./message.ts";
import { goingOf, loadKnown } from "./notice-state.ts";
import { type Assumption, momentByHand, nobody, type PreviewedWording, shown } from "./preview-shown.ts";
import { type Addressee, peopleOf } from "./recipients.ts";

/** How the report of the sample country is taken to stand; `plain`: as it really does, as far as such a message allows. */
export const previewStates = [
  "plain",
  "nothing_answered",
  "all_answered",
  "extended",
  "withdrawn",
  "voluntary",
] as const;
export type PreviewState = (typeof previewStates)[number];

/** The states in which such a message can be sent. */
export function previewStatesOf(kind: WordingKind): readonly PreviewState[] {
  if (!isAbout(kind, "report")) return ["plain"];
  const { isReturned, step } = wordingRules[kind];
  if (isReturned) return ["plain"];
  const isByDueDate = calendarRuleOf(step)?.anchor === "due";
  return previewStates.filter((state) => state !== "voluntary" || !isByDueDate);
}

interface Previewed {
  readonly kind: WordingKindOf<"report">;
  readonly language: Language;
  readonly words: Wording;
  readonly country: string;
  readonly state: PreviewState;
}

/**
 * The message that somebody who reports for the country would get with these words, in the newest round that asks it; sends nothing. Null when no
 * round does. Of the facts as few are assumed as the kind and the chosen state need.
 */
export async function previewReport(
  tx: Tx,
  actor: Actor,
  { kind, language, words, country, state: chosen }: Previewed,
  { now, config }: { readonly now: Date; readonly config: WritingConfig },
): Promise<PreviewedWording | null> {
  const real = await newestOf(tx, country);
  if (real === null) return null;
  const { state, assumed } = stateFor(kind, chosen, real, now);
  const writtenAt = momentFor(kind, state, now);
  const { step } = wordingRules[kind];
  const everybody = await listRecipients(tx);
  const { audience } = isEventStep(step) ? eventRules[step] : (calendarRuleOf(step) ?? { audience: [] });
  const present = peopleOf(audience, country, everybody);
  const holder = present.find((one) => audienceFacts[one.audience].reports);
  const reader: Addressee = { ...(holder ?? nobody(country, language)), language };
  // On a day that has passed nothing of what was written since was known: neither how often it was asked, nor which steps are over.
  const known = await loadKnown(tx, [real.roundYear], now, writtenAt < now ? { from: writtenAt } : undefined);
  const item: NoticeToWrite = {
    ...{ state, step, audience },
    anchorDate: spokenDate(step, state) ?? state.dueOn,
    batchId: "00000000-0000-0000-0000-000000000000",
    scheduledFor: writtenAt,
    disposition: "send",
    people: [reader, ...present.filter(({ id }) => id !== reader.id)],
    ledger: known.ledger(real.roundYear, country),
    going: goingOf(state, known),
    contact: contactOf(everybody, isEventStep(step) ? actor.userId : state.roundOpenedBy, state.roundOpenedBy),
    wordings: (one, spoken) => (one === kind && spoken === language ? { id: "preview", ...words } : null),
  };
  const { letter } = letterFor(item, reader, writtenAt, config);
  return {
    roundYear: real.roundYear,
    writtenAt,
    recipient: reader.displayName,
    assumed: [
      ...assumed,
      ...(writtenAt === now ? [] : (["moment"] as const)),
      ...(holder === undefined ? (["recipient"] as const) : []),
    ],
    wordsStand: kindOfWords(item, reader, writtenAt) === kind,
    ...shown(letter, language, config.demonstration),
  };
}

/** How the country stands in the newest round that asks it; null = none does. */
async function newestOf(tx: Tx, country: string): Promise<ReportingState | null> {
  for (const { year } of await listRounds(tx)) {
    const found = (await listReportingStates(tx, { roundYear: year })).find((one) => one.country === country);
    if (found !== undefined) return found;
  }
  return null;
}

function stateFor(
  kind: WordingKindOf<"report">,
  chosen: PreviewState,
  real: ReportingState,
  now: Date,
): { readonly state: ReportingState; readonly assumed: readonly Assumption[] } {
  const assumed: Assumption[] = [];
  const assume = (what: Assumption, isSo: boolean, patch: Partial<ReportingState>): Partial<ReportingState> => {
    if (isSo) return {};
    assumed.push(what);
    return patch;
  };
  const { isReturned, step } = wordingRules[kind];
  const today = localDate(now, real.timeZone);
  if (isReturned)
    return {
      state: {
        ...real,
        ...assume("status", real.status === "returned", { status: "returned", withdrawn: null }),
        ...assume("return_date", real.status === "returned" && real.returnDueOn !== null, {
          returnDueOn: addDays(today, returnDays),
        }),
      },
      assumed,
    };
  const isAwaited = (real.status === "not_started" || real.status === "draft") && real.firstSubmittedAt === null;
  const { expected } = real.progress;
  const needsObligation = calendarRuleOf(step)?.anchor === "due";
  const state: ReportingState = {
    ...real,
    ...assume("status", isAwaited && !real.exempt, {
      ...{ status: "draft", exempt: false, firstSubmittedAt: null, withdrawn: null, returnDueOn: null },
    }),
    ...assume("obligation", real.obligated || !needsObligation, { obligated: true }),
    ...(chosen === "nothing_answered" &&
      assume("progress", real.progress.answered === 0, { progress: { answered: 0, expected } })),
    ...(chosen === "all_answered" &&
      assume("progress", real.progress.answered >= expected, { progress: { answered: expected, expected } })),
    ...(chosen === "extended" &&
      assume("extension", real.extensionGrantedAt !== null && real.dueOn !== real.roundDueOn, {
        dueOn: addDays(real.roundDueOn, 14),
        extensionGrantedAt: now,
      })),
    ...(chosen === "withdrawn" &&
      assume("withdrawal", false, {
        ...{ status: "draft", firstSubmittedAt: now, withdrawn: { version: 1, at: null } },
      })),
    ...(chosen === "voluntary" && assume("obligation", !real.obligated, { obligated: false })),
  };
  return { state, assumed: [...new Set(assumed)] };
}

/** When such a message is written: a step of the calendar on its day at nine; a reminder by hand now, or near its date when that is on the other side. */
function momentFor(kind: WordingKindOf<"report">, state: ReportingState, now: Date): Date {
  const { step, isReturned, side } = wordingRules[kind];
  const { timeZone, opensOn, dueOn, returnDueOn } = state;
  const rule = calendarRuleOf(step);
  const date = isReturned ? (returnDueOn ?? dueOn) : dueOn;
  if (rule !== undefined)
    return localTime(addDays(rule.anchor === "opening" ? opensOn : date, rule.offsetDays), "09:00", timeZone);
  return momentByHand(date, side, timeZone, now);
}
