import { promisify } from "node:util";
import { type BrotliOptions, brotliCompress, constants, gzip } from "node:zlib";
import type { Encoding } from "./encodings.ts";
import { tagInTurns, tagOf } from "./tags.ts";

/** A reply that is made once and sent many times. */
export interface Premade {
  readonly body: Buffer;
  /** Absent: made on first request, as the gzip form always is. */
  readonly brotli?: Buffer;
  /** Strong ETag of the plain body, with quotes; each compressed form has its own, derived from this one. */
  readonly etag: string;
  readonly contentType: string;
  /** The name under which a reader saves it; absent when it is not a file. ASCII without quotes. */
  readonly fileName?: string;
}

const json = "application/json; charset=utf-8";

/**
 * A reply with its ETag from finished text or bytes, for what is kept as long as the process runs: each form is compressed off the main
 * thread when a reader first asks for it.
 */
export function premakePlain(written: string | Buffer, contentType = json): Premade {
  const body = Buffer.from(written);
  return { body, contentType, etag: tagOf(body) };
}

/** The same for bytes that are compressed at once, off the main thread. With the name under which a file is saved. */
export async function premakeAside(body: Buffer, contentType: string, fileName?: string): Promise<Premade> {
  const [brotli, etag] = await Promise.all([brotliCompressAside(body, brotliOptions(body, 6)), tagInTurns(body)]);
  return { body, brotli, contentType, ...(fileName !== undefined && { fileName }), etag };
}

const brotliCompressAside = promisify(brotliCompress);
const gzipAside = promisify(gzip);

/** Compresses off the main thread. For what is kept as long as the process runs, so it may take longer than `premakeAside`. */
export function compressAside(body: Buffer, encoding: Exclude<Encoding, "identity">): Promise<Buffer> {
  return encoding === "br"
    ? brotliCompressAside(body, brotliOptions(body, qualityKept(body)))
    : gzipAside(body, { level: 6 });
}

/** A tenth smaller than at 9 for half as much time again (catalogue: 32.6 → 29.3 kB, 62 → 96 ms); of what is long it would take too much memory. */
const qualityKept = (body: Buffer) => (body.length < 1_000_000 ? 10 : 9);

/** The same for a reply that is sent once, while somebody waits for it. */
export function compressOnce(body: Buffer, encoding: Exclude<Encoding, "identity">): Promise<Buffer> {
  return encoding === "br" ? brotliCompressAside(body, brotliOptions(body, 4)) : gzipAside(body, { level: 4 });
}

/** How far back a repetition is found. Answers about many countries repeat themselves over megabytes: the index of the world is a quarter as long this way. */
const widestWindow = constants.BROTLI_MAX_WINDOW_BITS;

function brotliOptions(body: Buffer, quality: number): BrotliOptions {
  return {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      ...(body.length > 2 ** constants.BROTLI_DEFAULT_WINDOW && { [constants.BROTLI_PARAM_LGWIN]: widestWindow }),
    },
  };
}
