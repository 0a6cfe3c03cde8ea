import { isOfSecretariat } from "../access/role.ts";
import type { IndicatorCode } from "../catalogue/catalogue.ts";

/** Who reads a remark: `country` = the country alone; `shared` = the Secretariat too. */
export const audiences = ["country", "shared"] as const;
export type Audience = (typeof audiences)[number];

/** `open`: it waits for a reply; `answered`: whoever was asked has replied; `closed`: somebody closed it, and nothing was said since. */
export const threadStates = ["open", "answered", "closed"] as const;
export type ThreadState = (typeof threadStates)[number];

/** What names a thread in a report: the answer (null = the whole report) and who reads it. */
export interface ThreadName {
  readonly indicatorCode: IndicatorCode | null;
  readonly audience: Audience;
}

/** The parts of a remark that say how its thread stands. */
export interface ThreadRemark extends ThreadName {
  readonly authorId: string;
  readonly authorRole: string;
  /** It was asked in the act of returning the report. */
  readonly isQuestion: boolean;
  readonly createdAt: Date;
}

export interface ThreadClosing extends ThreadName {
  readonly at: Date;
}

export interface Thread<C extends ThreadClosing> extends ThreadName {
  readonly state: ThreadState;
  /** Who asked: a side of a shared thread, the id of a person inside the country. */
  readonly askedBy: string;
  /** The act that closed it; null unless `closed`. */
  readonly closed: C | null;
  /** The last act that closed it, also where somebody has spoken since; null = it was never closed. */
  readonly lastClosing: C | null;
}

/**
 * The threads of a report, in the order of their first remark; every remark belongs to one. How a thread stands follows from who spoke and
 * from who closed it, and is stored nowhere. Whoever speaks first asks, again after it was closed; a question made in returning the report
 * asks in any case. It is open while the last word is with whoever asked. Remarks and closings: oldest first.
 */
export function threadsOf<C extends ThreadClosing>(
  remarks: readonly ThreadRemark[],
  closings: readonly C[],
): readonly Thread<C>[] {
  const talks = new Map<string, [ThreadRemark, ...ThreadRemark[]]>();
  for (const remark of remarks) {
    const key = threadKey(remark);
    const talk = talks.get(key);
    if (talk === undefined) talks.set(key, [remark]);
    else talk.push(remark);
  }
  return [...talks].map(([key, talk]) => {
    const { indicatorCode, audience } = talk[0];
    const lastClosing = closings.findLast((one) => threadKey(one) === key) ?? null;
    const since = lastClosing === null ? talk : talk.filter(({ createdAt }) => createdAt > lastClosing.at);
    const thread = { indicatorCode, audience, lastClosing };
    const last = since.at(-1);
    if (last === undefined) {
      return { ...thread, state: "closed", askedBy: askerOf(talk, talk[0]), closed: lastClosing };
    }
    const askedBy = askerOf(since, since[0] ?? last);
    return { ...thread, state: partyOf(last) === askedBy ? "open" : "answered", askedBy, closed: null };
  });
}

/** Two remarks with the same key are of one thread. */
export function threadKey({ indicatorCode, audience }: ThreadName): string {
  return `${audience}/${indicatorCode ?? ""}`;
}

/** May somebody who writes in this thread close it? Between a country and the Secretariat the side that asked; inside a country anybody. */
export function mayClose(
  { audience, askedBy }: Pick<Thread<ThreadClosing>, "audience" | "askedBy">,
  role: string,
): boolean {
  return audience === "country" || askedBy === sideOf(role);
}

function askerOf(talk: readonly ThreadRemark[], first: ThreadRemark): string {
  return partyOf(talk.findLast(({ isQuestion }) => isQuestion) ?? first);
}

function partyOf({ audience, authorId, authorRole }: ThreadRemark): string {
  return audience === "shared" ? sideOf(authorRole) : authorId;
}

function sideOf(role: string): "secretariat" | "country" {
  return isOfSecretariat(role) ? "secretariat" : "country";
}
