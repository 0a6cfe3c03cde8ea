/**
 * How far a commitment has come. That it is overdue, or was carried over to a later meeting, follows from days and meetings and is no stage.
 * `not_recorded`: the report in which it stands does not say what became of it.
 */
export const commitmentStages = ["open", "in_progress", "done", "dropped", "not_recorded"] as const;
export type CommitmentStage = (typeof commitmentStages)[number];
