/** The path of an installed browser for the tests; undefined when Playwright's own is to be used. Throws when there is none. */
export function findBrowser(): string | undefined;
