import { type BodyInputOf, confirmRequest, getPeopleCsv, importPeople, listPeople } from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { columnsOf, type PeopleColumn, peopleColumns } from "@avances/domain/access";
import { readCsv } from "@avances/domain/text";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addAccount } from "#testing/add-account.ts";
import { startTestApi, type TestApi, type TestPerson } from "#testing/start-test-api.ts";

let api: TestApi;
let ana: TestPerson;
let eva: TestPerson;
let focalPoint: TestPerson;

beforeEach(async () => {
  await api?.close();
  api = await startTestApi();
  ana = await addAccount(api, { role: "secretariat", email: "ana@ts.example" });
  eva = await addAccount(api, { role: "secretariat", email: "eva@ts.example" });
  focalPoint = await addAccount(api, { role: "focal_point", country: "CRI", email: "focal@cri.example" });
});
afterAll(() => api.close());

type Row = BodyInputOf<typeof importPeople>["rows"][number];
const row = (part: Partial<Row>): Row => ({
  ...{ line: 2, name: "Lucía Mora", institution: "", salutation: "", address: "lucia@cri.example", role: "Suplente" },
  ...{ country: "Costa Rica", language: "", phone: "", mailbox: "", from: "", until: "", indicators: "" },
  ...part,
});
const send = (rows: readonly Row[], fingerprint: string | null = null, as = ana) =>
  api.call(importPeople, { as, body: { rows: [...rows], fingerprint } });
const people = async () => (await api.call(listPeople, { as: ana })).body.people;
const told = async () =>
  (await api.db.asActor(ana, (tx) => listMails(tx, { limit: 200 }))).map(
    ({ mail }) => `${mail.toAddress}: ${mail.subject}`,
  );

describe("a file of people is judged before anything is written", () => {
  test("a new address invites, a known one edits or asks for a role, what is so already does nothing", async () => {
    const before = await people();
    const rows = [
      row({}),
      row({
        line: 3,
        name: "Ana Mora",
        address: "FOCAL@cri.example",
        role: "focal_point",
        phone: "+506 2222-3333",
        language: "en",
      }),
      row({ line: 4, name: "secretariat", address: "eva@ts.example", role: "Secretaría Técnica", country: "" }),
    ];
    const { rows: judged, isDone } = (await send(rows)).body;
    expect(isDone).toBe(false);
    expect(judged).toMatchObject([
      { line: 2, acts: ["invite"], takesTwo: true, faults: [] },
      { line: 3, acts: ["edit"], fields: ["displayName", "phone"], takesTwo: false, address: "focal@cri.example" },
      { line: 4, acts: [], faults: [] },
    ]);
    expect(await people()).toEqual(before);
    expect(await told()).toEqual([]);
  });

  test.each<[Partial<Row>, PeopleColumn, string]>([
    [{ address: "uno@cri.example, dos@cri.example" }, "address", "no_address"],
    [{ address: "uno@cri.example\r\ndos@cri.example" }, "address", "no_address"],
    [{ name: "Lucía\nBcc: x" }, "name", "not_one_line"],
    [{ name: "" }, "name", "missing"],
    [{ institution: "x".repeat(201) }, "institution", "too_long"],
    [{ role: "Ministra" }, "role", "unknown"],
    [{ role: "" }, "role", "missing"],
    [{ country: "" }, "country", "missing"],
    [{ country: "Atlántida" }, "country", "unknown"],
    [{ role: "observer" }, "country", "does_not_fit_role"],
    [{ role: "contributor" }, "indicators", "missing"],
    [{ indicators: "TIP-LEG-01" }, "indicators", "does_not_fit_role"],
    [{ role: "contributor", indicators: "TIP-XYZ-01" }, "indicators", "unknown"],
    [{ phone: "2222-3333" }, "phone", "no_number"],
    [{ from: "3/4/2027" }, "from", "two_readings"],
    [{ until: "31/2/2027" }, "until", "no_day"],
    [{ from: "2027-03-01", until: "2027-02-01" }, "until", "ends_before_it_begins"],
    [{ mailbox: "grande" }, "mailbox", "unknown"],
    [{ language: "francés" }, "language", "unknown"],
    [{ address: "focal@cri.example", role: "focal_point", country: "MEX" }, "country", "another_country"],
    [{ address: "focal@cri.example", role: "secretariat", country: "" }, "role", "of_secretariat"],
    [{ address: "focal@cri.example", role: "focal_point", mailbox: "Compartido" }, "mailbox", "signs_in"],
  ])("%j is marked at %s: %s, and not entered", async (part, column, fault) => {
    const { rows, fingerprint } = (await send([row(part)])).body;
    expect(rows[0]).toMatchObject({ acts: [], takesTwo: false });
    expect(rows[0]?.faults).toContainEqual({ column, fault });
    const before = await people();
    expect((await send([row(part)], fingerprint)).body.isDone).toBe(true);
    expect(await people()).toEqual(before);
  });

  test("an address that stands twice in the file is entered for nobody", async () => {
    const { rows } = (await send([row({}), row({ line: 3, address: "LUCIA@cri.example " })])).body;
    expect(rows.map(({ faults }) => faults[0]?.fault)).toEqual(["twice_in_file", "twice_in_file"]);
  });
});

