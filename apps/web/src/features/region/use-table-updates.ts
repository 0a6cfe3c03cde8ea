import { useEffect, useRef } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import type { PublicIndex } from "#lib/published-queries.ts";
import { roundWords } from "#lib/round-words.ts";
import { announce } from "#ui/announcer.tsx";
import { heatTexts } from "./heat.texts.ts";
import type { HeatChoice } from "./use-heat-choice.ts";

type Shown = Pick<HeatChoice, "instrument" | "round" | "since" | "country">;

/** Announces a new choice when the table shows it, which may be some time after it was made. `shown`: null while there is no table. */
export function useTableUpdates(index: PublicIndex, shown: Shown | null): void {
  const t = useTexts(heatTexts);
  const lang = useLanguage();
  const key = keyOf(shown);
  const last = useRef(key);
  const protocol = index.instruments.find(({ code }) => code === shown?.instrument)?.shortName[lang];
  const words = shown && t.updated(protocol ?? shown.instrument, roundWords[lang].data(shown.round));
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    if (words !== null) announce(words, "table");
  }, [key, words]);
}

function keyOf(shown: Shown | null): string | null {
  if (shown === null) return null;
  const { instrument, round, since, country } = shown;
  return [instrument, round.roundYear, typeof since === "string" ? since : since.roundYear, country].join(" ");
}
