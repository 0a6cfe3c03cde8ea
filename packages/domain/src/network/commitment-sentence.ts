import { type CommitmentStage, isUnderWay } from "./commitment.ts";

/** What a sentence about commitments is made from: each is in one stage, and may have marks besides. */
export interface CommitmentTally {
  readonly all: number;
  /** Open or in progress. */
  readonly owed: number;
  /** Of these: their day has ended. */
  readonly overdue: number;
  /** Of these: they were carried over a later meeting. */
  readonly carriedOver: number;
  readonly done: number;
  readonly dropped: number;
  readonly notRecorded: number;
}

/** Counted over what the reader may see. */
export function tallyOf(
  commitments: readonly {
    readonly stage: CommitmentStage;
    readonly overdueDays: number | null;
    readonly carriedOver: readonly unknown[];
  }[],
): CommitmentTally {
  const count = (which: (one: (typeof commitments)[number]) => boolean) => commitments.filter(which).length;
  return {
    all: commitments.length,
    owed: count(({ stage }) => isUnderWay(stage)),
    overdue: count((one) => one.overdueDays !== null),
    carriedOver: count((one) => one.carriedOver.length > 0),
    done: count(({ stage }) => stage === "done"),
    dropped: count(({ stage }) => stage === "dropped"),
    notRecorded: count(({ stage }) => stage === "not_recorded"),
  };
}
