import { Duplex } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupRefused } from "./backup-refused.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** How to encrypt a backup. */
export interface Seal {
  readonly passphrase: string;
  /** Cost of one guess, as a power of two. Absent: age's own, a second or two and 256 MB. */
  readonly workFactor?: number;
}

/** The first line of every file that age encrypted. */
const ageMark = "age-encryption.org/v1\n";

export function isAgeFile(start: Buffer): boolean {
  return start.toString("latin1", 0, ageMark.length) === ageMark;
}

/** Encrypts in the age format (age-encryption.org), so that `age --decrypt` can open it too. */
export function sealing({ passphrase, workFactor }: Seal): Duplex {
  return Duplex.from(async function* (source: Bytes) {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(composed(passphrase));
    if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor);
    yield* await encrypter.encrypt(ReadableStream.from(source));
  });
}

/** Decrypts piece by piece. Fails at the first piece that was changed, and when the last piece is missing. */
export function unsealing(passphrase: string): Duplex {
  return Duplex.from(async function* (source: Bytes) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(composed(passphrase));
    yield* await decrypter.decrypt(ReadableStream.from(source)).catch(refuseKey);
  });
}

/** The same letters give the same key, whichever way a keyboard composes them. */
const composed = (passphrase: string) => passphrase.normalize("NFC");

function refuseKey(error: unknown): never {
  if (!(error instanceof Error && /no identity matched/.test(error.message))) throw error;
  throw new BackupRefused(
    "The passphrase is not the one this backup was encrypted with: give that one in BACKUP_PASSPHRASE.",
    { cause: error },
  );
}
