/// <reference path="./negotiator.d.ts" />
import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

/** How the bytes of a response may be encoded; `identity` = not at all. */
export type Encoding = "br" | "gzip" | "identity";

/** If a reader accepts several equally, the smaller form is sent. */
const preferred = ["br", "gzip"];
const offered = [...preferred, "identity"];

/** Browsers and programs send a few dozen different values. Others only push values out of this cache. */
const mostRemembered = 200;
const longestRemembered = 200;
const remembered = new LRUCache<string, readonly Encoding[]>({ max: mostRemembered });

/** A quality value cannot be negative. The library would apply a negative one to `identity` and then offer no form at all. */
const belowNothing = /;\s*q\s*=\s*-[^,;]*/gi;

/** The encodings that an `Accept-Encoding` header accepts, best first, by RFC 9110 12.5.3; empty when it refuses even the plain form. */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  if (header === undefined) return ["identity"];
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const headers = { "accept-encoding": header.replace(belowNothing, ";q=0") };
  const accepted = new Negotiator({ headers }).encodings(offered, { preferred }) as Encoding[];
  if (header.length <= longestRemembered) remembered.set(header, accepted);
  return accepted;
}
