import { crc32, createInflateRaw } from "node:zlib";

/** One entry as the directory of the archive describes it; what it says is checked when it is unpacked. */
export interface ZipEntry {
  readonly name: string;
  /** Unpacked. */
  readonly bytes: number;
  readonly crc: number;
  readonly isDeflated: boolean;
  readonly packed: Buffer;
}

/** `bomb`: more than the limits allow, or than the directory says. `unreadable`: broken, or a trick. */
export class ZipFault extends Error {
  override name = "ZipFault";
  readonly why: "bomb" | "unreadable";

  constructor(why: "bomb" | "unreadable") {
    super(why);
    this.why = why;
  }
}

export const zipLimits = {
  entries: 2_000,
  /** Unpacked, all entries together. */
  bytes: 100 * 1024 * 1024,
  /** Unpacked to packed, of the whole archive. */
  ratio: 100,
} as const;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const [endBytes, entryBytes, localBytes] = [22, 46, 30];

/**
 * The entries of an archive that is nothing but an archive: it begins with its first entry and ends with its directory, no entry lies over
 * another, both names of an entry are the same, and no name leads out of a folder. Programs differ in what they read of any other, so that
 * one shows what another inspected as something else. Office documents are such archives. `most`: bytes, unpacked. Throws `ZipFault`.
 */
export function readZip(file: Buffer, most: number): ZipEntry[] {
  const { count, start, size, end } = readEnd(file);
  if (count > zipLimits.entries) throw new ZipFault("bomb");
  if (count === 0 || start + size !== end) throw new ZipFault("unreadable");
  const found: (ZipEntry & Place)[] = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    const entry = readEntry(file, at, start);
    found.push(entry);
    at = entry.next;
  }
  if (at !== end) throw new ZipFault("unreadable");
  const total = found.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > most || total > file.length * zipLimits.ratio) throw new ZipFault("bomb");
  refuseOverlap(found);
  if (new Set(found.map(({ name }) => name.toLowerCase())).size !== found.length) throw new ZipFault("unreadable");
  return found;
}

interface Place {
  readonly from: number;
  readonly to: number;
  /** Where the next entry of the directory begins. */
  readonly next: number;
}

function readEnd(file: Buffer) {
  const end = file.length - endBytes;
  // Without a comment: whatever could stand there, no office program writes it.
  if (end < 0 || file.readUInt32LE(end) !== endSignature || file.readUInt16LE(end + 20) !== 0)
    throw new ZipFault("unreadable");
  const [disk, diskOfDirectory, here, count] = [4, 6, 8, 10].map((offset) => file.readUInt16LE(end + offset));
  // Archives of several disks, and those larger than four gigabytes, which say so with the highest numbers.
  if (disk !== 0 || diskOfDirectory !== 0 || here !== count || count === undefined || count === 0xffff)
    throw new ZipFault("unreadable");
  return { count, size: file.readUInt32LE(end + 12), start: file.readUInt32LE(end + 16), end };
}

function readEntry(file: Buffer, at: number, directory: number): ZipEntry & Place {
  if (at + entryBytes > file.length || file.readUInt32LE(at) !== entrySignature) throw new ZipFault("unreadable");
  const [flags = 0, method] = [file.readUInt16LE(at + 8), file.readUInt16LE(at + 10)];
  const [crc = 0, packedBytes = 0, bytes = 0] = [16, 20, 24].map((offset) => file.readUInt32LE(at + offset));
  const [nameBytes = 0, extraBytes = 0, commentBytes = 0] = [28, 30, 32].map((offset) =>
    file.readUInt16LE(at + offset),
  );
  const from = file.readUInt32LE(at + 42);
  const name = file.subarray(at + entryBytes, at + entryBytes + nameBytes);
  const isEncrypted = (flags & 0x41) !== 0;
  if (isEncrypted || (method !== 0 && method !== 8)) throw new ZipFault("unreadable");

  if (from + localBytes > directory || file.readUInt32LE(from) !== localSignature) throw new ZipFault("unreadable");
  const localName = file.readUInt16LE(from + 26);
  const begin = from + localBytes + localName + file.readUInt16LE(from + 28);
  const to = begin + packedBytes;
  const isSame =
    file.subarray(from + localBytes, from + localBytes + localName).equals(name) &&
    file.readUInt16LE(from + 8) === method;
  if (!isSame || to > directory) throw new ZipFault("unreadable");
  if (method === 0 && packedBytes !== bytes) throw new ZipFault("unreadable");
  return {
    name: plainName(name),
    bytes,
    crc,
    isDeflated: method === 8,
    packed: file.subarray(begin, to),
    from,
    to,
    next: at + entryBytes + nameBytes + extraBytes + commentBytes,
  };
}

/** A path below the folder that it is unpacked into, whatever unpacks it. */
function plainName(bytes: Buffer): string {
  const name = bytes.toString("utf8");
  const isPlain =
    bytes.length > 0 &&
    bytes.length <= 260 &&
    !/[\p{Cc}\p{Cf}\uFFFD\\:]/u.test(name) &&
    name
      .replace(/\/$/, "")
      .split("/")
      .every((part) => part !== "" && part !== "." && part !== "..");
  if (!isPlain) throw new ZipFault("unreadable");
  return name;
}

/** Entries that share bytes are how a small archive becomes an endless one. */
function refuseOverlap(entries: readonly Place[]): void {
  let free = 0;
  for (const { from, to } of entries.toSorted((one, other) => one.from - other.from)) {
    // The first one begins where the file begins: nothing stands before an archive.
    if (from < free || (free === 0 && from !== 0)) throw new ZipFault("unreadable");
    free = to;
  }
}

/** The content in parts, as much as the directory says and no more. Throws `ZipFault`. */
export async function* unpack({ packed, isDeflated, bytes, crc }: ZipEntry): AsyncGenerator<Buffer> {
  let [length, sum] = [0, 0];
  for await (const part of isDeflated ? inflated(packed) : [packed]) {
    length += part.length;
    if (length > bytes) throw new ZipFault("bomb");
    sum = crc32(part, sum);
    yield part;
  }
  if (length !== bytes || sum !== crc) throw new ZipFault("unreadable");
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  inflate.end(packed);
  try {
    for await (const part of inflate) yield part as Buffer;
  } catch (error) {
    if (error instanceof ZipFault) throw error;
    throw new ZipFault("unreadable");
  }
}
