export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A description of the document, which is in English: paragraphs, `code` and **strong**. */
export function words(description: unknown): string {
  if (typeof description !== "string" || description === "") return "";
  return description
    .split("\n\n")
    .map((paragraph) => `<p lang="en">${inline(paragraph)}</p>`)
    .join("");
}

export function inline(text: string): string {
  return escaped(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
}
