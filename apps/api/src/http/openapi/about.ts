/** The tag of the health checks and of the description itself. */
export const instanceTag = { name: "instance", description: "The instance itself: is it alive, can it serve." };

/** What holds for every operation, as a programmer needs it in the first hour. */
const description = `Reporting portal of the Regional Conference on Migration. Its own pages use this interface and no other.

**What is published** (\`/api/v1/public/…\`) needs no account. Every answer is of one edition; ask again with \`If-None-Match\` and the \`ETag\` that you have, and get 304 until something changed.
Answers are sent plain, as gzip or as br, by \`Accept-Encoding\`; each form has its own tag. Pages of any origin may read them, and the catalogue, the countries and the groups with which they are understood, without cookies.

**Sessions** are cookies: keep what \`POST /session\` sets and send it along. Calls that change something also send \`Origin\` (the portal's address) and \`X-Requested-With: rcm\`, and JSON as \`application/json\` in UTF-8.

**Revisions.** What somebody else may change meanwhile has a revision. A call that changes it names in \`If-Match\` the one that was seen; when it is no longer the present one nothing is done, and the refusal (412) carries what a program needs to look again: the present state, or of which indicators the answer was changed.

**Keys.** An act is done once for an \`Idempotency-Key\`: when an answer was lost, send the same call with the same key.

**Refusals** are problem documents (RFC 9457): \`code\` says what it is, \`errors\` where the input is wrong, \`details\` what a program may need. The texts are for programmers; the words for people are the pages'.

**Methods.** \`HEAD\` answers as \`GET\` without a body, \`OPTIONS\` with the list of methods. A method that an address does not have is refused with 405 (\`method-not-allowed\`) and \`Allow\`; one that no address has (such as \`PROPFIND\`) with 501 (\`method-unknown\`); 404 is for addresses that do not exist.

**Later versions** may add fields to answers and values to lists of words: ignore what you do not know. Requests with unknown fields are refused.

What has a body also carries \`Content-Type\` and \`Content-Length\`, and every answer the headers that keep browsers safe (\`Content-Security-Policy\` and its kind); they are not repeated below.`;

export const about = {
  title: "Avances",
  version: "1",
  summary: "Progress of the Regional Conference on Migration against trafficking in persons and migrant smuggling.",
  description,
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
} as const;
