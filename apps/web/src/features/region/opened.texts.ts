import { defineTexts } from "#i18n/i18n.ts";
import type { NamedRound } from "#lib/round-words.ts";

/** Loaded when somebody opens a dimension, an objective or an article. */
export const openedTexts = defineTexts(
  {
    country: "Country",
    caption: (what: string, protocol: string, round: string) => `Indicators of “${what}”, ${protocol}, ${round}`,
    how: "Shade: how far up its own ladder a level is; ladders differ in length. Money stands in each country’s own currency.",
    announced: (what: string) => `The indicators of “${what}” stand below the table`,
    level: (level: string, top: string) => `${level} of ${top}`,
    from: (arrow: string, level: string) => `${arrow} from ${level}`,
    fromLabel: (level: string, round: NamedRound) => `was ${level} for ${round.referenceYear}`,
    upTo: (top: string) => `level, up to ${top}`,
    close: "Close",
    failed: "The indicators could not be loaded.",
    again: "Try again",
    none: "No public indicator belongs to it.",
  },
  {
    country: "País",
    caption: (what, protocol, round) => `Indicadores de «${what}», ${protocol}, ${round}`,
    how: "Tono: qué tan arriba está un nivel en su propia escala; las escalas no tienen el mismo largo. El dinero está en la moneda de cada país.",
    announced: (what) => `Los indicadores de «${what}» están debajo de la tabla`,
    level: (level, top) => `${level} de ${top}`,
    from: (arrow, level) => `${arrow} desde ${level}`,
    fromLabel: (level, round) => `era ${level} para ${round.referenceYear}`,
    upTo: (top) => `nivel, hasta ${top}`,
    close: "Cerrar",
    failed: "No se pudieron cargar los indicadores.",
    again: "Intentar de nuevo",
    none: "Ningún indicador público corresponde a esta selección.",
  },
);
