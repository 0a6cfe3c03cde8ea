import { later, whenIdle } from "#lib/later.tsx";
import { ClashNote } from "../together/later-clash.ts";
import { FaultWords } from "./field-fault.tsx";

// What is not on the first screen of the form comes after it (`prepareLaterParts`), so that the first field is there sooner. Each is a file of its own.

/** In every open answer, and seldom looked at: after the first field. */
export const DetailsInside = later(() => import("./details-inside.tsx").then((m) => m.DetailsInside), whenIdle);
export const ConfirmMany = later(() => import("./confirm-many.tsx").then((m) => m.ConfirmMany));
export const NothingToReport = later(() => import("./nothing-to-report.tsx").then((m) => m.NothingToReport));
/** Of what cannot be changed. */
export const WholeAnswer = later(() => import("../whole-answer.tsx").then((m) => m.WholeAnswer));
/** For a contributor to whom nothing is assigned. */
export const NothingAsked = later(() => import("./nothing-asked.tsx").then((m) => m.NothingAsked));
/** Of a report that was sent, or that this person only reads. */
export const ReadOnlyNote = later(() => import("./read-only-note.tsx").then((m) => m.ReadOnlyNote));
/** Most reports have none. */
export const Decisions = later(() => import("#ui/decisions.tsx").then((m) => m.Decisions));

/** Begins to keep the field still in which somebody writes; returns how to end it. */
export function keepStill(): () => void {
  let stop: (() => void) | null = null;
  let isOver = false;
  const callOff = whenIdle(() => {
    import("./still-cursor.ts").then(
      ({ stillCursor }) => {
        if (!isOver) stop = stillCursor();
      },
      // Without it the page moves as pages do.
      () => undefined,
    );
  });
  return () => {
    isOver = true;
    callOff();
    stop?.();
  };
}

/** In the order in which somebody may need them. What does not come now comes when it is needed. */
export async function prepareLaterParts(): Promise<void> {
  await FaultWords.prepare();
  await DetailsInside.prepare();
  await WholeAnswer.prepare();
  await ClashNote.prepare();
  await import("../paste/paste-preview.tsx").catch(() => undefined);
  await ConfirmMany.prepare();
  await NothingToReport.prepare();
}
