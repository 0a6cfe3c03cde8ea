import type { IndicatorCode } from "@avances/domain/catalogue";
import { useSyncExternalStore } from "react";
import { later } from "#lib/later.tsx";
import { useReportGround } from "../report-context.ts";
import { type Together, togetherOf } from "./together-store.ts";

// Mostly nobody else is there: what is said of others is loaded when there is something to say.

const Colleagues = later(() => import("./colleagues.tsx").then((m) => m.Colleagues));
const NewsHere = later(() => import("./news-here.tsx").then((m) => m.NewsHere));

function useOfOthers(pick: (together: Together) => boolean): boolean {
  const { view } = useReportGround();
  const store = togetherOf(view.submission.id);
  return useSyncExternalStore(store.subscribe, () => pick(store.now()));
}

/** Who else has this report open, or is at this answer. */
export function ColleaguesHere({ code }: { readonly code?: IndicatorCode }) {
  return useOfOthers(({ people }) => people.length > 0) ? <Colleagues code={code} /> : null;
}

/** What somebody saved in this answer under the cursor. */
export function NewsUnderCursor({ code }: { readonly code: IndicatorCode }) {
  return useOfOthers(({ held }) => held.has(code)) ? <NewsHere code={code} /> : null;
}
