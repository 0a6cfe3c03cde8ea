/** The tag of the health checks and of the description itself. */
export const instanceTag = { name: "instance", description: "The instance itself: is it alive, can it serve." };

/** What holds for every operation, as a programmer needs it in the first hour. */
const description = `Reporting portal of the Regional Conference on Migration. Its own pages use this interface and no other.

**What is published** (\`/api/v1/public/…\`) needs no account. Every response belongs to one edition; ask again with \`If-None-Match\` and the \`ETag\` that you have, and get 304 until something changes.
Responses are sent plain, as gzip or as br, by \`Accept-Encoding\`; each form has its own tag. Pages of any origin may read them without cookies, and also the catalogue, the countries and the groups.

**Sessions** are cookies: keep what \`POST /session\` sets and send it along. Calls that change something also send \`Origin\` (the portal's address) and \`X-Requested-With: rcm\`, and JSON as \`application/json\` in UTF-8.

**Revisions.** Things that several people may change have a revision. A call that changes one names in \`If-Match\` the revision that was seen; if that is no longer the present one, nothing is done, and the refusal (412) carries what a program needs: the present state, or the indicators whose answer was changed.

**Keys.** An act is done only once per \`Idempotency-Key\`: if the response was lost, send the same call with the same key.

**Refusals** are problem documents (RFC 9457): \`code\` says what it is, \`errors\` where the input is wrong, \`details\` what a program may need. The texts are for programmers; the words for people are the pages'.

**Methods.** \`HEAD\` answers like \`GET\`, without a body, \`OPTIONS\` with the list of methods. A method that an address does not have is refused with 405 (\`method-not-allowed\`) and \`Allow\`; one that no address has (such as \`PROPFIND\`) with 501 (\`method-unknown\`); 404 is for addresses that do not exist.

**Later versions** may add fields to responses and values to enumerations: ignore what you do not know. Requests with unknown fields are refused.

Responses with a body also have \`Content-Type\` and \`Content-Length\`, and every response has the headers that keep browsers safe (such as \`Content-Security-Policy\`); they are not repeated below.`;

export const about = {
  title: "Avances",
  version: "1",
  summary: "Progress of the Regional Conference on Migration against trafficking in persons and migrant smuggling.",
  description,
  license: { name: "Apache-2.0", identifier: "Apache-2.0" },
} as const;
