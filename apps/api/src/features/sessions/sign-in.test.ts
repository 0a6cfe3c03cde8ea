import { askForSection } from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { countFailure } from "@avances/db/queries/throttle-queries";
import { endUser } from "@avances/db/queries/user-queries";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { normaliseAddress } from "#accounts/normalise-address.ts";
import { addAccount, goodPassword } from "#testing/add-account.ts";
import { openBrowser } from "#testing/browser.ts";
import { aRound } from "#testing/reporting-round.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { forgetAccountAttempts, signInKeys } from "./throttle.ts";

const mailsTo = async (address: string) => {
  const all = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 200 }));
  return all.map(({ mail }) => mail).filter((mail) => mail.toAddress === address);
};

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await addAccount(api, { role: "focal_point", country: "CRI", email: "ana@mp.example.org" });
});
afterAll(() => api.close());

describe("signing in", () => {
  test("sets two host cookies that no script can read, and says who is there", async () => {
    const browser = openBrowser(api);
    const reply = await browser.signIn("ana@mp.example.org", goodPassword);
    expect(reply.statusCode).toBe(200);
    expect(reply.json().person).toMatchObject({ role: "focal_point", country: "CRI" });
    expect(reply.json().mailMode).toBeNull();
    for (const name of ["__Host-at", "__Host-rt"]) {
      expect(reply.cookies.find((each) => each.name === name)).toMatchObject({
        httpOnly: true,
        secure: true,
        sameSite: "Strict",
        path: "/",
      });
    }
    expect(reply.body).not.toContain(browser.cookies.get("__Host-rt"));
    expect(reply.headers["cache-control"]).toBe("no-store");
    expect((await browser.send("GET", "/api/v1/session")).json().person.displayName).toBe("focal_point CRI");
  });

  test("whoever is also asked for a part of a report by link, in whichever country, signs in as before", async () => {
    const submissionId = (await aRound(api, 2027, ["GTM"])).GTM as string;
    const asked = await api.call(askForSection, {
      as: "focal_point:GTM",
      params: { submissionId },
      body: {
        ...{ name: "Ana", institution: "Fiscalía", address: "ana@mp.example.org", language: "es" },
        ...{ indicators: ["TIP-LEG-01"], dueOn: "2027-03-15", note: "" },
      },
    });
    expect(asked.status).toBe(201);
    // Each writes the account's row anew, so that it stands behind the other one.
    for (let time = 0; time < 3; time += 1) {
      const reply = await openBrowser(api).signIn("ana@mp.example.org", goodPassword);
      expect([reply.statusCode, reply.json().person?.country]).toEqual([200, "CRI"]);
    }
  });

  test("capitals, blanks and full-width letters are the same address", async () => {
    expect((await openBrowser(api).signIn(" ANA@MP.Example.ORG ", goodPassword)).statusCode).toBe(200);
    expect((await openBrowser(api).signIn("ａna@mp.example.org\u200b", goodPassword)).statusCode).toBe(200);
  });

  test("a wrong password, an unknown address and an unused invitation are one and the same refusal", async () => {
    await api.addPerson({ role: "alternate", country: "CRI", email: "unused@mp.example.org" });
    const ended = await addAccount(api, { role: "alternate", country: "CRI", email: "ended@mp.example.org" });
    await api.db.asActor(await api.person("secretariat"), (tx) => endUser(tx, ended.userId, api.clock.now()));
    const bodies = new Set<string>();
    for (const [email, password] of [
      ["ana@mp.example.org", "not the password at all"],
      ["nobody@mp.example.org", goodPassword],
      ["unused@mp.example.org", goodPassword],
      ["ended@mp.example.org", goodPassword],
    ] as const) {
      const reply = await openBrowser(api, "203.0.113.1").signIn(email, password);
      expect(reply.statusCode).toBe(401);
      expect(reply.cookies).toEqual([]);
      const { instance: _, ...problem } = reply.json();
      bodies.add(JSON.stringify(problem));
    }
    expect(bodies.size).toBe(1);
  });

  test("on a new browser the owner is written to, once for each; the first sign-in of all needs no mail", async () => {
    await addAccount(api, { role: "alternate", country: "CRI", email: "device@mp.example.org" });
    const own = openBrowser(api, "203.0.113.2");
    for (let count = 0; count < 3; count += 1) await own.signIn("device@mp.example.org", goodPassword);
    expect(await mailsTo("device@mp.example.org")).toEqual([]);
    const other = openBrowser(api, "203.0.113.2");
    for (let count = 0; count < 3; count += 1) await other.signIn("device@mp.example.org", goodPassword);
    expect((await mailsTo("device@mp.example.org")).map(({ subject }) => subject)).toEqual([
      "Your account in the reporting portal was opened on a browser that the portal does not know",
    ]);
  });

  // About secrecy, not speed: without the dummy hash, the reply for an unknown address would be tens of times faster. Retried on a busy machine.
  test("takes as long for an address that nobody has", { retry: 2 }, async () => {
    const times: Record<string, number[]> = { known: [], unknown: [] };
    for (let round = 0; round < 12; round += 1) {
      api.clock.advance(3_600_000);
      for (const [kind, email] of [
        ["known", "ana@mp.example.org"],
        ["unknown", `nobody${round}@mp.example.org`],
      ] as const) {
        const start = performance.now();
        await openBrowser(api, `192.0.2.${round}`).signIn(email, "not the password at all");
        times[kind]?.push(performance.now() - start);
      }
    }
    const median = (kind: string) => times[kind]?.sort((a, b) => a - b)[6] ?? Number.NaN;
    expect(median("known") / median("unknown")).toBeGreaterThan(0.5);
    expect(median("known") / median("unknown")).toBeLessThan(2);
    api.clock.advance(86_400_000);
  });
});

