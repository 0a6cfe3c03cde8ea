/**
 * The address under which the portal is public, without a slash at its end: the server writes it into the page, so that a page names itself in
 * the same way under whichever address it was opened. The address in use if no server wrote one; empty outside a browser.
 */
export function portalAddress(): string {
  return globalThis.document?.documentElement.dataset.portal ?? globalThis.location?.origin ?? "";
}
