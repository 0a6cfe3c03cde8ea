import { createHash, randomBytes, randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { announceFile, apiPrefix, getFile, getFileView } from "@avances/contracts";
import { fileLimits, mediaTypes } from "@avances/domain/network";
import { bucketStore, noScanner, type Scanner, ScannerAway, StoreFull } from "@avances/files";
import { docxParts, goodCsv, goodDocx, goodXlsx, makePdf } from "@avances/files/testing/good-files";
import { makeZip } from "@avances/files/testing/make-zip";
import { removeS3Folder, startS3Server } from "@avances/files/testing/s3-server";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Deps } from "#deps.ts";
import { problemFor } from "#http/problem-details.ts";
import { addFile, sendBytes } from "#testing/add-file.ts";
import { startTestApi, type TestApi, type TestPerson, type Who } from "#testing/start-test-api.ts";
import { clearFiles } from "./look-after-files.ts";
import { receiveContent } from "./receive-content.ts";
import { sendFile } from "./send-file.ts";

let api: TestApi;
let owner: ReturnType<typeof testClient>;
beforeAll(async () => {
  api = await startTestApi({ config: { bodySeconds: 0.4 } });
  owner = testClient({ connectionString: api.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await api?.close();
});

const pdf = makePdf();
const mine = "focal_point:CRI";
const announce = (name: string, bytes: number, as: Who | TestPerson = mine, more = {}) =>
  api.call(announceFile, { as, body: { name, bytes }, ...more });
const idOf = async (name: string, content: Buffer, as: Who | TestPerson = mine) =>
  (await announce(name, content.length, as)).body.id;
const why = (reply: { json(): unknown }) => {
  const { code, details } = reply.json() as { code: string; details?: { why?: string } };
  return [code, details?.why];
};
const row = async (id: string) => (await owner.query("select * from app.file where id = $1", [id])).rows[0];
const stored = () =>
  (
    readdirSync(api.deps.config.filesDir, { recursive: true, withFileTypes: true }) as {
      isFile(): boolean;
      name: string;
    }[]
  )
    .filter((each) => each.isFile())
    .map(({ name }) => name);
const download = async (id: string, as: Who | TestPerson | null) => {
  const cookie = as === null ? undefined : (typeof as === "string" ? await api.person(as) : as).cookie;
  return api.app.inject({ url: `${apiPrefix}/files/${id}/content`, headers: { ...(cookie && { cookie }) } });
};
const pathOf = (key: string) => join(api.deps.config.filesDir, key.slice(0, 2), key);

test.each([
  ["Informe país 2026 (versión final).pdf", pdf, "pdf"],
  ["Acuerdo.DOCX", goodDocx(), "docx"],
  ["tabla.xlsx", goodXlsx(), "xlsx"],
  ["víctimas.csv", goodCsv(), "csv"],
] as const)("%s comes back to the byte, as an attachment that can do nothing", async (name, content, type) => {
  const { id, uploadTo, mediaType } = (await announce(name, content.length)).body;
  expect([uploadTo, mediaType]).toEqual([`${apiPrefix}/files/${id}/content`, mediaTypes[type]]);
  const sent = await sendBytes(api, mine, id, content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  const view = { id, name, mediaType, bytes: content.length, sha256, state: "stored", byName: "focal_point CRI" };
  expect([sent.statusCode, sent.json()]).toMatchObject([200, view]);
  expect((await api.call(getFileView, { as: mine, params: { fileId: id } })).body).toMatchObject(view);

  const { headers, rawPayload, statusCode } = await download(id, mine);
  expect([statusCode, rawPayload.equals(content)]).toEqual([200, true]);
  expect(headers).toMatchObject({
    "content-type": mediaType,
    "content-length": String(content.length),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-origin",
  });
  const disposition = String(headers["content-disposition"]);
  expect(disposition).toMatch(/^attachment; filename="[ A-Za-z0-9._()-]+"; filename\*=UTF-8''[A-Za-z0-9._%-]+$/);
  expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(name);
  expect(await row(id)).toMatchObject({ checked_by: "built-in", participant_code: "CRI" });
  // Who only asks whether it is there gets no bytes.
  const { cookie } = await api.person(mine);
  const head = await api.app.inject({ method: "HEAD", url: uploadTo, headers: { cookie } });
  expect([head.statusCode, head.rawPayload.length, head.headers["content-length"]]).toEqual([
    ...[200, 0, String(content.length)],
  ]);
});

test("a file of exactly the limit is taken", async () => {
  const content = Buffer.alloc(fileLimits.bytes, "a;1\n");
  const id = await addFile(api, await api.addPerson({ role: "focal_point", country: "PAN" }), {
    ...{ name: "a.csv", content },
  });
  expect(await row(id)).toMatchObject({ bytes: fileLimits.bytes, state: "stored" });
});

describe("what is refused, in words", () => {
  test.each([
    ["../../etc/passwd.pdf", 10, "name"],
    ["a\\b.pdf", 10, "name"],
    ["CON.pdf", 10, "name"],
    ["", 10, "name"],
    [`${"a".repeat(200)}.pdf`, 10, "name"],
    ["page.html", 10, "extension"],
    ["drawing.svg", 10, "extension"],
    ["macros.docm", 10, "extension"],
    ["no ending", 10, "extension"],
    ["report.pdf.exe", 10, "two_extensions"],
    ["report.exe.pdf", 10, "two_extensions"],
    ["empty.pdf", 0, "empty"],
    ["eleven.pdf", 11 * 1024 * 1024, "too_large"],
  ])("announcing %j of %d bytes: %s", async (name, bytes, reason) => {
    const { status, problem } = await announce(name, bytes);
    expect([status, problem?.code, problem?.details]).toEqual([422, "file-refused", { why: reason }]);
  });

  test("a name with a line break or a turned direction is no name at all", async () => {
    for (const name of ["a\n.pdf", "a\u202efdp.exe.pdf", "a\u0000.pdf"])
      expect([(await announce(name, 10)).status, name]).toEqual([400, name]);
  });

  test.each([
    ["a page as PDF", "a.pdf", Buffer.from("<!doctype html><script>alert(1)</script>"), "not_what_it_says"],
    ["a drawing as CSV", "a.csv", Buffer.from("<svg onload='alert(1)'/>"), "not_what_it_says"],
    ["macros", "a.docx", makeZip(docxParts({ "word/vbaProject.bin": "a" })), "macro"],
    ["a bomb", "a.xlsx", makeZip([{ name: "a", content: Buffer.alloc(20_000_000) }]), "bomb"],
    ["names that lead elsewhere", "a.docx", makeZip([...docxParts(), { name: "../a", content: "a" }]), "unreadable"],
    ["a script in a PDF", "a.pdf", makePdf({ catalog: "/OpenAction << /S /JavaScript /JS (1) >>" }), "script"],
  ])("%s is refused for good, recorded, and nothing of it stays", async (_what, name, content, reason) => {
    const before = stored();
    const id = await idOf(name, content);
    for (let time = 0; time < 2; time += 1) {
      const reply = await sendBytes(api, mine, id, content);
      expect([reply.statusCode, ...why(reply)]).toEqual([422, "file-refused", reason]);
    }
    expect(stored()).toEqual(before);
    expect(await row(id)).toMatchObject({ state: "refused", refusal: reason, sha256: null, checked_by: "built-in" });
    expect((await download(id, mine)).statusCode).toBe(404);
    const { rows } = await owner.query("select action, detail from app.audit_event where object_id = $1", [id]);
    expect(rows).toEqual([{ action: "file.refused", detail: { why: reason, fileType: name.slice(2) } }]);
  });

  test("fewer and more bytes than announced are refused, and the announced ones are still taken", async () => {
    const before = stored();
    const id = await idOf("a.pdf", pdf);
    for (const content of [pdf.subarray(1), Buffer.concat([pdf, pdf]), Buffer.alloc(0)])
      expect(why(await sendBytes(api, mine, id, content))).toEqual(["file-refused", "cut_off"]);
    expect(stored()).toEqual(before);
    expect((await sendBytes(api, mine, id, pdf)).statusCode).toBe(200);
  });

  test("another type of body is refused here, and bytes everywhere else", async () => {
    const id = await idOf("a.pdf", pdf);
    for (const type of ["application/pdf", "multipart/form-data; boundary=x", "application/octet-stream; x=y"]) {
      const reply = await sendBytes(api, mine, id, pdf, { "content-type": type });
      expect([type, reply.statusCode, why(reply)[0]]).toEqual([type, 415, "unsupported-media-type"]);
    }
    const json = await sendBytes(api, mine, id, Buffer.from("{}".padEnd(pdf.length)), {
      "content-type": "application/json",
    });
    expect([json.statusCode, why(json)[0]]).toEqual([415, "unsupported-media-type"]);
    const { cookie } = await api.person(mine);
    const elsewhere = await api.app.inject({
      ...{ method: "POST", url: `${apiPrefix}/files`, payload: pdf },
      headers: {
        ...{ cookie, origin: api.deps.config.publicUrl, "x-requested-with": "rcm" },
        "content-type": "application/octet-stream",
      },
    });
    expect([elsewhere.statusCode, why(elsewhere)[0]]).toEqual([415, "unsupported-media-type"]);
    const foreignPage = await sendBytes(api, mine, id, pdf, { origin: "https://elsewhere.example" });
    expect([foreignPage.statusCode, (await row(id)).state]).toEqual([403, "announced"]);
  });
});

describe("whose it is", () => {
  test("a file of another side is a missing one for everybody else, whatever they do with it", async () => {
    const id = await addFile(api, mine, { name: "a.pdf", content: pdf });
    const colleague = "alternate:CRI";
    expect((await download(id, colleague)).rawPayload.equals(pdf)).toBe(true);
    const strangers = [
      "focal_point:HND",
      "secretariat",
      "approver:CRI",
      "observer",
      "civil_society",
      "rcgm_delegate",
    ] as const;
    for (const as of strangers)
      for (const target of [id, randomUUID()]) {
        const view = await api.call(getFileView, { as, params: { fileId: target } });
        const bytes = await api.call(getFile, { as, params: { fileId: target } });
        expect([as, view.status, bytes.status]).toEqual([as, 404, 404]);
        const { instance: _, ...problem } = (await download(target, as)).json() as { instance: string };
        expect(problem).toEqual({
          type: "/problems/not-found",
          title: "There is nothing here",
          status: 404,
          code: "not-found",
        });
      }
    const announced = await idOf("b.pdf", pdf);
    for (const as of ["focal_point:HND", "liaison_officer:HND", "secretariat"] as const)
      for (const target of [id, announced, randomUUID()])
        expect([as, (await sendBytes(api, as, target, pdf)).statusCode]).toEqual([as, 404]);
    expect((await download(id, null)).statusCode).toBe(401);
    for (const as of ["contributor:CRI"] as const) expect((await download(id, as)).statusCode).toBe(403);
    for (const as of ["contributor:CRI", "approver:CRI", "rcgm_delegate", "presidency"] as const)
      expect([as, (await announce("a.pdf", 10, as)).status]).toEqual([as, 403]);
    // For whom it writes is not on record.
    expect((await announce("a.pdf", 10, "observer")).status).toBe(404);
    expect((await row(announced)).state).toBe("announced");
  });

  test("only whoever announced it sends it", async () => {
    const id = await idOf("a.pdf", pdf);
    expect(why(await sendBytes(api, "alternate:CRI", id, pdf))[0]).toBe("not-available-now");
    expect((await sendBytes(api, mine, id, pdf)).statusCode).toBe(200);
  });

  test("whoever reads what holds it reads it, and nobody else", async () => {
    const id = await addFile(api, mine, { name: "a.pdf", content: pdf });
    const { userId } = await api.person(mine);
    const matterId = randomUUID();
    await owner.query(
      `insert into app.matter (id, kind, author_code, language, subject, body, text_revision, visibility, state, version, revision, filed_at,
         created_at, created_by, created_by_name)
       values ($1, 'document', 'CRI', 'es', 'a', '', 1, 'members', 'filed', 1, 1, now(), now(), $2, 'a')`,
      [matterId, userId],
    );
    await owner.query(
      "insert into app.file_use (id, file_id, place, matter_id, version, added_at, added_by) values ($1, $2, 1, $3, 1, now(), $4)",
      [randomUUID(), id, matterId, userId],
    );
    for (const as of ["focal_point:HND", "secretariat", "approver:CRI", "rcgm_delegate"] as const)
      expect([as, (await download(id, as)).rawPayload.equals(pdf)]).toEqual([as, true]);
    for (const as of ["observer", "civil_society"] as const) expect((await download(id, as)).statusCode).toBe(404);
    expect((await sendBytes(api, "focal_point:HND", id, pdf)).statusCode).toBe(404);
    await owner.query("update app.file_use set removed_at = now(), removed_by = $1 where file_id = $2", [userId, id]);
    expect((await download(id, "focal_point:HND")).statusCode).toBe(404);
  });
});

describe("the limit of a year", () => {
  test("is reached by what was announced, not by what was refused, and begins anew with the year", async () => {
    const as = await api.addPerson({ role: "focal_point", country: "GTM" });
    const ids: string[] = [];
    for (let count = 0; count < 10; count += 1) ids.push((await announce("a.pdf", fileLimits.bytes, as)).body.id);
    const { problem } = await announce("a.pdf", 1, as);
    expect([problem?.code, problem?.details]).toEqual([
      "quota-exceeded",
      { year: 2027, limit: fileLimits.bytesInYear, used: fileLimits.bytesInYear },
    ]);
    // Of a colleague too, and of no other country.
    expect((await announce("a.pdf", 1, await api.addPerson({ role: "alternate", country: "GTM" }))).status).toBe(422);
    expect((await announce("a.pdf", 1)).status).toBe(201);
    await owner.query("update app.file set state = 'refused', refusal = 'macro' where id = $1", [ids[0]]);
    expect((await announce("a.pdf", 1, as)).status).toBe(201);
    api.clock.set("2028-01-01T00:00:00Z");
    expect((await announce("a.pdf", fileLimits.bytes, as)).status).toBe(201);
    api.clock.set("2027-02-10T15:00:00Z");
  });

  test("is not passed by several at once", async () => {
    const as = await api.addPerson({ role: "focal_point", country: "NIC" });
    for (let count = 0; count < 9; count += 1) await announce("a.pdf", fileLimits.bytes, as);
    const replies = await Promise.all(Array.from({ length: 8 }, () => announce("a.pdf", 6 * 1024 * 1024, as)));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(422)]);
  });

  test("the same announcement repeated is one", async () => {
    const key = { idempotencyKey: `same-${randomUUID()}` };
    const [first, second] = [await announce("a.pdf", 10, mine, key), await announce("a.pdf", 10, mine, key)];
    expect(second.body).toEqual(first.body);
    expect((await announce("a.pdf", 11, mine, key)).problem?.code).toBe("idempotency-key-reused");
  });
});

describe("what goes wrong on the way", () => {
  /** Opens an upload over the network, without its bytes; what is said back is collected. */
  async function upload(id: string, length: number, as: Who) {
    if (!api.app.server.listening) await api.app.listen({ host: "127.0.0.1", port: 0 });
    const socket = connect((api.app.server.address() as AddressInfo).port, "127.0.0.1");
    socket.on("error", () => undefined);
    await once(socket, "connect");
    let said = "";
    socket.on("data", (part) => {
      said += part;
    });
    const { cookie } = await api.person(as);
    const headers = [
      ...["Host: a", `Cookie: ${cookie}`, `Origin: ${api.deps.config.publicUrl}`, "X-Requested-With: rcm"],
      ...["Content-Type: application/octet-stream", `Content-Length: ${length}`],
    ];
    socket.write(`PUT ${apiPrefix}/files/${id}/content HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n`);
    return { socket, said: () => said };
  }

  test("over a slow line it may take longer than any other request; who may not send it is cut like everybody", async () => {
    const id = await idOf("a.pdf", pdf);
    const slowly = async (as: Who) => {
      const { socket, said } = await upload(id, pdf.length, as);
      const pieces = 5;
      for (let piece = 0; piece < pieces && !socket.destroyed; piece += 1) {
        await wait(200);
        socket.write(pdf.subarray((pdf.length * piece) / pieces, (pdf.length * (piece + 1)) / pieces));
      }
      await expect.poll(said).toMatch(/\}$|Content-Length: 0\r\n\r\n$/);
      const isCut = socket.destroyed;
      socket.destroy();
      return [said().slice(9, 12), isCut];
    };
    expect(await slowly("focal_point:HND")).toEqual(["404", true]);
    expect(await slowly(mine)).toEqual(["200", false]);
    expect((await row(id)).state).toBe("stored");
  });

  test("a connection that breaks off leaves nothing, and the file can be sent again", async () => {
    const content = Buffer.concat([goodCsv(), Buffer.alloc(600_000, "a;1\n")]);
    const id = await idOf("a.csv", content);
    const before = stored();
    const { socket } = await upload(id, content.length, mine);
    socket.write(content.subarray(0, 300_000));
    await expect.poll(() => stored().length).toBe(before.length + 1);
    const errors = api.logLines.filter((line) => line.includes('"error"')).length;
    socket.destroy();
    await expect.poll(stored).toEqual(before);
    expect((await row(id)).state).toBe("announced");
    expect((await sendBytes(api, mine, id, content)).statusCode).toBe(200);
    expect(api.logLines.filter((line) => line.includes('"error"'))).toHaveLength(errors);
  });

  test("the reply was lost: the same bytes again get the same reply, others do not", async () => {
    const id = await idOf("a.pdf", pdf);
    const first = await sendBytes(api, mine, id, pdf);
    const again = await sendBytes(api, mine, id, pdf);
    expect([again.statusCode, again.json()]).toEqual([200, first.json()]);
    const others = await sendBytes(api, mine, id, Buffer.from(pdf).fill("a"));
    expect([others.statusCode, why(others)[0]]).toEqual([409, "not-available-now"]);
    expect((await download(id, mine)).rawPayload.equals(pdf)).toBe(true);
  });

  test("different bytes sent at once: one of them is stored, and it is what the row says", async () => {
    const contents = Array.from({ length: 6 }, (_, each) => Buffer.from(`a;${each}\n`));
    const id = await idOf("a.csv", contents[0] as Buffer);
    const replies = await Promise.all(contents.map((content) => sendBytes(api, mine, id, content)));
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([200, ...Array(5).fill(409)]);
    const { rawPayload } = await download(id, mine);
    expect((await row(id)).sha256).toBe(createHash("sha256").update(rawPayload).digest("hex"));
    expect(contents.some((content) => content.equals(rawPayload))).toBe(true);
  });

  test("one person has ten uploads on the way, also of one file; what ends makes room, and others are not held up", async () => {
    const as = "alternate:PAN";
    const content = Buffer.concat([goodCsv(), Buffer.alloc(600_000, "a;1\n")]);
    const id = await idOf("a.csv", content, as);
    const before = stored().length;
    const open = await Promise.all(Array.from({ length: 10 }, () => upload(id, content.length, as)));
    for (const { socket } of open) socket.write(content.subarray(0, 1_000));
    await expect.poll(() => stored().length).toBe(before + 10);
    const eleventh = await sendBytes(api, as, id, content);
    expect([eleventh.statusCode, why(eleventh)[0], eleventh.headers["retry-after"]]).toEqual([
      ...[429, "too-many-attempts", "60"],
    ]);
    const theirs = await idOf("a.pdf", pdf);
    expect((await sendBytes(api, mine, theirs, pdf)).statusCode).toBe(200);
    for (const { socket } of open) socket.destroy();
    await expect.poll(() => stored().length).toBe(before + 1);
    expect((await sendBytes(api, as, id, content)).statusCode).toBe(200);
  });

  const withFiles = (files: Partial<Deps["files"]>) => ({ ...api.deps, files: { ...api.deps.files, ...files } });
  const arriving = (content: Buffer) => ({
    bytes: content.length,
    begin: async function* () {
      yield content;
    },
  });
  const saying = (verdict: "clean" | "infected" | null): Scanner => ({
    name: "ClamAV",
    scan: async (content) => {
      expect(Buffer.from(content).equals(pdf)).toBe(true);
      if (verdict === null) throw new ScannerAway("away");
      return verdict;
    },
  });

  test("a full disk is told, with a status of its own, and the file can be sent later", async () => {
    const id = await idOf("a.pdf", pdf);
    const full = async () => {
      throw new StoreFull("full");
    };
    const store = { ...api.deps.files.store, receive: full };
    const refusal = await receiveContent(withFiles({ store }), await api.person(mine), id, arriving(pdf)).catch(
      (error: unknown) => problemFor(error, "id").problem,
    );
    expect(refusal).toMatchObject({ status: 507, code: "disk-full" });
    expect((await sendBytes(api, mine, id, pdf)).statusCode).toBe(200);
  });

  test("in a bucket a file is the same file; while its server is away nothing is kept or lost, and it is said so", async () => {
    const server = await startS3Server();
    const bucket = await server.bucket("files");
    const deps = withFiles({
      store: bucketStore(bucket, api.deps.files.store, { answerMs: 20_000, pausesMs: [1], keepMs: 12_000 }),
    });
    const person = await api.person(mine);
    const [first, second] = [await idOf("a.pdf", pdf), await idOf("b.pdf", pdf)];
    expect(await receiveContent(deps, person, first, arriving(pdf))).toMatchObject({ state: "stored" });
    const before = stored();
    const sent = await sendFile(deps, person, first);
    expect(sent.about).toEqual({ name: "a.pdf", mediaType: "application/pdf", bytes: pdf.length });
    expect((await buffer(sent.content)).equals(pdf)).toBe(true);
    await server.close();
    for (const act of [
      () => receiveContent(deps, person, second, arriving(pdf)),
      () => sendFile(deps, person, first),
    ]) {
      const refusal = await act().catch((error: unknown) => problemFor(error, "id"));
      expect(refusal).toMatchObject({ problem: { status: 503, code: "store-away" }, headers: { "retry-after": "60" } });
    }
    expect([stored(), (await row(second)).state]).toEqual([before, "announced"]);
    const again = await startS3Server(server);
    expect(await receiveContent(deps, person, second, arriving(pdf))).toMatchObject({ state: "stored" });
    await again.close();
    removeS3Folder(server);
  });

  test("a scanner that is away takes no file, and says when to try again", async () => {
    const id = await idOf("a.pdf", pdf);
    const before = stored();
    const send = receiveContent(withFiles({ scanner: saying(null) }), await api.person(mine), id, arriving(pdf));
    const refusal = await send.catch((error: unknown) => problemFor(error, "id"));
    expect(refusal).toMatchObject({ problem: { status: 503, code: "scanner-away" }, headers: { "retry-after": "60" } });
    expect([stored(), (await row(id)).state]).toEqual([before, "announced"]);
  });

  test("what a scanner finds is refused for good; what it lets pass is recorded as seen by it", async () => {
    const [bad, good] = [await idOf("a.pdf", pdf), await idOf("a.pdf", pdf)];
    const person = await api.person(mine);
    const send = receiveContent(withFiles({ scanner: saying("infected") }), person, bad, arriving(pdf));
    await expect(send).rejects.toMatchObject({ code: "file-refused", details: { why: "infected" } });
    await receiveContent(withFiles({ scanner: saying("clean") }), person, good, arriving(pdf));
    expect([await row(bad), await row(good)]).toMatchObject([
      { state: "refused", refusal: "infected", checked_by: "built-in, ClamAV" },
      { state: "stored", checked_by: "built-in, ClamAV" },
    ]);
    expect(noScanner.name).toBe(null);
  });

  test("bytes that are gone, or not as many as the row says, are sent to nobody", async () => {
    const id = await addFile(api, mine, { name: "a.pdf", content: pdf });
    const { store_key: key } = await row(id);
    truncateSync(pathOf(key), 10);
    const cut = await download(id, mine);
    expect([cut.statusCode, why(cut)[0], cut.headers["content-disposition"]]).toEqual([500, "unexpected", undefined]);
    rmSync(pathOf(key));
    expect((await download(id, mine)).statusCode).toBe(500);
  });

  test("bytes that were changed are received whole by nobody: a small file is refused, of a large one the last bytes never come", async () => {
    const [small, large] = [pdf, Buffer.concat([goodCsv(), Buffer.alloc(300_000, "a;1\n")])];
    for (const [name, content] of [
      ["a.pdf", small],
      ["a.csv", large],
    ] as const) {
      const id = await addFile(api, mine, { name, content });
      expect((await download(id, mine)).rawPayload.equals(content)).toBe(true);
      const changed = Buffer.from(content);
      changed[changed.length - 9] = 1 + (changed.at(-9) ?? 0);
      writeFileSync(pathOf((await row(id)).store_key), changed);
      const got = await download(id, mine).catch(() => null);
      expect([name, got?.statusCode ?? null]).toEqual([name, content === small ? 500 : null]);
      expect(got?.rawPayload.length ?? 0).toBeLessThan(content.length);
    }
    expect(api.logLines.slice(-6).join("\n")).toContain("a file was not sent to its end");
  });
});

