/** The strong ETag of a revision; the next act sends it in `If-Match`. */
export const revisionTag = (revision: number) => `"v${revision}"`;

/** A reply with the ETag of the state that it describes. */
export function tagged<T extends { readonly revision: number }>(body: T) {
  return { body, headers: { etag: revisionTag(body.revision) } };
}
