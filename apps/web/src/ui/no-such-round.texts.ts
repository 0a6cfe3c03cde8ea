import { defineTexts } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** A round that the portal does not show. Dates come formatted. */
export const noSuchRoundTexts = defineTexts(
  {
    title: "There is no such round",
    text: "Rounds are opened by the Technical Secretariat, one for each year.",
    cancelled: (round: RoundName) => `The ${round} was cancelled`,
    cancelledText: (who: string, when: string) =>
      `${who} (Technical Secretariat) cancelled it on ${when}. No message of it leaves any more, and whoever had been written to was told. Its year can be opened again.`,
    why: (reason: string) => `“${reason}”`,
    allRounds: "All rounds",
  },
  {
    title: "Esa ronda no existe",
    text: "La Secretaría Técnica abre las rondas, una por año.",
    cancelled: (round) => `La ${round} se canceló`,
    cancelledText: (who, when) =>
      `${who} (Secretaría Técnica) la canceló el ${when}. Ya no sale ningún mensaje de ella y se avisó a quienes se había escrito. Su año puede abrirse de nuevo.`,
    why: (reason) => `«${reason}»`,
    allRounds: "Todas las rondas",
  },
);
