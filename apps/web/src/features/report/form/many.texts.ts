import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { RoundName } from "#lib/round-words.ts";

/** Words of the acts on many answers, once somebody has opened one. */
export const manyTexts = defineTexts(
  {
    confirm: {
      title: (n: number) => pluralEn(n, { one: "Confirm # answer unchanged?", other: "Confirm # answers unchanged?" }),
      text: (round: RoundName) =>
        `Each of these is answered as it was accepted in the ${round}, with its sources. Take the tick from what has changed. No figure is among them.`,
      act: (n: number) => pluralEn(n, { zero: "Confirm", one: "Confirm #", other: "Confirm #" }),
      cancel: "Cancel",
      done: (n: number) => pluralEn(n, { one: "# answer confirmed", other: "# answers confirmed" }),
      since: (round: RoundName) => `since the ${round}`,
      all: "All",
    },
    nothing: {
      title: "Nothing to report",
      text: "This says of each ticked indicator that there is no value, and why. It is not zero: if the figure is 0, please write 0 in the answer itself.",
      state: "What is so?",
      cannot: (codes: string) => `These cannot be declared not applicable, and stay without an answer: ${codes}.`,
      list: "Still without an answer",
      act: (n: number) => pluralEn(n, { zero: "Save", one: "Save # without a value", other: "Save # without a value" }),
      done: (n: number) =>
        pluralEn(n, { one: "# answer saved without a value", other: "# answers saved without a value" }),
      reasonShort: "Please give the reason in 20 characters or more.",
      nobody: "Please tick at least one.",
      started: "Answers that somebody has begun are not listed.",
    },
  },
  {
    confirm: {
      title: (n) =>
        pluralEs(n, { one: "¿Confirmar # respuesta sin cambios?", other: "¿Confirmar # respuestas sin cambios?" }),
      text: (round) =>
        `Cada una queda como se aceptó en la ${round}, con sus fuentes. Quite la marca de lo que haya cambiado. No hay cifras entre ellas.`,
      act: (n) => pluralEs(n, { zero: "Confirmar", one: "Confirmar #", other: "Confirmar #" }),
      cancel: "Cancelar",
      done: (n) => pluralEs(n, { one: "# respuesta confirmada", other: "# respuestas confirmadas" }),
      since: (round) => `desde la ${round}`,
      all: "Todas",
    },
    nothing: {
      title: "Nada que informar",
      text: "Así se dice de cada indicador marcado que no hay valor, y por qué. No es cero: si la cifra es 0, escriba 0 en la propia respuesta.",
      state: "¿Qué ocurre?",
      cannot: (codes) => `Estos no admiten «no aplica» y quedan sin respuesta: ${codes}.`,
      list: "Aún sin respuesta",
      act: (n) => pluralEs(n, { zero: "Guardar", one: "Guardar # sin valor", other: "Guardar # sin valor" }),
      done: (n) => pluralEs(n, { one: "# respuesta guardada sin valor", other: "# respuestas guardadas sin valor" }),
      reasonShort: "Dé el motivo en 20 caracteres o más.",
      nobody: "Marque al menos uno.",
      started: "Las respuestas que alguien ya empezó no figuran aquí.",
    },
  },
);