test("what never came is given up after a day, and bytes that no file has are removed; unknown ones are left", async () => {
  const kept = await addFile(api, mine, { name: "a.pdf", content: pdf });
  const late = await idOf("late.pdf", pdf);
  const { store_key: orphan } = await row(late);
  // As after a crash between keeping the bytes and the commit.
  const draft = await api.deps.files.store.receive(
    (async function* () {
      yield pdf;
    })(),
    pdf.length,
  );
  await draft.keep(orphan);
  const unknown = randomBytes(16).toString("hex");
  const other = await api.deps.files.store.receive(
    (async function* () {
      yield pdf;
    })(),
    pdf.length,
  );
  await other.keep(unknown);
  const [young, old] = ["young", "old"].map((name) => join(api.deps.config.filesDir, "incoming", name)) as [
    string,
    string,
  ];
  for (const path of [young, old]) writeFileSync(path, "a");
  utimesSync(old, 1, 1);

  await clearFiles(api.deps);
  expect((await row(late)).state).toBe("announced");
  expect(statSync(pathOf(orphan)).size).toBe(pdf.length);
  api.clock.advance(fileLimits.hoursToSend * 3_600_000 + 1);
  await clearFiles(api.deps);
  await clearFiles(api.deps);
  api.clock.set("2027-02-10T15:00:00Z");
  expect(await row(late)).toMatchObject({ state: "refused", refusal: "not_sent" });
  const reply = await sendBytes(api, mine, late, pdf);
  expect(why(reply)).toEqual(["file-refused", "not_sent"]);
  const there = stored();
  expect([orphan, unknown, "young", "old"].map((name) => there.includes(name))).toEqual([false, true, true, false]);
  expect((await download(kept, mine)).rawPayload.equals(pdf)).toBe(true);
  expect(api.logLines.join("\n")).toContain('"unknown":1');
  rmSync(young);
});

test("no name of a file is in the log", async () => {
  const mark = `canary-${randomUUID()}`;
  const id = await addFile(api, mine, { name: `${mark}.pdf`, content: pdf });
  await download(id, mine);
  await announce(`${mark}.exe`, 10);
  await wait(20);
  expect(api.logLines.join("\n")).not.toContain(mark);
});
