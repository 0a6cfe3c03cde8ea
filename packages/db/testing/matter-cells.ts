import { randomUUID } from "node:crypto";
import { choicesFor, type MatterKind, type MatterState, matterKinds, type Shown } from "@avances/domain/network";

/**
 * Who reads what is put before the Network, proved once: every kind, level, state, author, addressee and reader, asked of the rule of the domain
 * and of the database. Where they differ the database holds and the page lies, so a failure names the cell.
 */
export interface Cell extends Shown {
  readonly id: string;
  readonly kind: MatterKind;
  /** A matter of its own for what hangs on it, so that two cells never share a file. */
  readonly fileId: string;
}

export const at = new Date("2026-04-10T12:00:00.000Z");
export const standings: readonly { readonly state: MatterState; readonly version: number }[] = [
  { state: "draft", version: 0 },
  { state: "filed", version: 2 },
  { state: "withdrawn", version: 1 },
  { state: "withdrawn", version: 0 },
];
const firsts = [
  { firstTo: null, openedAt: null },
  { firstTo: "CRI", openedAt: null },
  { firstTo: "CRI", openedAt: at },
  { firstTo: "MEX", openedAt: null },
];
export const cells: readonly Cell[] = matterKinds.flatMap((kind) =>
  standings.flatMap((standing) =>
    choicesFor(kind).flatMap((visibility) =>
      ["CRI", "MEX", "RCM-TS", "IOM"].flatMap((author) =>
        [[], ["CRI"], ["IOM", "MEX"]].flatMap((addressees) =>
          firsts.map((first) => ({
            ...{ id: randomUUID(), fileId: randomUUID(), kind, visibility, author, addressees },
            ...standing,
            ...first,
          })),
        ),
      ),
    ),
  ),
);

export const later = new Date(at.getTime() + 3_600_000);
/** What was answered to what comes from Mexico was answered before everybody was shown it. */
export const publicSinceOf = ({ visibility, version, author }: Cell) => {
  if (visibility !== "public" || version === 0) return null;
  return author === "MEX" ? later : at;
};
/** What the publisher may read, and so the public. */
export const isPublic = ({ kind, state, visibility, firstTo, openedAt }: Cell) =>
  ["document", "contribution", "recommendation"].includes(kind) &&
  state === "filed" &&
  visibility === "public" &&
  (firstTo === null || openedAt !== null);
export const nameOf = ({ kind, state, version, visibility, author, addressees, firstTo, openedAt }: Cell) =>
  `${kind} of ${author}, ${state} v${version}, ${visibility}, to ${addressees.join("+") || "nobody"}${firstTo ? `, first to ${firstTo}${openedAt ? " (opened)" : ""}` : ""}`;

/** The cells where what is seen is not what should be. */
export function differences(seen: ReadonlySet<string>, should: (cell: Cell) => boolean): readonly string[] {
  return cells.flatMap((cell) => {
    if (seen.has(cell.id) === should(cell)) return [];
    return [`${seen.has(cell.id) ? "seen" : "not seen"}: ${nameOf(cell)}`];
  });
}
