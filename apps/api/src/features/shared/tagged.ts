/** The strong tag of a revision, as the next act names it in `If-Match`. */
export const revisionTag = (revision: number) => `"v${revision}"`;

/** A reply with the tag of the state it tells of. */
export function tagged<T extends { readonly revision: number }>(body: T) {
  return { body, headers: { etag: revisionTag(body.revision) } };
}
