import { defineTexts } from "#i18n/i18n.ts";
import type { Language } from "#i18n/language.ts";

const texts = defineTexts({ show: "Show" }, { show: "Mostrar" });

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/**
 * A form with `data-names` surrounds controls that change the address: its fields, or what its button changes (`data-names`). With scripts each choice is followed at once and the form
 * is never sent (`public/first-paint.js`). For readers without scripts the server adds what sending it needs: the rest of the address, and a button if the
 * form has none. The browser takes that out again before it takes the page over (`app/take-over.ts`).
 */
export function sentForms(html: string, language: Language, search: URLSearchParams): string {
  return html.replaceAll(
    /(<form data-names="([\w ]*)"[^>]*>)([\s\S]*?)<\/form>/g,
    (_, start: string, names: string, content: string) => {
      const own = new Set([...names.split(" "), ...Array.from(content.matchAll(/ name="(\w+)"/g), ([, name]) => name)]);
      const rest = [...search]
        .filter(([name]) => !own.has(name))
        .map(
          ([name, value]) => `<input type="hidden" data-sends="" name="${escaped(name)}" value="${escaped(value)}">`,
        );
      const isByItself = / hidden=/.test(start) || content.includes('type="submit"');
      const button = `<button type="submit" data-sends="" class="sends">${texts[language].show}</button>`;
      return `${start}${content}${rest.join("")}${isByItself ? "" : button}</form>`;
    },
  );
}
