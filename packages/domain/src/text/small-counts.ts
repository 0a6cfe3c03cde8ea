/** Words for counts from one on; `un`, `una` and `a` are left out, because they seldom count. */
const numberWords: readonly (readonly string[])[] = [
  ["one", "una sola", "un solo", "una única", "un único"],
  ["two", "dos"],
  ["three", "tres"],
  ["four", "cuatro"],
  ["five", "cinco"],
  ["six", "seis"],
  ["seven", "siete"],
  ["eight", "ocho"],
  ["nine", "nueve"],
];

/** People as figures count them. */
const people = [
  "v[ií]ctimas?|personas?|niñ[oa]s?|adolescentes?|menor(?:es)?|mujer(?:es)?|hombres?|migrantes?|sobrevivientes?|solicitantes?|refugiad[oa]s?",
  "tratantes?|traficantes?|imputad[oa]s?|acusad[oa]s?|condenad[oa]s?|sentenciad[oa]s?|detenid[oa]s?|sospechos[oa]s?|denunciantes?",
  "victims?|persons?|people|girls?|boys?|child(?:ren)?|teenagers?|minors?|wom[ae]n|m[ae]n|migrants?|survivors?|applicants?|refugees?",
  "traffickers?|smugglers?|defendants?|accused|convicts?|suspects?|detainees?",
].join("|");

/**
 * Does the text seem to say how many people there were, and fewer than are shown in figures ("three victims", "víctimas: 2")? A guess, for a question
 * to whoever writes for the public: what is hidden in figures is not hidden in prose.
 */
export function saysSmallCount(text: string, below: number): boolean {
  const words = numberWords.slice(0, Math.max(0, below - 1)).flat();
  const digits = Array.from({ length: Math.max(0, below - 1) }, (_, place) => String(place + 1));
  if (digits.length === 0) return false;
  const number = String.raw`(?<![\p{L}\d.,/-])(?:${[...digits, ...words].join("|")})(?![\p{L}\d/-]|[.,]\d| ?%| por ciento| per ?cent)`;
  const someone = String.raw`(?<!\p{L})(?:${people})(?!\p{L})`;
  // Up to two words between: "3 presuntas víctimas", "two of the girls".
  const before = new RegExp(String.raw`${number}(?: \p{L}+){0,2} ${someone}`, "iu");
  const after = new RegExp(String.raw`${someone}(?: \p{L}+){0,2} ?(?::|=|\() ?${number}`, "iu");
  return before.test(text) || after.test(text);
}
