import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Words of the preview of a pasted block. */
export const pasteTexts = defineTexts(
  {
    title: (all: number, fit: number, not: number) => {
      const head = pluralEn(all, { one: "Paste # cell", other: "Paste # cells" });
      if (not === 0) return `${head}: ${all === 1 ? "it fits" : "all fit"}`;
      if (fit === 0) return `${head}: none can be taken`;
      return `${head}: ${fit} can be taken, ${not} not`;
    },
    onlySums: (all: number) =>
      `${pluralEn(all, { one: "Paste # cell", other: "Paste # cells" })}: nothing enters the form`,
    for: (code: string, name: string, country: string, round: RoundName) => `${code} ${name} · ${country}, ${round}`,
    byLabel: "Recognised by their labels, not by their order. Nothing has been saved yet.",
    byPosition:
      "The block has no labels: it goes from the cell in which you pasted, in its order. Nothing has been saved yet.",
    refused: (n: number) => `Not taken: ${n}`,
    taken: (_n: number) => "Taken:",
    column: {
      row: "Row",
      label: "Label",
      pasted: "Pasted",
      why: "Why not",
      inCell: "In the cell",
      now: "Write it now",
      goesTo: "Goes to",
      takes: "Taken",
    },
    empty: "blank",
    noNeed: "not needed",
    noLabel: "no label",
    writeFor: (label: string) => `Figure for ${label}`,
    nowTaken: (figure: string) => `${figure}: taken`,
    why: {
      bound: (text: string) =>
        `“${text}” is a bound and no figure. Write the exact one: when it is published, the portal protects small numbers.`,
      sign: "It has a sign that is not part of the figure. Write the figure alone.",
      ambiguous: (readings: readonly string[]) =>
        `It can be read as ${readings.join(" or ")}. Which do you mean? Write it.`,
      rounded: (shown: string, holds: string) => `The sheet shows ${shown} and holds ${holds}. Write the whole number.`,
      "no-such-label": "Outside this indicator: no cell has that label.",
      "no-label": "A figure without a label: the block does not say where it belongs.",
      "two-lists": (lists: readonly string[]) =>
        `That label stands in ${lists.join(" and ")}: paste it below the name of its breakdown.`,
      "several-figures": "Several figures beside one label: copy only the column of this year.",
      repeated: "Another pasted cell belongs to the same place. Write the figure that counts.",
      beyond: "Outside: beyond the edge of the table in which you pasted.",
      "not-whole": (text: string) => `Whole numbers are counted, and ${text} is none. Write the figure.`,
      differs: (gives: string, pasted: string) => `A sum: the cells give ${gives}, and the block says ${pasted}.`,
    },
    figures: (n: number, parts: readonly string[]) =>
      `${pluralEn(n, { one: "# figure in its cell", other: "# figures in their cells" })}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`,
    fresh: (n: number) => `${n} new`,
    same: (n: number) => `${n} as written already`,
    replaced: (n: number) => pluralEn(n, { one: "# replaces another", other: "# replace others" }),
    sums: (n: number) => pluralEn(n, { one: "# sum that is only checked", other: "# sums that are only checked" }),
    replaces: (figure: string) => `replaces ${figure}`,
    replacesOf: (figure: string, who: string, when: string) => `replaces ${figure}; ${who} saved the answer, ${when}`,
    checked: "Sums that were checked:",
    agree: (n: number) => pluralEn(n, { one: "It agrees with the cells.", other: "All # agree with the cells." }),
    after: (n: number) => pluralEn(n, { one: "With this one,", other: "With these #," }),
    missing: (list: string, n: string, total: string) => `${list} misses ${n} of ${total}`,
    above: (list: string, n: string, total: string) => `${list} has ${n} too many of ${total}`,
    take: (n: number) => pluralEn(n, { one: "Take it", other: "Take these #" }),
    nothing: "Paste nothing",
    close: "Close",
    stay: (n: number) => pluralEn(n, { one: "The other one is not taken.", other: "The other # are not taken." }),
    follows: (cells: readonly string[]) => `What then follows is computed: ${cells.join("; ")}.`,
    followsAs: (cell: string, figure: string) => `${cell} = ${figure}`,
    undo: "puts everything back as it was.",
    afterwards: "Afterwards,",
    done: (n: number) => pluralEn(n, { one: "# cell taken", other: "# cells taken" }),
    inRound: (round: RoundName) => round,
    wholeOf: "Figures of the answer",
  },
  {
    title: (all, fit, not) => {
      const head = pluralEs(all, { one: "Pegar # celda", other: "Pegar # celdas" });
      if (not === 0) return `${head}: ${all === 1 ? "se puede tomar" : "se pueden tomar todas"}`;
      if (fit === 0) return `${head}: ninguna se puede tomar`;
      return `${head}: ${fit} ${fit === 1 ? "se puede" : "se pueden"} tomar, ${not} no`;
    },
    onlySums: (all) =>
      `${pluralEs(all, { one: "Pegar # celda", other: "Pegar # celdas" })}: nada entra en el formulario`,
    for: (code, name, country, round) => `${code} ${name} · ${country}, ${round}`,
    byLabel: "Se reconocieron por su etiqueta, no por su orden. Nada se ha guardado todavía.",
    byPosition: "El bloque no tiene etiquetas: va desde la celda donde pegó, en su orden. Nada se ha guardado todavía.",
    refused: (n) => `No se toman: ${n}`,
    taken: (n) => (n === 1 ? "Se toma:" : "Se toman:"),
    column: {
      row: "Fila",
      label: "Etiqueta",
      pasted: "Se pegó",
      why: "Por qué no",
      inCell: "En la celda",
      now: "Escribir ahora",
      goesTo: "Va a",
      takes: "Se toma",
    },
    empty: "vacía",
    noNeed: "no hace falta",
    noLabel: "sin etiqueta",
    writeFor: (label) => `Cifra de ${label}`,
    nowTaken: (figure) => `${figure}: se toma`,
    why: {
      bound: (text) =>
        `«${text}» es un límite, no una cifra. Escriba la exacta: al publicar, el portal protege los números pequeños.`,
      sign: "Lleva un signo que no es parte de la cifra. Escriba la cifra sola.",
      ambiguous: (readings) => `Puede leerse ${readings.join(" o ")}. ¿Cuál quiere decir? Escríbala.`,
      rounded: (shown, holds) => `La hoja muestra ${shown} y contiene ${holds}. Escriba el número entero.`,
      "no-such-label": "Está fuera de este indicador: no hay una celda con esa etiqueta.",
      "no-label": "Una cifra sin etiqueta: el bloque no dice dónde va.",
      "two-lists": (lists) =>
        `Esa etiqueta está en ${lists.join(" y en ")}: péguela debajo del nombre de su desagregación.`,
      "several-figures": "Varias cifras junto a una etiqueta: copie solo la columna de este año.",
      repeated: "Otra celda pegada va al mismo lugar. Escriba la cifra que vale.",
      beyond: "Queda fuera: más allá del borde de la tabla donde pegó.",
      "not-whole": (text) => `Se cuentan enteros, y ${text} no lo es. Escriba la cifra.`,
      differs: (gives, pasted) => `Es una suma: las celdas dan ${gives} y el bloque dice ${pasted}.`,
    },
    figures: (n, parts) =>
      `${pluralEs(n, { one: "# cifra en su celda", other: "# cifras en sus celdas" })}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}`,
    fresh: (n) => pluralEs(n, { one: "# nueva", other: "# nuevas" }),
    same: (n) => pluralEs(n, { one: "# igual a lo escrito", other: "# iguales a lo escrito" }),
    replaced: (n) => pluralEs(n, { one: "# reemplaza otra", other: "# reemplazan otras" }),
    sums: (n) => pluralEs(n, { one: "# suma que solo se comprueba", other: "# sumas que solo se comprueban" }),
    replaces: (figure) => `reemplaza el ${figure}`,
    replacesOf: (figure, who, when) => `reemplaza el ${figure}; la respuesta la guardó ${who}, ${when}`,
    checked: "Sumas que se comprobaron:",
    agree: (n) => pluralEs(n, { one: "Coincide con las celdas.", other: "Las # coinciden con las celdas." }),
    after: (n) => pluralEs(n, { one: "Con esta,", other: "Con las #," }),
    missing: (list, n, total) => `a ${list} ${n === "1" ? "le falta 1" : `le faltan ${n}`} de ${total}`,
    above: (list, n, total) => `en ${list} ${n === "1" ? "sobra 1" : `sobran ${n}`} de ${total}`,
    take: (n) => pluralEs(n, { one: "Tomarla", other: "Tomar las #" }),
    nothing: "No pegar nada",
    close: "Cerrar",
    stay: (n) => pluralEs(n, { one: "La otra no se toma.", other: "Las otras # no se toman." }),
    follows: (cells) => `Lo que se sigue de ello se calcula: ${cells.join("; ")}.`,
    followsAs: (cell, figure) => `${cell} = ${figure}`,
    undo: "deja todo como estaba.",
    afterwards: "Después,",
    done: (n) => pluralEs(n, { one: "# celda tomada", other: "# celdas tomadas" }),
    inRound: (round) => round,
    wholeOf: "Cifras de la respuesta",
  },
);
