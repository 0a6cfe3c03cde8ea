/** A reply with the strong tag of the state it tells of, which the next act names in `If-Match`. */
export function tagged<T extends { readonly revision: number }>(body: T) {
  return { body, headers: { etag: `"v${body.revision}"` } };
}
