import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** The public page as the Secretariat sees it before it accepts a report. */
export const reviewPreviewTexts = defineTexts(
  {
    title: (name: string) => `${name}: the public page, if you accept`,
    back: "Review",
    banner: "Preview: nothing of this is public, and the report is not accepted",
    text: (version: string) =>
      `The page as it would be if version ${version} were accepted and published now: made by the same code, with small counts hidden as they would be. Only the Technical Secretariat sees it, and it is kept nowhere.`,
    confirmed: (codes: string) =>
      `Counted as confirmed, as they were ticked in the review when you came from there: ${codes} (not applicable).`,
    unconfirmed:
      "No “not applicable” answer is counted as confirmed. Come here from the review to count those that you have ticked there.",
    waits:
      "Between acceptance and publication there are five working days, unless the country agrees to less; the country sees this page in that time.",
    changes: "What changes on the public page",
    was: (round: string, state: string) => `The ${round}: now “${state}”, then published.`,
    wasNone: (round: string) => `The ${round}: not on the page now, then published.`,
    appear: (n: number) => pluralEn(n, { one: "# answer appears.", other: "# answers appear." }),
    hidden: (n: number) =>
      n === 0
        ? "No figure of them is hidden."
        : pluralEn(n, {
            one: "In # of them at least one figure, of the answer or of its breakdowns, is hidden to protect people.",
            other: "In # of them at least one figure, of the answer or of its breakdowns, is hidden to protect people.",
          }),
    score: (has: boolean, had: boolean) =>
      has
        ? had
          ? "The round gets an overall index score, beside those of other rounds."
          : "The round gets an overall index score: the first of the country."
        : "The round gets no overall index score: too little was answered.",
    others: (rounds: string) => `Other rounds of the country that would read differently: ${rounds}.`,
    noOthers: "Nothing that its page says of other rounds changes.",
    notNow: {
      title: "This version does not wait for a review any more",
      text: "It was accepted, returned or taken back, or a newer version came. Go back to the review.",
    },
  },
  {
    title: (name) => `${name}: la página pública, si usted acepta`,
    back: "Revisión",
    banner: "Vista previa: nada de esto es público, y el informe no está aceptado",
    text: (version) =>
      `La página tal como sería si la versión ${version} se aceptara y se publicara ahora: hecha con el mismo código, con las cifras pequeñas ocultas como lo estarían. Solo la ve la Secretaría Técnica, y no se guarda en ningún lugar.`,
    confirmed: (codes) =>
      `Cuentan como confirmadas, según lo marcado en la revisión cuando usted vino de allí: ${codes} (no aplicable).`,
    unconfirmed:
      "Ninguna respuesta «no aplicable» cuenta como confirmada. Venga aquí desde la revisión para contar las que haya marcado allí.",
    waits:
      "Entre la aceptación y la publicación hay cinco días hábiles, salvo que el país dé antes su conformidad; en ese tiempo el país ve esta página.",
    changes: "Qué cambia en la página pública",
    was: (round, state) => `La ${round}: ahora «${state}», después publicada.`,
    wasNone: (round) => `La ${round}: ahora no figura en la página, después publicada.`,
    appear: (n) => pluralEs(n, { one: "Aparece # respuesta.", other: "Aparecen # respuestas." }),
    hidden: (n) =>
      n === 0
        ? "No se oculta ninguna de sus cifras."
        : pluralEs(n, {
            one: "En # de ellas se oculta al menos una cifra, de la respuesta o de sus desgloses, para proteger a las personas.",
            other:
              "En # de ellas se oculta al menos una cifra, de la respuesta o de sus desgloses, para proteger a las personas.",
          }),
    score: (has, had) =>
      has
        ? had
          ? "La ronda obtiene un puntaje general del índice, junto a los de otras rondas."
          : "La ronda obtiene un puntaje general del índice: el primero del país."
        : "La ronda no obtiene puntaje general del índice: se respondió demasiado poco.",
    others: (rounds) => `Otras rondas del país que se leerían de otro modo: ${rounds}.`,
    noOthers: "No cambia nada de lo que su página dice de otras rondas.",
    notNow: {
      title: "Esta versión ya no espera una revisión",
      text: "Fue aceptada, devuelta o retirada, o llegó una versión más nueva. Vuelva a la revisión.",
    },
  },
);
