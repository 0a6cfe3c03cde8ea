import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Of a clash: loaded when there is one. */
export const clashTexts = defineTexts(
  {
    title: "Two answers to the same question",
    titleOwn: "Two answers of yours to the same question",
    text: "Nothing is overwritten until you choose, and you can think again afterwards.",
    mine: "Yours",
    mineHere: "Typed here",
    theirs: (who: string, when: string) => `${who}, saved ${when}`,
    own: (when: string) => `You, in another tab or browser, saved ${when}`,
    gone: "Cleared meanwhile",
    keepMine: "Keep mine",
    keepHere: "Keep what I typed here",
    takeTheirs: "Take theirs",
    takeOther: "Take the other one",
    sameValue: "The values are the same; the reason, comment or evidence differ.",
    cells: (n: number) => pluralEn(n, { one: "One figure differs", other: "# figures differ" }),
    cellsHelp:
      "What only one of the two changed is chosen already. Where both changed, what was typed here is chosen: look at each before saving.",
    cell: "Figure",
    blank: "blank",
    combine: "Save what is chosen",
    total: "Total",
    numerator: "Numerator",
    denominator: "Denominator",
    settled: {
      mine: "Your answer was kept.",
      combined: "The answer was put together from both.",
      reconsidered: "The answer was changed once more.",
    },
    useMine: "Use mine",
    useTheirs: "Use theirs",
    banner: (n: number) =>
      pluralEn(n, {
        one: "# answer was answered twice: please choose",
        other: "# answers were answered twice: please choose",
      }),
  },
  {
    title: "Dos respuestas a la misma pregunta",
    titleOwn: "Dos respuestas suyas a la misma pregunta",
    text: "Nada se sobrescribe hasta que usted elija, y después puede cambiar de opinión.",
    mine: "La suya",
    mineHere: "Escrita aquí",
    theirs: (who, when) => `${who}, guardada ${when}`,
    own: (when) => `Usted, en otra pestaña o navegador, guardada ${when}`,
    gone: "Borrada mientras tanto",
    keepMine: "Conservar la mía",
    keepHere: "Conservar lo escrito aquí",
    takeTheirs: "Usar la otra",
    takeOther: "Usar la otra",
    sameValue: "Los valores son iguales; difieren el motivo, el comentario o los medios de verificación.",
    cells: (n) => pluralEs(n, { one: "Difiere una cifra", other: "Difieren # cifras" }),
    cellsHelp:
      "Lo que solo una de las dos cambió ya está elegido. Donde cambiaron ambas, está elegido lo escrito aquí: véalo antes de guardar.",
    cell: "Cifra",
    blank: "en blanco",
    combine: "Guardar lo elegido",
    total: "Total",
    numerator: "Numerador",
    denominator: "Denominador",
    settled: {
      mine: "Se conservó su respuesta.",
      combined: "La respuesta se formó con las dos.",
      reconsidered: "La respuesta se cambió una vez más.",
    },
    useMine: "Usar la mía",
    useTheirs: "Usar la otra",
    banner: (n) =>
      pluralEs(n, {
        one: "# respuesta tiene dos versiones: elija una",
        other: "# respuestas tienen dos versiones: elija una",
      }),
  },
);
