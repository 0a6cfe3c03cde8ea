import { useEffect } from "react";

/**
 * Writes a line at the foot of each sheet, beside its number: what a sheet says of itself when it is taken out of the pile. Browsers that
 * know no margin boxes print the page without it; its first lines say the same.
 */
export function usePaperFoot(words: string): void {
  useEffect(() => {
    const text = words.replaceAll(/["\\]/g, "\\$&").replaceAll(/[\n\r\f]/g, " ");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `@media print { @page { @bottom-left { content: "${text}"; font: 8pt "Source Sans 3", sans-serif; color: #444; } } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [words]);
}
