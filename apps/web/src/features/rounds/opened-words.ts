import type { CalendarDate } from "@avances/domain/round";
import type { Language } from "#i18n/language.ts";
import type { useFormat } from "#lib/format.ts";
import { roundWords } from "#lib/round-words.ts";
import { plannedRound } from "./proposed-round.ts";
import { roundsTexts } from "./rounds.texts.ts";

interface NewRound {
  readonly year: number;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

/** The state of a round that was just made: it is open, or opens on a future day. */
export function openedWords(
  lang: Language,
  f: Pick<ReturnType<typeof useFormat>, "date">,
  round: NewRound,
  today: CalendarDate,
): string {
  const t = roundsTexts[lang];
  const name = roundWords[lang].round(plannedRound(round.year));
  return today < round.opensOn ? t.planned(name, f.date(round.opensOn)) : t.opened(name);
}
