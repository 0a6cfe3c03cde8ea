import type { Action } from "@avances/domain/access";
import { shortestActReason, textLimits } from "@avances/domain/text";
import { z } from "zod";
import { contract } from "../contract.ts";
import { Instant, personName, plainText } from "../values.ts";
import {
  HeldFile,
  MatterActView,
  MatterWordsView,
  matterParams,
  PersonalDetailsFound,
  SeenView,
  VisibilityChoiceSchema,
  writtenWords,
} from "./matters.ts";

/** Who acted: of what the Secretariat alone writes always told, of what others write only to their own side and to the Secretariat. */
type PersonName = z.ZodString | z.ZodType<string | null>;

/** What every kind tells of its past: its versions, who has seen it, and what was done to it. `named`: of one such view, under its own name. */
function matterHistory<Name extends PersonName, Seen extends z.ZodType, Act extends z.ZodType>(
  byName: Name,
  {
    seen,
    act,
    version,
  }: {
    readonly seen: Seen;
    readonly act: Act;
    readonly version?: { readonly id: string; readonly description: string };
  },
) {
  const filed = MatterWordsView.pick({ language: true, subject: true, body: true }).extend({
    version: z.int(),
    at: Instant,
    byName,
    files: z.array(HeldFile).readonly(),
  });
  return {
    versions: z
      .array(version === undefined ? filed : filed.meta(version))
      .readonly()
      .describe("What was filed, oldest first, each with the files that it held."),
    seen: z
      .array(seen)
      .readonly()
      .nullable()
      .describe("Who of other sides has had it on screen, for its author; null for others."),
    record: z.array(act).readonly().describe("Oldest first."),
  };
}

/** Of a kind that sides write: their people are named to their own side and to the Secretariat. */
export const historyOfSides = matterHistory(personName, {
  seen: SeenView.extend({ byName: personName }).meta({
    id: "SeenBySide",
    description: "A side that has had a version of it on screen; by whom where that is told.",
  }),
  act: MatterActView.extend({ byName: personName }).meta({
    id: "ActOfSide",
    description: "What was done to it, by which side and when; by whom where that is told.",
  }),
  version: { id: "VersionOfSide", description: "A version as it was filed; by whom where that is told." },
});

/** Of a kind to which others may answer. */
export const heardOfOthers = {
  heard: z
    .int()
    .describe(
      "How often others have said something to it that the reader reads: an answer, that one was taken back, how they take it. Whoever withdraws it names it.",
    ),
};

export const WithdrawnBySide = z
  .object({ at: Instant, byName: personName, reason: z.string() })
  .meta({ id: "WithdrawnBySide", description: "When it was withdrawn, why, and by whom where that is told." });

/** Of a kind that the Secretariat alone writes: its people are named to whoever reads it. */
export const openHistory = matterHistory(z.string(), { seen: SeenView, act: MatterActView });

const keyed = ["idempotency-key-required", "idempotency-key-reused"] as const;

const Withdrawal = z
  .strictObject({
    reason: plainText(textLimits.actReason, shortestActReason),
    heard: z
      .int()
      .min(0)
      .optional()
      .describe(
        "`heard` of what was on screen, of a kind that has it; absent = 0. If others have said more since, nothing is withdrawn (`revision-stale`).",
      ),
    overruled: writtenWords.overruled.optional(),
  })
  .meta({
    id: "Withdrawal",
    description: "Why something is withdrawn, and how much of what others said to it was on screen.",
  });

/** What writing, filing, showing and withdrawing share, whatever the kind is called. */
interface KindOfActs<Name extends string, Path extends string, A extends Action, View, Refused, Save, Levels> {
  /** As its operations name it: `saveDocument`. */
  readonly name: Name;
  readonly path: Path;
  readonly action: A;
  readonly response: View;
  readonly refused: Refused;
  /** Id and description of the `details` of `revision-stale`. */
  readonly stale: { readonly id: string; readonly description: string };
  readonly written: Save;
  /** How what was filed is changed, if not by another version. */
  readonly after?: string;
  /** To whom it may be shown; without it to nobody outside the Network. */
  readonly levels?: Levels;
  readonly summaries: Readonly<Record<"save" | "file" | "show" | "withdraw", string>>;
}

/** What the acts on a matter have in common. */
function actOf<A extends Action, View extends z.ZodType, Refused extends z.ZodType>(kind: {
  readonly action: A;
  readonly response: View;
  readonly refused: Refused;
  readonly stale: { readonly id: string; readonly description: string };
}) {
  return {
    action: kind.action,
    params: matterParams,
    response: kind.response,
    ifMatch: true,
    idempotent: true,
    details: {
      "matter-refused": kind.refused,
      "personal-details": PersonalDetailsFound,
      "revision-stale": z.object({ current: kind.response }).meta(kind.stale),
    },
    problems: [
      ...(["not-found", "matter-refused", "personal-details", "transition-refused"] as const),
      ...(["revision-required", "revision-stale", ...keyed] as const),
    ],
  } as const;
}

/** The acts of its own side on a matter of which nothing that was filed is revised: another one takes its place. */
export function matterActsOnce<
  const Name extends string,
  const Path extends string,
  const A extends Action,
  View extends z.ZodType,
  Refused extends z.ZodType,
  Save extends z.ZodType,
  Levels extends z.ZodType = typeof VisibilityChoiceSchema,
>(kind: KindOfActs<Name, Path, A, View, Refused, Save, Levels>) {
  const { name, path, summaries } = kind;
  const one = `${path}/:matterId` as const;
  const act = actOf(kind);
  return {
    save: contract({
      ...act,
      operationId: `save${name}` as const,
      method: "PUT",
      path: one,
      summary: summaries.save,
      description: `With \`If-Match: "v0"\` and an id of your own it is a new one. ${kind.after ?? "What was filed is changed by another version."}`,
      body: kind.written,
    }),
    file: contract({
      ...act,
      operationId: `file${name}` as const,
      method: "POST",
      path: `${one}/file` as const,
      summary: summaries.file,
    }),
    show: contract({
      ...act,
      operationId: `show${name}` as const,
      method: "POST",
      path: `${one}/visibility` as const,
      summary: summaries.show,
      body: z.strictObject({
        visibility: (kind.levels ?? VisibilityChoiceSchema) as Levels,
        overruled: writtenWords.overruled.optional(),
      }),
    }),
    withdraw: contract({
      ...act,
      operationId: `withdraw${name}` as const,
      method: "POST",
      path: `${one}/withdraw` as const,
      summary: summaries.withdraw,
      body: Withdrawal,
    }),
  };
}

/**
 * The five acts of its own side on a matter. A new kind gets them by naming its operations and its words; what is written of it is its own.
 */
export function matterActs<
  const Name extends string,
  const Path extends string,
  const A extends Action,
  View extends z.ZodType,
  Refused extends z.ZodType,
  Save extends z.ZodType,
  Revise extends z.ZodType,
  Levels extends z.ZodType = typeof VisibilityChoiceSchema,
>(
  kind: KindOfActs<Name, Path, A, View, Refused, Save, Levels> & {
    /** What is written without what only a draft says: who will read it. */
    readonly revised: Revise;
    readonly summaries: Readonly<Record<"revise", string>>;
  },
) {
  return {
    ...matterActsOnce<Name, Path, A, View, Refused, Save, Levels>(kind),
    revise: contract({
      ...actOf(kind),
      operationId: `revise${kind.name}` as const,
      method: "POST",
      path: `${kind.path}/:matterId/versions` as const,
      summary: kind.summaries.revise,
      body: kind.revised,
    }),
  };
}
