/** What the server knows of the portal and writes into each page, because no part of the page may wait for it. */
export interface PageFacts {
  /** The address under which the portal is public, without a slash at its end: a page names itself in the same way under whichever address it was opened. */
  readonly portal: string;
  /** The day (UTC, `yyyy-mm-dd`) for which the server drew the page; null if it did not draw it. */
  readonly today: string | null;
  /** Are the figures invented? */
  readonly demonstration: boolean;
}

/** A page as the web application drew it on the server. */
export interface DrawnPage {
  /** Title, description and links for the head of the document, as HTML. */
  readonly head: string;
  readonly body: string;
  /** The addresses below `/api/v1` that it was drawn from, each with the edition in which the answer last changed: `/public/index=36 /countries=`. */
  readonly reads: string;
}

/**
 * What the web application gives the server (`apps/web/src/server/draw-page.tsx`, built into `dist/.server`). `address`: path and search of a public page. Asks
 * for its data by `fetch`, as in a browser. Throws when anything on the page failed.
 */
export type DrawPage = (address: string, facts: PageFacts) => Promise<DrawnPage>;
