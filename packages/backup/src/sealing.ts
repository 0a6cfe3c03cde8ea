import { Duplex } from "node:stream";
import { Decrypter, Encrypter } from "age-encryption";
import { BackupRefused } from "./backup-refused.ts";

type Bytes = AsyncIterable<Uint8Array>;

/** What a backup is encrypted with. */
export interface Seal {
  readonly passphrase: string;
  /** The price of a guess, as a power of two. That of age when absent: a second or two, and 256 MB. */
  readonly workFactor?: number;
}

/** What every file that age encrypted begins with. */
const ageMark = "age-encryption.org/v1\n";

export function isAgeFile(start: Buffer): boolean {
  return start.toString("latin1", 0, ageMark.length) === ageMark;
}

/** Encrypts in the format of age (age-encryption.org), so that `age --decrypt` opens it too. */
export function sealing({ passphrase, workFactor }: Seal): Duplex {
  return Duplex.from(async function* (source: Bytes) {
    const encrypter = new Encrypter();
    encrypter.setPassphrase(composed(passphrase));
    if (workFactor !== undefined) encrypter.setScryptWorkFactor(workFactor);
    yield* await encrypter.encrypt(ReadableStream.from(source));
  });
}

/** Undoes `sealing`, piece by piece. Fails at the first piece that is not as it was written, or is not the last and ends the file. */
export function unsealing(passphrase: string): Duplex {
  return Duplex.from(async function* (source: Bytes) {
    const decrypter = new Decrypter();
    decrypter.addPassphrase(composed(passphrase));
    yield* await decrypter.decrypt(ReadableStream.from(source)).catch(refuseKey);
  });
}

/** The same letters give the same key, however a keyboard composes them. */
const composed = (passphrase: string) => passphrase.normalize("NFC");

function refuseKey(error: unknown): never {
  if (!(error instanceof Error && /no identity matched/.test(error.message))) throw error;
  throw new BackupRefused(
    "The passphrase is not the one this backup was encrypted with: give that one in BACKUP_PASSPHRASE.",
    { cause: error },
  );
}
