import type { ReplyOf, sendFileContent } from "@avances/contracts";
import { appendAuditEvent } from "@avances/db/queries/audit-queries";
import { type FileRow, findFile, lockAnnouncedFile, settleFile } from "@avances/db/queries/file-queries";
import type { Actor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import { type ContentFault, type FileRefusal, participantOf } from "@avances/domain/network";
import { type Draft, inspect, ScannerAway, StoreAway, StoreFull, TooManyBytes } from "@avances/files";
import type { Deps } from "#deps.ts";
import { allow, found } from "#features/shared/allow.ts";
import { placesOfPerson } from "#features/shared/places.ts";
import type { Arriving } from "#http/mount-upload.ts";
import { fileView } from "./file-view.ts";
import { inTurn } from "./in-turn.ts";

type Need = Pick<Deps, "db" | "clock" | "files">;

/**
 * Receives the bytes of an announced file. They are on the disk, counted and looked at before the row says that the file is there; a refusal for
 * what they are is written down and final. Whatever else ends it (a connection that breaks, a full disk, a scanner or a store that is away) leaves the file
 * announced and nothing of what came, so that it can be sent again.
 */
export async function receiveContent(
  deps: Need,
  actor: Actor,
  id: string,
  arriving: Arriving,
): Promise<ReplyOf<typeof sendFileContent>> {
  allow(actor, "file.upload");
  const row = found(await deps.db.asActor(actor, (tx) => findFile(tx, id)));
  // Of another participant it may be read, where something holds it; for this act it is then a missing one.
  if (row.participantCode !== participantOf(actor)) throw new DomainError("not-found");
  if (row.uploadedBy !== actor.userId) throw new DomainError("not-available-now");
  if (row.state === "refused") throw refused(row.refusal as FileRefusal);
  if (arriving.bytes !== null && arriving.bytes !== row.bytes) throw refused("cut_off");

  const leave = takePlace(deps.files.store, actor.userId);
  try {
    return await take(deps, actor, row, arriving);
  } finally {
    leave();
  }
}

async function take(
  deps: Need,
  actor: Actor,
  row: FileRow,
  arriving: Arriving,
): Promise<ReplyOf<typeof sendFileContent>> {
  const draft = await receive(deps, arriving, row.bytes);
  try {
    if (draft.bytes !== row.bytes) throw refused("cut_off");
    if (row.state === "stored") return sentAgain(actor, row, draft);
    const why = await lookInto(deps, row, draft);
    return why === null ? await keep(deps, actor, row, draft) : await refuse(deps, actor, row, why);
  } finally {
    await draft.discard();
  }
}

/**
 * Uploads of one person that may be on their way at once. Each holds a connection for minutes and a draft on the disk, and one announced file can be
 * sent many times at once: what it takes of the year says nothing about that.
 */
const takePlace = placesOfPerson(10);

function refused(why: FileRefusal): DomainError {
  return new DomainError("file-refused", { why });
}

async function receive({ files }: Need, arriving: Arriving, most: number): Promise<Draft> {
  try {
    return await files.store.receive(arriving.begin(), most);
  } catch (error) {
    if (error instanceof TooManyBytes) throw refused("cut_off");
    throw error instanceof StoreFull ? new DomainError("disk-full") : error;
  }
}

/** The reply was lost, and the same bytes came again. */
function sentAgain(actor: Actor, row: FileRow, { sha256 }: Pick<Draft, "sha256">): ReplyOf<typeof sendFileContent> {
  if (row.sha256 !== sha256) throw new DomainError("not-available-now");
  return fileView(actor, row);
}

const oneOfTwo = inTurn(2);

function lookInto({ files }: Need, { fileType }: FileRow, draft: Draft): Promise<ContentFault | null> {
  return oneOfTwo(async () => {
    const content = await draft.read();
    const fault = await inspect(content, fileType);
    if (fault !== null) return fault;
    try {
      return (await files.scanner.scan(content)) === "infected" ? "infected" : null;
    } catch (error) {
      if (!(error instanceof ScannerAway)) throw error;
      throw new DomainError("scanner-away", { retryAfterSeconds: 60 });
    }
  });
}

/** The record says who looked: the portal itself, and its scanner where there is one. */
const checkedBy = ({ files }: Need) => ["built-in", files.scanner.name].filter((name) => name !== null).join(", ");

async function keep(deps: Need, actor: Actor, row: FileRow, draft: Draft): Promise<ReplyOf<typeof sendFileContent>> {
  const kept = await deps.db.asActor(actor, async (tx) => {
    if ((await lockAnnouncedFile(tx, row.id)) === undefined) return undefined;
    // The bytes first, under the lock: a row that says "stored" always has its bytes, and exactly these.
    await draft.keep(row.storeKey).catch((error: unknown) => {
      if (error instanceof StoreAway) throw new DomainError("store-away", { retryAfterSeconds: 60 });
      throw error instanceof StoreFull ? new DomainError("disk-full") : error;
    });
    const outcome = { state: "stored", sha256: draft.sha256, checkedBy: checkedBy(deps) } as const;
    const settled = await settleFile(tx, row.id, outcome);
    await record(deps, actor, row, "file.stored", { bytes: row.bytes, fileType: row.fileType })(tx);
    return settled;
  });
  if (kept !== undefined) return fileView(actor, kept);
  // Sent twice at once, or given up meanwhile.
  const now = found(await deps.db.asActor(actor, (tx) => findFile(tx, row.id)));
  if (now.state === "refused") throw refused(now.refusal as FileRefusal);
  return sentAgain(actor, now, draft);
}

async function refuse(deps: Need, actor: Actor, row: FileRow, why: ContentFault): Promise<never> {
  await deps.db.asActor(actor, async (tx) => {
    const outcome = { state: "refused", refusal: why, checkedBy: checkedBy(deps) } as const;
    if ((await settleFile(tx, row.id, outcome)) !== undefined)
      await record(deps, actor, row, "file.refused", { why, fileType: row.fileType })(tx);
  });
  throw refused(why);
}

/** Codes and sizes; never the name, which a person wrote. */
function record(
  { clock }: Need,
  actor: Actor,
  { id }: FileRow,
  action: "file.stored" | "file.refused",
  detail: Readonly<Record<string, string | number>>,
) {
  return (tx: Parameters<typeof appendAuditEvent>[0]) =>
    appendAuditEvent(tx, {
      ...{ at: clock.now(), actor, action, objectType: "file", objectId: id, countryCode: actor.country, detail },
    });
}
