/**
 * What the work of the Network needs of a side. `owed`: a commitment to carry out. `reply`: an answer to what was sent to it. `read`: a document that was
 * sent to it and that nobody of it has had on screen. `take`: to say how it takes a recommendation. `draft`: what it wrote and has not filed. The others are
 * needs of proposals of activities.
 */
export const ownTaskKinds = [
  ...(["owed", "reply", "read", "take"] as const),
  ...(["say_held", "say_result", "note_meeting", "support"] as const),
  "draft",
] as const;
export type OwnTaskKind = (typeof ownTaskKinds)[number];

interface Dated {
  readonly kind: OwnTaskKind;
  /** By when; null = no day is set. */
  readonly dueOn: string | null;
}

/** Tasks in the order in which they press: what has a day by its day, then the others as their kinds stand above. */
export function inOrderOfNeed<T extends Dated>(tasks: readonly T[]): readonly T[] {
  return tasks.toSorted(
    (one, other) =>
      (one.dueOn ?? "9999").localeCompare(other.dueOn ?? "9999") ||
      ownTaskKinds.indexOf(one.kind) - ownTaskKinds.indexOf(other.kind),
  );
}
