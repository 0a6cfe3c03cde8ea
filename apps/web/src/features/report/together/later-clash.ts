import { later } from "#lib/later.tsx";

/** The panel of a clash comes when there is one, or when the page is idle. */
export const ClashNote = later(() => import("./clash-note.tsx").then((m) => m.ClashNote));
