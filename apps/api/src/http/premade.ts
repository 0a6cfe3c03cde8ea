import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encodings.ts";
import { tagOf } from "./tags.ts";

/** An answer made once and sent many times. */
export interface Premade {
  readonly body: Buffer;
  /** Absent: made when somebody first asks for it, as the gzip form always is. */
  readonly brotli?: Buffer;
  /** Strong, with quotes, of the plain body; each compressed form has one of its own, made from this. */
  readonly etag: string;
  readonly contentType: string;
  /** Under which name a reader saves it; absent where it is not a file. ASCII without quotes. */
  readonly fileName?: string;
}

const json = "application/json; charset=utf-8";

/** Makes the bytes of what is written already and their ETag, for what stays as long as the process does: each form is compressed aside when somebody first takes it. */
export function premakePlain(written: string | Buffer, contentType = json): Premade {
  const body = Buffer.from(written);
  return { body, contentType, etag: tagOf(body) };
}

/** The same for bytes, compressed aside, so that others are answered meanwhile. With the name under which a file is saved. */
export async function premakeAside(body: Buffer, contentType: string, fileName?: string): Promise<Premade> {
  const brotli = await brotliCompressAside(body, brotliOptions(body, 6));
  return { body, brotli, contentType, ...(fileName !== undefined && { fileName }), etag: tagOf(body) };
}

const brotliCompressAside = promisify(brotliCompress);
const gzipAside = promisify(gzip);

/** For what stays as long as the process does: it may take its time once. */
export function compressAside(body: Buffer, encoding: Exclude<Encoding, "identity">): Promise<Buffer> {
  return encoding === "br" ? brotliCompressAside(body, brotliOptions(body, 9)) : gzipAside(body, { level: 6 });
}

function brotliOptions(body: Buffer, quality: number): BrotliOptions {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } };
}
