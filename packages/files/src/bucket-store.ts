import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { AwsClient } from "aws4fetch";
import { type Draft, type FileStore, keyPattern, type OpenedFile, StoreAway, StoreFull } from "./file-store.ts";

/** A bucket of a server that speaks S3, for this portal alone: every object in it is a file of the portal, under its key. */
export interface Bucket {
  /** Of the bucket, as `https://s3.example/avances` or `https://avances.s3.example`, without a slash at its end. */
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
}

/** The bucket is full; the disk of this machine, where files wait for it, may have room. */
export class BucketFull extends StoreFull {
  override name = "BucketFull";
}

/** How long a server is waited for. Every request may be made twice without harm. */
interface Patience {
  /** Until it begins its answer. */
  readonly answerMs: number;
  /** Between one try and the next. */
  readonly pausesMs: readonly number[];
  /** For keeping a file, all tries together: the row of the file is locked meanwhile, and the database waits 15 seconds for whoever holds a lock. */
  readonly keepMs: number;
}
const usual: Patience = { answerMs: 20_000, pausesMs: [100, 500], keepMs: 12_000 };

/**
 * Files in a bucket of an S3-compatible server. What arrives waits in `waiting`, a store on this machine, until it was looked at; then it is put
 * into the bucket whole, with its sum, so that the server refuses what was changed on the way. Faults of the server are `StoreAway`: what it
 * holds is as it was, and what was to be kept still waits.
 */
export function bucketStore(bucket: Bucket, waiting: FileStore, patience: Patience = usual): FileStore {
  const { keyId: accessKeyId, secret: secretAccessKey, region } = bucket;
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: "s3", retries: 0 });
  const addressOf = (key: string) => {
    if (!keyPattern.test(key)) throw new Error("This is no key of a file");
    return `${bucket.url}/${key}`;
  };

  /** The answer to a request, unless it is a fault of the server. */
  async function ask(address: string, wanted: Wanted = {}): Promise<Response> {
    for (const pause of [...patience.pausesMs, null]) {
      if (wanted.until?.aborted) break;
      const answer = await askOnce(address, wanted).catch(
        (error: unknown) => new StoreAway(away(bucket), { cause: error }),
      );
      const isFaulty = answer instanceof StoreAway || answer.status >= 500 || answer.status === 429;
      if (!isFaulty) return answer;
      if (pause !== null) {
        if (!(answer instanceof StoreAway)) await answer.body?.cancel();
        await new Promise((resolve) => setTimeout(resolve, pause));
        continue;
      }
      throw answer instanceof StoreAway ? answer : await refusal(answer, bucket);
    }
    throw new StoreAway(away(bucket));
  }

  async function askOnce(address: string, { method = "GET", body, sha256, until }: Wanted): Promise<Response> {
    const headers = { "x-amz-content-sha256": sha256 ?? emptySum };
    const request = await client.sign(address, { method, headers, body: body ?? null });
    const end = new AbortController();
    const timer = setTimeout(() => end.abort(), patience.answerMs);
    const signal = until === undefined ? end.signal : AbortSignal.any([end.signal, until]);
    try {
      return await fetch(request, { signal, redirect: "error" });
    } finally {
      // Reading the body may take as long as the reader does.
      clearTimeout(timer);
    }
  }

  return {
    async receive(bytes, most) {
      const draft = await waiting.receive(bytes, most);
      return { ...draft, keep: (key) => put(key, draft) };
    },

    async open(key): Promise<OpenedFile | null> {
      const answer = await ask(addressOf(key));
      if (answer.status !== 200) {
        const refused = await refusal(answer, bucket);
        if (refused.code === "NoSuchKey") return null;
        throw refused;
      }
      const bytes = Number(answer.headers.get("content-length") ?? Number.NaN);
      if (answer.body === null || !Number.isSafeInteger(bytes))
        throw new StoreAway(`${nameOf(bucket)} sends a file without its length`);
      return { bytes, content: Readable.fromWeb(answer.body as ReadableStream) };
    },

    async remove(key) {
      const answer = await ask(addressOf(key), { method: "DELETE" });
      if (answer.status === 204 || answer.status === 200) return void (await answer.body?.cancel());
      const refused = await refusal(answer, bucket);
      if (refused.code !== "NoSuchKey") throw refused;
    },

    async *keys() {
      let after: string | null = "";
      while (after !== null) {
        const query = new URLSearchParams({ "list-type": "2", ...(after !== "" && { "continuation-token": after }) });
        const answer = await ask(`${bucket.url}?${query}`);
        if (answer.status !== 200) throw await refusal(answer, bucket);
        const list = await answer.text();
        for (const [, key = ""] of list.matchAll(/<Key>([^<]*)<\/Key>/g)) if (keyPattern.test(key)) yield key;
        const next = /<NextContinuationToken>([^<]*)<\/NextContinuationToken>/.exec(list)?.[1];
        after = next === undefined ? null : plain(next);
      }
    },

    removeDrafts: (before) => waiting.removeDrafts(before),
  };

  async function put(key: string, draft: Draft): Promise<void> {
    const until = AbortSignal.timeout(patience.keepMs);
    const answer = await ask(addressOf(key), { method: "PUT", body: await draft.read(), sha256: draft.sha256, until });
    if (answer.status !== 200) throw await refusal(answer, bucket);
    await answer.body?.cancel();
    await draft.discard();
  }
}

interface Wanted {
  readonly method?: "GET" | "PUT" | "DELETE";
  readonly body?: Buffer<ArrayBuffer>;
  /** Of the body. */
  readonly sha256?: string;
  /** Nothing more is waited for when this has come. */
  readonly until?: AbortSignal;
}

const emptySum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Where it is, without the keys. */
const nameOf = ({ url }: Bucket) => `The bucket ${url}`;
const away = (bucket: Bucket) => `${nameOf(bucket)} does not answer`;

/** What the server says instead of what was asked, by its code: never its words, which may repeat what was sent. */
async function refusal(answer: Response, bucket: Bucket): Promise<StoreAway & { readonly code: string }> {
  const said = /<Code>([A-Za-z0-9]{1,60})<\/Code>/.exec(await answer.text().catch(() => ""))?.[1];
  const code = said ?? (answer.status === 404 ? "NoSuchKey" : "");
  if (answer.status === 507 || /StorageFull|QuotaExceeded/i.test(code))
    throw new BucketFull(`${nameOf(bucket)} is full`);
  const error = new StoreAway(
    `${nameOf(bucket)} refuses what the portal asks (${[answer.status, code].join(" ").trim()})`,
  );
  return Object.assign(error, { code });
}

function plain(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#43;", "+")
    .replaceAll("&amp;", "&");
}
