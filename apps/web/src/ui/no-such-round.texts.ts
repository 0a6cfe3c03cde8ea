import { defineTexts } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Words for a round that the portal does not show. Dates come formatted. */
export const noSuchRoundTexts = defineTexts(
  {
    title: "There is no such round",
    text: "Rounds are opened by the Technical Secretariat, one for each year.",
    cancelled: (round: RoundName) => `The ${round} was cancelled`,
    cancelledText: (who: string, when: string) =>
      `${who} (Technical Secretariat) cancelled it on ${when}. Its reminders have stopped, and its year can be opened again.`,
    why: (reason: string) => `“${reason}”`,
    allRounds: "All rounds",
  },
  {
    title: "Esa ronda no existe",
    text: "La Secretaría Técnica abre las rondas, una por año.",
    cancelled: (round) => `La ${round} se canceló`,
    cancelledText: (who, when) =>
      `${who} (Secretaría Técnica) la canceló el ${when}. Sus recordatorios se detuvieron y su año puede abrirse de nuevo.`,
    why: (reason) => `«${reason}»`,
    allRounds: "Todas las rondas",
  },
);
