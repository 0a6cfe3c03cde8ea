import type { Readable } from "node:stream";
import type { BodyOf, Contract, ParamsOf, QueryOf, ReplyOf } from "@avances/contracts";
import type { Actor } from "@avances/domain/access";
import type { PersonalDetail } from "@avances/domain/text";

/** Identifies a request that must not act twice; see `http/once.ts`. */
export interface Idempotency {
  readonly operation: string;
  readonly key: string;
  /** SHA-256 of the canonical body and parameters: the same key with another body is refused. */
  readonly bodyHash: string;
  /** Kinds of details of persons that its words seem to hold, and of which the caller has said that they may stand: recorded with the act. */
  readonly overruled?: {
    readonly kinds: readonly PersonalDetail[];
    readonly object: { readonly type: string; readonly id: string };
  } | null;
}

export interface Call<C extends Contract> {
  /** Null only for operations that `public` may call. */
  readonly actor: Actor | null;
  readonly params: ParamsOf<C>;
  readonly query: QueryOf<C>;
  readonly body: BodyOf<C>;
  /** Revision from `If-Match: "v17"`; contracts with `ifMatch` always have it. */
  readonly revision: number;
  /** Contracts with `idempotent` always have it, except for a preview or an optional key: then null. */
  readonly idempotency: Idempotency | null;
}

/** A call of an operation that only people with a session may make. */
export type SignedInCall<C extends Contract> = Call<C> & { readonly actor: Actor };

/** Body plus headers, for the few operations that set any (`ETag`). */
export interface WithHeaders<C extends Contract> {
  readonly body: ReplyOf<C>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The bytes of a file, of the contract's content type, and the name under which a browser keeps it (ASCII letters, digits, - and .). */
export class FileReply {
  readonly bytes: Buffer;
  readonly fileName: string;

  constructor(bytes: Buffer, fileName: string) {
    this.bytes = bytes;
    this.fileName = fileName;
  }
}

/** A file that somebody stored, under the name that they gave it. */
export class StoredFileReply {
  readonly content: Readable;
  readonly about: { readonly name: string; readonly mediaType: string; readonly bytes: number };

  constructor(content: Readable, about: StoredFileReply["about"]) {
    this.content = content;
    this.about = about;
  }
}

/** What a use case may answer. */
export type Result<C extends Contract> = ReplyOf<C> | WithHeaders<C> | FileReply | StoredFileReply;

export type Handler<C extends Contract> = (call: SignedInCall<C>) => Promise<Result<C>>;

/** Binds a contract to its use case. Validation, session, access, response serialisation and errors are handled around it. */
export type Mount = <C extends Contract>(contract: C, handler: Handler<C>) => void;
