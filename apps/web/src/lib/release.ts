/** The release these pages were built as; `vite.config.ts` fills it in. */
export const release: string = import.meta.env?.VITE_RELEASE ?? "development";