describe("what was shown is entered, and nothing else", () => {
  test("each row takes a second person where the act by itself would, who is told once for the whole file", async () => {
    const rows = [
      row({}),
      row({ line: 3, name: "Delegada", address: "obs@iom.example", role: "rcgm_delegate", country: "" }),
      row({ line: 4, name: "focal_point CRI", address: "focal@cri.example", role: "Aprobador", language: "en" }),
      row({ line: 5, name: "x", address: "none" }),
    ];
    const { fingerprint } = (await send(rows)).body;
    expect((await send(rows, fingerprint)).body.isDone).toBe(true);
    const all = await people();
    const of = (address: string) => all.find((person) => person.address === address);
    expect(of("lucia@cri.example")).toMatchObject({ invitation: "awaiting_second_person", waiting: { act: "open" } });
    expect(of("obs@iom.example")).toMatchObject({ invitation: "sent_not_used", waiting: null });
    expect(of("focal@cri.example")).toMatchObject({ role: "focal_point", waiting: { act: "change_role" } });
    expect(await told()).toEqual([
      "eva@ts.example: Accounts from a file wait for your confirmation",
      "obs@iom.example: Acceso al portal de informes de la Conferencia Regional sobre Migración",
    ]);
    const waiting = of("lucia@cri.example");
    const params = { personId: waiting?.id ?? "", requestId: waiting?.waiting?.id ?? "" };
    expect((await api.call(confirmRequest, { as: ana, params })).status).toBe(403);
    expect((await api.call(confirmRequest, { as: eva, params })).status).toBe(200);
    // The same file again: what waits is not asked for twice.
    const again = (await send(rows)).body;
    expect(again.rows.map(({ acts, faults }) => [acts, faults[0]?.fault])).toEqual([
      [[], undefined],
      [[], undefined],
      [[], "act_waits"],
      [[], "no_address"],
    ]);
  });

  test("unless something changed meanwhile; of two who enter the same file one does", async () => {
    const { fingerprint } = (await send([row({})])).body;
    const both = await Promise.all([send([row({})], fingerprint, ana), send([row({})], fingerprint, eva)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await send([row({ name: "Otra" })], fingerprint)).problem?.details).toEqual({
      reason: "changed_meanwhile",
    });
    expect((await people()).filter(({ address }) => address === "lucia@cri.example")).toHaveLength(1);
    expect((await send([row({})], null, focalPoint)).status).toBe(403);
  });
});

test("what is exported is read back as it is: nothing to enter, no formula, for the spreadsheet of the language", async () => {
  await addAccount(api, { role: "observer", email: "=cmd@iom.example" });
  for (const language of ["es", "en"] as const) {
    const file = await api.call(getPeopleCsv, { as: ana, query: { language } });
    expect(file.headers["content-disposition"]).toContain(
      language === "es" ? "personas-2027-02-10.csv" : "people-2027-02-10.csv",
    );
    expect(file.text.startsWith("\uFEFF")).toBe(true);
    expect(file.text).toContain("'=cmd@iom.example");
    const [head, ...lines] = readCsv(file.text);
    const columns = columnsOf(head?.cells ?? []);
    expect(columns).toEqual([...peopleColumns]);
    const rows = lines.map(({ line, cells }) => {
      const named = Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ""]));
      return row({ ...named, line });
    });
    const judged = (await send(rows)).body.rows;
    expect(judged.map(({ acts, faults }) => [acts, faults])).toEqual(rows.map(() => [[], []]));
  }
  expect((await api.call(getPeopleCsv, { as: focalPoint })).status).toBe(403);
});
