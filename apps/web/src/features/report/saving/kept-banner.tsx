import { useCallback, useEffect } from "react";
import { afterPage, later } from "#lib/later.tsx";
import { useReportGround } from "../report-context.ts";
import { ColleaguesHere } from "../together/others-here.tsx";
import { type AnswerEntry, isOpen } from "./answer-store.ts";
import { useEntriesPart } from "./use-answer-store.ts";

/** Mostly there is nothing to say; fetched before the network may be gone. */
const KeptNotes = later(() => import("./kept-notes.tsx").then((m) => m.KeptNotes));

type Entries = ReadonlyMap<string, AnswerEntry>;
const entriesOf = (entries: Entries, isWanted: (entry: AnswerEntry) => boolean): readonly AnswerEntry[] =>
  [...entries.values()].filter(isWanted);
const isWaiting = (entries: Entries) => entriesOf(entries, ({ queue }) => queue.trouble?.kind === "offline");
const isClash = (entries: Entries) => entriesOf(entries, ({ queue }) => queue.trouble?.kind === "conflict");
const sameEntries = (some: readonly AnswerEntry[], others: readonly AnswerEntry[]) =>
  some.length === others.length && some.every((one, place) => one === others[place]);

/** Who else is here, and what is kept on this page or needs a choice (`kept-notes.tsx`). */
export function KeptBanner() {
  const { mayEdit } = useReportGround();
  const waiting = useEntriesPart(isWaiting, sameEntries);
  const clashes = useEntriesPart(isClash, sameEntries);
  const stuck = useEntriesPart(
    useCallback(
      (entries: Entries) => entriesOf(entries, (entry) => isOpen(entry) && !mayEdit(entry.indicator.code)),
      [mayEdit],
    ),
    sameEntries,
  );
  useEffect(() => afterPage(() => void KeptNotes.prepare()), []);
  const isSaying = waiting.length + clashes.length + stuck.length > 0;
  return (
    <>
      <ColleaguesHere />
      {isSaying ? <KeptNotes waiting={waiting} clashes={clashes} stuck={stuck} /> : null}
    </>
  );
}