describe("guessing", () => {
  const attempt = (email: string, options: { password?: string; ip?: string; headers?: Record<string, string> } = {}) =>
    openBrowser(api, options.ip ?? "203.0.113.77").send(
      "POST",
      "/api/v1/session",
      { email, password: options.password ?? "wrong wrong wrong" },
      options.headers,
    );

  test("after five failures even the right password waits, however the address is spelled and whatever the client claims to be", async () => {
    await addAccount(api, { role: "approver", country: "GTM", email: "target@mp.example.org" });
    const spellings = [
      "target@mp.example.org",
      "TARGET@mp.example.org",
      " target@mp.example.org",
      "tar\u200bget@mp.example.org",
      "target@MP.EXAMPLE.ORG",
    ];
    for (const [index, email] of spellings.entries()) {
      expect((await attempt(email, { headers: { "x-forwarded-for": `10.0.0.${index}` } })).statusCode).toBe(401);
    }
    const refused = await attempt("target@mp.example.org", { password: goodPassword });
    expect(refused.statusCode).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    api.clock.advance(3_000);
    expect((await attempt("target@mp.example.org", { password: goodPassword })).statusCode).toBe(200);
    expect((await attempt("target@mp.example.org")).statusCode).toBe(401);
  });

  test("a stranger cannot lock out a browser that signed in before", async () => {
    await addAccount(api, { role: "approver", country: "HND", email: "owner@mp.example.org" });
    const own = openBrowser(api, "203.0.113.90");
    await own.signIn("owner@mp.example.org", goodPassword);
    for (let count = 0; count < 6; count += 1) await attempt("owner@mp.example.org", { ip: "203.0.113.91" });
    expect((await attempt("owner@mp.example.org", { password: goodPassword, ip: "203.0.113.92" })).statusCode).toBe(
      429,
    );
    expect((await own.signIn("owner@mp.example.org", goodPassword)).statusCode).toBe(200);
  });

  test("thirty wrong sign-ins of any names close an address for strangers, never for an owner on a known browser", async () => {
    await addAccount(api, { role: "approver", country: "HND", email: "office@mp.example.org" });
    const own = openBrowser(api, "203.0.113.95");
    await own.signIn("office@mp.example.org", goodPassword);
    for (let count = 0; count < 7; count += 1) await attempt("office@mp.example.org", { ip: "203.0.113.95" });
    for (let count = 0; count < 30; count += 1) await attempt(`any${count}@mp.example.org`, { ip: "203.0.113.95" });
    const stranger = await attempt("another@mp.example.org", { ip: "203.0.113.95" });
    expect(stranger.statusCode).toBe(429);
    expect((await own.signIn("office@mp.example.org", goodPassword)).statusCode).toBe(200);
    // A known browser may sign in but not guess: after its own five failures it waits.
    for (let count = 0; count < 5; count += 1)
      expect((await own.signIn("office@mp.example.org", "wrong wrong wrong")).statusCode).toBe(401);
    expect((await own.signIn("office@mp.example.org", goodPassword)).statusCode).toBe(429);
    api.clock.advance(3_000);
    expect((await own.signIn("office@mp.example.org", goodPassword)).statusCode).toBe(200);
    api.clock.advance(301_000);
  });

  test("colleagues on one browser are each known there; nobody's mark is good for somebody else", async () => {
    const shared = openBrowser(api, "203.0.113.96");
    for (const name of ["one", "two"]) {
      await addAccount(api, { role: "approver", country: "HND", email: `${name}@shared.example.org` });
      await shared.signIn(`${name}@shared.example.org`, goodPassword);
    }
    for (let count = 0; count < 30; count += 1) await attempt(`spread${count}@x.example`, { ip: "203.0.113.96" });
    for (const name of ["one", "two"])
      expect((await shared.signIn(`${name}@shared.example.org`, goodPassword)).statusCode).toBe(200);
    expect((await shared.signIn("ana@mp.example.org", goodPassword)).statusCode).toBe(429);
    api.clock.advance(301_000);
  });

  test("after a new password the known browsers start anew as well", async () => {
    await addAccount(api, { role: "approver", country: "HND", email: "anew@mp.example.org" });
    const own = openBrowser(api, "203.0.113.97");
    await own.signIn("anew@mp.example.org", goodPassword);
    for (let count = 0; count < 6; count += 1) await own.signIn("anew@mp.example.org", "wrong wrong wrong");
    expect((await own.signIn("anew@mp.example.org", goodPassword)).statusCode).toBe(429);
    await api.db.asAuth((tx) => forgetAccountAttempts(tx, "anew@mp.example.org", api.clock.now()));
    expect((await own.signIn("anew@mp.example.org", goodPassword)).statusCode).toBe(200);
  });

  test.each([
    ["capitals", "SPELL@MP.EXAMPLE.ORG"],
    ["blanks", " spell@mp. example.org "],
    ["a no-break space", "spell\u00a0@mp.example.org"],
    ["a zero-width space", "sp\u200bell@mp.example.org"],
    ["a zero-width joiner", "sp\u200dell@mp.example.org"],
    ["a soft hyphen", "spe\u00adll@mp.example.org"],
    ["a direction mark", "\u202espell@mp.example.org"],
    ["full-width letters", "ｓｐｅｌｌ＠mp.example.org"],
    ["a ligature's letters", "spell@mp.exampℓe.org"],
    ["another dot", "spell@mp。example。org"],
  ])("%s give an address no counter of its own", (_what, spelling) => {
    const key = (email: string) => signInKeys(normaliseAddress(email), "198.51.100.9", null).account;
    expect(key(spelling)).toBe(key("spell@mp.example.org"));
  });

  test("of many attempts at the same moment only five are tried", async () => {
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => attempt("burst@mp.example.org", { ip: `203.0.113.${100 + index}` })),
    );
    const statuses = replies.map((reply) => reply.statusCode);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
  });

  test("one network address gets thirty failures in five minutes, counted as a whole /64", async () => {
    for (let count = 0; count < 30; count += 1) {
      expect((await attempt(`spray${count}@mp.example.org`, { ip: `2001:db8:1:2::${count + 1}` })).statusCode).toBe(
        401,
      );
    }
    expect((await attempt("another@mp.example.org", { ip: "2001:db8:1:2:ffff::1" })).statusCode).toBe(429);
    expect((await attempt("another@mp.example.org", { ip: "2001:db8:1:3::1" })).statusCode).toBe(401);
    api.clock.advance(301_000);
    expect((await attempt("another2@mp.example.org", { ip: "2001:db8:1:2::9" })).statusCode).toBe(401);
  });

  test("a hundred failures in a row close the account: waiting does not help", async () => {
    await addAccount(api, { role: "approver", country: "SLV", email: "hundred@mp.example.org" });
    const { account } = signInKeys("hundred@mp.example.org", "198.51.100.1", null);
    for (let count = 0; count < 99; count += 1)
      await api.db.asAuth((tx) => countFailure(tx, account, api.clock.now(), 86_400_000));
    expect((await attempt("hundred@mp.example.org", { ip: "198.51.100.1" })).statusCode).toBe(401);
    api.clock.advance(20 * 60_000);
    expect((await attempt("hundred@mp.example.org", { password: goodPassword, ip: "198.51.100.1" })).statusCode).toBe(
      429,
    );
    await api.db.asAuth((tx) => forgetAccountAttempts(tx, "hundred@mp.example.org", api.clock.now()));
    expect((await attempt("hundred@mp.example.org", { password: goodPassword, ip: "198.51.100.1" })).statusCode).toBe(
      200,
    );
  });
});
