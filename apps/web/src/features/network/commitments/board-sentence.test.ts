import type { CommitmentTally } from "@avances/domain/network";
import { expect, test } from "vitest";
import { commitmentsTexts } from "./commitments.texts.ts";

const none: CommitmentTally = { all: 0, owed: 0, overdue: 0, carriedOver: 0, done: 0, dropped: 0, notRecorded: 0 };

test.each<[Partial<CommitmentTally>, boolean, string, string]>([
  [
    ...([{}, true] as const),
    "No commitment has been entered that you can read.",
    "No se ha registrado ningún compromiso que usted pueda leer.",
  ],
  [
    ...([{ all: 1, owed: 1 }, true] as const),
    "1 commitment is owed now: none is overdue.",
    "1 compromiso pendiente: ninguno está vencido.",
  ],
  [
    ...([{ all: 7, owed: 7, overdue: 2, carriedOver: 3 }, true] as const),
    "7 commitments are owed now: 2 are overdue; 3 were carried over at least one later meeting.",
    "7 compromisos pendientes: 2 están vencidos; 3 se trasladaron al menos a una reunión posterior.",
  ],
  [
    ...([{ all: 2, owed: 2, overdue: 1, carriedOver: 1 }, false] as const),
    "2 commitments that you can read are owed now: 1 is overdue; 1 was carried over at least one later meeting.",
    "2 compromisos pendientes que usted puede leer: 1 está vencido; 1 se trasladó al menos a una reunión posterior.",
  ],
  [
    ...([{ all: 4, done: 1, dropped: 1, notRecorded: 2 }, true] as const),
    "Nothing is owed now. Besides: 1 done; 1 dropped; of 2 the report does not say what became of it.",
    "Ahora no hay nada pendiente. Además: 1 cumplido; 1 sin efecto; de 2 el informe no dice qué resultó.",
  ],
  [
    ...([{ all: 2, done: 2 }, false] as const),
    "Nothing that you can read is owed now. Besides: 2 done.",
    "Nada de lo que usted puede leer está pendiente ahora. Además: 2 cumplidos.",
  ],
])("of %j, to whoever reads all: %s", (some, isAll, en, es) => {
  const tally = { ...none, ...some };
  expect(commitmentsTexts.en.board(tally, isAll)).toBe(en);
  expect(commitmentsTexts.es.board(tally, isAll)).toBe(es);
});
