import type { Readable } from "node:stream";

/**
 * Where the bytes of files are, once for the whole product. What a file is called, whose it is and who may read it stands in the database; a
 * store knows keys and bytes. A key is 32 hexadecimal digits, made at random by whoever stores: nothing that a person wrote becomes a path.
 */
export interface FileStore {
  /**
   * Takes bytes that nobody can read yet. Throws `TooManyBytes` as soon as there are more than `most`, and `StoreFull`; whatever ends it, a
   * connection that breaks included, nothing of what arrived stays.
   */
  receive(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Draft>;
  /** Null = there are no bytes under this key. */
  open(key: string): Promise<OpenedFile | null>;
  /** Without bytes under this key there is nothing to do. */
  remove(key: string): Promise<void>;
  /** Every key under which there are bytes, in any order. */
  keys(): AsyncIterable<string>;
  /** Removes what was received before that moment and neither kept nor discarded, because its process ended. Returns how many there were. */
  removeDrafts(before: Date): Promise<number>;
}

/** Bytes that were received whole and are on a disk of this machine, but under no key. */
export interface Draft {
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
  read(): Promise<Buffer<ArrayBuffer>>;
  /** From now on they are found under this key, also after a power failure. Replaces what was there. */
  keep(key: string): Promise<void>;
  /** After `keep` there is nothing to do. */
  discard(): Promise<void>;
}

export interface OpenedFile {
  readonly bytes: number;
  readonly content: Readable;
}

/** More bytes came than were to come. */
export class TooManyBytes extends Error {
  override name = "TooManyBytes";
}

/** The store takes nothing more. What it holds can still be read. */
export class StoreFull extends Error {
  override name = "StoreFull";
}

/** The store does not answer, or does not let the portal in. What it holds is as it was, and what was to be kept still waits. */
export class StoreAway extends Error {
  override name = "StoreAway";
}

export const keyPattern = /^[0-9a-f]{32}$/;
