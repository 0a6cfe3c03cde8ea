import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

interface Edition {
  readonly id: number;
  /** The day it was published, in words. */
  readonly day: string;
}

interface Remaining {
  readonly country: string;
  readonly reports: number;
}

/** So many countries are named; of more, how many. */
const mostNamed = 3;

const total = (remaining: readonly Remaining[]) => remaining.reduce((sum, { reports }) => sum + reports, 0);

export const publicFileTexts = defineTexts(
  {
    behind: (edition: Edition | null, remaining: readonly Remaining[], list: (items: readonly string[]) => string) => {
      const read =
        edition === null
          ? "The public pages cannot be read at present; their edition is being made."
          : `The public file is edition ${edition.id} of ${edition.day}; a newer one is being made.`;
      if (remaining.length === 0) return read;
      const left = pluralEn(total(remaining), { one: "# report is", other: "# reports are" });
      const whose = remaining.length > mostNamed ? "" : ` (${list(remaining.map(({ country }) => country))})`;
      return `${read} Before that, ${left} still to be prepared${whose}. If that number does not fall, tell whoever runs the portal.`;
    },
  },
  {
    behind: (edition, remaining, list) => {
      const read =
        edition === null
          ? "Las páginas públicas no pueden consultarse por el momento; se prepara su edición."
          : `El archivo público es la edición ${edition.id}, del ${edition.day}; se prepara una más reciente.`;
      if (remaining.length === 0) return read;
      const left = pluralEs(total(remaining), { one: "falta preparar # informe", other: "falta preparar # informes" });
      const whose = remaining.length > mostNamed ? "" : ` (${list(remaining.map(({ country }) => country))})`;
      return `${read} Antes ${left}${whose}. Si ese número no disminuye, avise a quien opera el portal.`;
    },
  },
);
