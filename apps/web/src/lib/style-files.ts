/**
 * The styles that only some pages need, in the order in which they stand in the document: pages of visitors, the form and the frame of people who
 * signed in, everything else that needs an account. What is in which: `style-files.ts` of the build.
 */
export const styleFiles = ["open", "form", "work"] as const;
export type StyleFile = (typeof styleFiles)[number];

const coming = new Map<StyleFile, Promise<void>>();

/**
 * Resolves when the page has these styles. The document has a link for each, idle until it is needed; there is none in development, where each module
 * brings its styles. Fails as a part that did not come (`part.ts`), and may then be asked for again.
 */
export async function loadStyles(names: readonly StyleFile[]): Promise<void> {
  // The server draws with the router too; its document names the styles.
  if (typeof document === "undefined") return;
  await Promise.all(
    names.map((name) => {
      const known = coming.get(name) ?? load(name);
      coming.set(name, known);
      known.catch(() => coming.delete(name));
      return known;
    }),
  );
}

function load(name: StyleFile): Promise<void> {
  const link = document.querySelector<HTMLLinkElement>(`link[data-styles="${name}"]`);
  if (link === null || link.sheet !== null) return Promise.resolve();
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve(), { once: true });
    link.addEventListener("error", () => reject(new Error(`Unable to preload CSS for ${link.href}`)), { once: true });
    // Still coming, as the document asked for it. One that did not come says nothing any more when all is there: it is asked for anew.
    if (link.rel === "stylesheet" && document.readyState !== "complete") return;
    link.rel = "styles";
    link.rel = "stylesheet";
  });
}
