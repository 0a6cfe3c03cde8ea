import type { Language } from "@avances/domain/catalogue";
/** Text that is already HTML. Everything else in an `html` template is escaped automatically. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | readonly Part[];

export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    texts.map((text, place) => text + (place < parts.length ? written(parts[place] ?? "") : "")).join(""),
  );
}

export const nothing = new Html("");

function written(part: Part): string {
  if (part instanceof Html) return part.text;
  return typeof part === "object" ? part.map(written).join("") : escaped(String(part));
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

export function code(text: unknown): Html {
  return html`<code>${String(text)}</code>`;
}

/** The parts, with `between` between them. */
export function joined(parts: readonly Html[], between: string): Html {
  return html`${parts.map((part, place) => (place === 0 ? part : html`${between}${part}`))}`;
}

/** The language in which the API description is written. */
export const documentLanguage: Language = "en";

/** A text of the API description, which is in one language: paragraphs, `code` and **strong**. */
export function words(description: unknown): Html {
  if (typeof description !== "string" || description === "") return nothing;
  return html`${description.split("\n\n").map((paragraph) => html`<p lang="${documentLanguage}">${inline(paragraph)}</p>`)}`;
}

export function inline(text: string): Html {
  const parts = text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.length > 2 && part.startsWith("`") && part.endsWith("`")) return code(part.slice(1, -1));
    if (part.length > 4 && part.startsWith("**") && part.endsWith("**"))
      return html`<strong>${inline(part.slice(2, -2))}</strong>`;
    return part;
  });
  return html`${parts}`;
}
