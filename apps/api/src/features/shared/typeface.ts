import { readFileSync } from "node:fs";

/** Source Sans 3 in two weights, each in two files: what English and Spanish need, and the other letters of Latin scripts, for names. */
const files = new URL("../../../fonts/", import.meta.url);
const weights = { plain: 400, strong: 600 } as const;
export type Weight = keyof typeof weights;

interface Face {
  readonly name: string;
  readonly bytes: Buffer;
  /** May this character be written with it? */
  readonly has: (character: string) => boolean;
}

type Range = readonly [first: number, last: number];
/** Code points of each cut, as the makers of the files give them (their `unicode-range`). */
const cuts = {
  latin: [
    [0x20, 0xff],
    [0x131, 0x131],
    [0x152, 0x153],
    [0x2bb, 0x2bc],
    [0x2c6, 0x2c6],
    [0x2da, 0x2da],
    [0x2dc, 0x2dc],
    [0x2010, 0x2027],
    [0x2030, 0x205e],
    [0x20ac, 0x20ac],
    [0x2122, 0x2122],
    [0x2212, 0x2212],
  ],
  "latin-ext": [
    [0x100, 0x2ba],
    [0x2bd, 0x2c5],
    [0x2c7, 0x2cc],
    [0x2ce, 0x2d7],
    [0x2dd, 0x2ff],
    [0x1e00, 0x1e9f],
    [0x1ef2, 0x1eff],
  ],
} as const satisfies Readonly<Record<string, readonly Range[]>>;

function face(weight: Weight, cut: keyof typeof cuts): Face {
  const ranges: readonly Range[] = cuts[cut];
  const name = `source-sans-3-${cut}-${weights[weight]}`;
  return {
    name,
    bytes: readFileSync(new URL(`${name}.ttf`, files)),
    has: (character) => {
      const code = character.codePointAt(0) ?? 0;
      return ranges.some(([first, last]) => code >= first && code <= last);
    },
  };
}

let known: Readonly<Record<Weight, readonly Face[]>> | undefined;

/** The files of each weight, read when the first receipt is made. */
export function faces(): Readonly<Record<Weight, readonly Face[]>> {
  const of = (weight: Weight) => [face(weight, "latin"), face(weight, "latin-ext")];
  known ??= { plain: of("plain"), strong: of("strong") };
  return known;
}

/** The files with the letters of English and Spanish, for a page that carries its own. */
export function facesInFull(): readonly { readonly weight: number; readonly bytes: Buffer }[] {
  return Object.entries(faces()).flatMap(([weight, [first]]) =>
    first === undefined ? [] : [{ weight: weights[weight as Weight], bytes: first.bytes }],
  );
}

/** A text in runs of one file each. A character that no file has is written as its base letter, or else as a question mark; a line ends where it ends. */
export function runsOf(text: string, weight: Weight): readonly { readonly font: string; readonly text: string }[] {
  const [first, ...others] = faces()[weight];
  const runs: { font: string; text: string }[] = [];
  for (const character of text.normalize("NFC")) {
    if (character === "\n") {
      const [before = { font: first?.name ?? "", text: "" }] = runs.splice(-1);
      runs.push({ ...before, text: `${before.text}\n` });
      continue;
    }
    const fitting = [first, ...others].find((one) => one?.has(character));
    const written = fitting === undefined ? (character.normalize("NFD").match(/^[A-Za-z]/)?.[0] ?? "?") : character;
    const font = (fitting ?? first)?.name ?? "";
    const last = runs.at(-1);
    if (last?.font === font) last.text += written;
    else runs.push({ font, text: written });
  }
  return runs;
}
