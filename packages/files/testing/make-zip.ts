import { crc32, deflateRawSync } from "node:zlib";

export interface Entry {
  readonly name: string;
  readonly content: Buffer | string;
  /** What the archive says in the place of the truth. */
  readonly says?: {
    readonly bytes?: number;
    readonly localName?: string;
    readonly flags?: number;
    readonly from?: number;
  };
  readonly isStored?: boolean;
}

/** An archive, or one that lies. `count`: how many entries the end says there are. */
export function makeZip(entries: readonly Entry[], { count = entries.length, comment = "", before = "" } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before, "latin1")];
  const directory: Buffer[] = [];
  let at = before.length;
  for (const { name, content, says = {}, isStored = false } of entries) {
    const bytes = Buffer.from(content as string);
    const packed = isStored ? bytes : deflateRawSync(bytes);
    const head = headOf({
      name,
      packed,
      bytes: says.bytes ?? bytes.length,
      sum: crc32(bytes),
      isStored,
      flags: says.flags ?? 0,
    });
    const localName = Buffer.from(says.localName ?? name, "utf8");
    const local = Buffer.concat([
      Buffer.from("504b0304", "hex"),
      head,
      lengths(localName.length, 0),
      localName,
      packed,
    ]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(says.from ?? at);
    const own = Buffer.from(name, "utf8");
    directory.push(
      Buffer.concat([Buffer.from("504b01021400", "hex"), head, lengths(own.length, 0), Buffer.alloc(10), place, own]),
    );
    parts.push(local);
    at += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...parts, list, end, Buffer.from(comment, "latin1")]);
}

/** What an entry and its line in the directory have in common: from the version that is needed to the unpacked size. */
function headOf(is: {
  name: string;
  packed: Buffer;
  bytes: number;
  sum: number;
  isStored: boolean;
  flags: number;
}): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(is.flags, 2);
  head.writeUInt16LE(is.isStored ? 0 : 8, 4);
  head.writeUInt32LE(is.sum, 10);
  head.writeUInt32LE(is.packed.length, 14);
  head.writeUInt32LE(is.bytes, 18);
  return head;
}

function lengths(name: number, extra: number): Buffer {
  const both = Buffer.alloc(4);
  both.writeUInt16LE(name, 0);
  both.writeUInt16LE(extra, 2);
  return both;
}
