/**
 * A label as it is compared: without capitals, accents, signs and what stands in brackets. `Niña, niño o adolescente (0-17)` and
 * `nina nino o adolescente` are the same; a code (`ageGroup`) stays one word. Never empty brackets alone: a text that is all brackets stays.
 */
export function plainLabel(text: string): string {
  const bare = text.replaceAll(/\([^()]*\)/g, " ");
  const plain = (one: string) =>
    one
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return plain(bare) === "" ? plain(text) : plain(bare);
}
