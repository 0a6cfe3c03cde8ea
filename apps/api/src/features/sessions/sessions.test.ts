import { createHmac } from "node:crypto";
import { listPeople } from "@avances/contracts";
import { listMails } from "@avances/db/queries/mail-queries";
import { revokeSession } from "@avances/db/queries/session-queries";
import { endUser, updateUser } from "@avances/db/queries/user-queries";
import { testClient } from "@avances/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addAccount, goodPassword } from "#testing/add-account.ts";
import { openBrowser } from "#testing/browser.ts";
import { startTestApi, type TestApi } from "#testing/start-test-api.ts";
import { hashPassword } from "./password-hash.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

let count = 0;
async function signedIn(role: "secretariat" | "focal_point" | "rcgm_delegate" = "secretariat") {
  count += 1;
  const email = `person${count}@mp.example.org`;
  const person = await addAccount(api, { role, ...(role === "focal_point" && { country: "CRI" }), email });
  const browser = openBrowser(api, `10.1.${count}.1`);
  expect((await browser.signIn(email, goodPassword)).statusCode).toBe(200);
  return { person, browser, email };
}
const protectedPath = "/api/v1/people";
/** Statements of this database that wait for a row. */
const waiting =
  "select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()";

describe("a token is refused", () => {
  const key = () => Buffer.from(api.deps.config.secrets.jwtKey, "base64url");
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  let good: { header: Record<string, unknown>; claims: Record<string, unknown> };
  const token = (header: unknown, claims: unknown, secret: Buffer | string = key(), algorithm = "sha256") => {
    const content = `${encode(header)}.${encode(claims)}`;
    return `${content}.${createHmac(algorithm, secret).update(content).digest("base64url")}`;
  };
  const ask = (at: string) => api.app.inject({ url: protectedPath, headers: { cookie: `__Host-at=${at}` } });

  beforeEach(async () => {
    if (good) return;
    const { browser } = await signedIn();
    const [header = "", claims = ""] = browser.cookies.get("__Host-at")?.split(".") ?? [];
    const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString());
    good = { header: decode(header), claims: decode(claims) };
    expect((await ask(token(good.header, good.claims))).statusCode).toBe(200);
  });

  const now = () => Math.floor(api.clock.now().valueOf() / 1000);
  const cases: Record<string, () => string> = {
    "without a signature": () => `${encode({ ...good.header, alg: "none" })}.${encode(good.claims)}.`,
    "with alg none and a signature": () => token({ ...good.header, alg: "none" }, good.claims),
    "signed with HS384": () => token({ ...good.header, alg: "HS384" }, good.claims, key(), "sha384"),
    "signed with HS512": () => token({ ...good.header, alg: "HS512" }, good.claims, key(), "sha512"),
    "signed with another key": () => token(good.header, good.claims, Buffer.alloc(32, 7)),
    "signed with an empty key": () => token(good.header, good.claims, ""),
    "with an unknown kid": () => token({ ...good.header, kid: "../../etc/passwd" }, good.claims),
    "without a kid": () => token({ alg: "HS256", typ: "JWT" }, good.claims),
    "with a kid from the prototype": () => token({ ...good.header, kid: "__proto__" }, good.claims),
    "of another issuer": () => token(good.header, { ...good.claims, iss: "other" }),
    "for another audience": () => token(good.header, { ...good.claims, aud: "other" }),
    "for a list of audiences": () => token(good.header, { ...good.claims, aud: ["avances-api", "other"] }),
    "of another type": () => token(good.header, { ...good.claims, typ: "refresh" }),
    "that lives too long": () => token(good.header, { ...good.claims, exp: now() + 86_400 }),
    "that has expired": () => token(good.header, { ...good.claims, iat: now() - 700, exp: now() - 100 }),
    "from the future": () => token(good.header, { ...good.claims, iat: now() + 3_600, exp: now() + 4_000 }),
    "whose exp is text": () => token(good.header, { ...good.claims, exp: String(now() + 300) }),
    "whose payload is a list": () => token(good.header, [good.claims]),
    "whose payload is null": () => token(good.header, null),
    "whose payload is a number": () => token(good.header, 7),
    "of another person's session": () =>
      token(good.header, { ...good.claims, sub: "00000000-0000-4000-8000-000000000000" }),
    "of a session that never was": () =>
      token(good.header, { ...good.claims, sid: "00000000-0000-4000-8000-000000000000" }),
    "whose session is no id": () => token(good.header, { ...good.claims, sid: "x' or 1=1" }),
    "that is no token": () => "garbage",
    "that is empty": () => "",
    "with three empty parts": () => "..",
  };
  for (const claim of ["iss", "aud", "sub", "sid", "iat", "exp", "typ"]) {
    cases[`without ${claim}`] = () => token(good.header, { ...good.claims, [claim]: undefined });
  }
  test.each(Object.entries(cases))("%s", async (_name, make) => {
    const reply = await ask(make());
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ code: "not-signed-in", type: "/problems/not-signed-in" });
    expect(Object.keys(reply.json()).sort()).toEqual(["code", "instance", "status", "title", "type"]);
  });
});

describe("a session that is over is refused at the next request, although its token has not expired", () => {
  const cases: Record<string, (person: { userId: string; sessionId: string }) => Promise<unknown>> = {
    "account ended": ({ userId }) =>
      api.person("secretariat").then((ts) => api.db.asActor(ts, (tx) => endUser(tx, userId, api.clock.now()))),
    "role changed": ({ userId }) =>
      api.person("secretariat").then((ts) => api.db.asActor(ts, (tx) => updateUser(tx, userId, { role: "observer" }))),
    "session revoked": ({ sessionId }) => api.db.asAuth((tx) => revokeSession(tx, sessionId, "test", api.clock.now())),
  };
  test.each(Object.entries(cases))("%s", async (name, act) => {
    // Somebody whose account one person of the secretariat may end alone.
    const { person, browser } = await signedIn("rcgm_delegate");
    // There is no round, and everybody who may look is told so.
    const board = "/api/v1/rounds/2027/status";
    expect((await browser.send("GET", board)).statusCode).toBe(404);
    const claims = JSON.parse(
      Buffer.from(browser.cookies.get("__Host-at")?.split(".")[1] ?? "", "base64url").toString(),
    );
    await act({ userId: person.userId, sessionId: claims.sid });
    expect((await browser.send("GET", board)).statusCode).toBe(name === "role changed" ? 403 : 401);
  });

  test("signed out, also with the cookies kept", async () => {
    const { browser } = await signedIn();
    const kept = new Map(browser.cookies);
    expect((await browser.send("DELETE", "/api/v1/session")).statusCode).toBe(204);
    expect(browser.cookies.has("__Host-at")).toBe(false);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.send("GET", protectedPath)).statusCode).toBe(401);
    expect((await browser.send("POST", "/api/v1/session/refresh")).statusCode).toBe(401);
  });

  test("password changed: the other browser is out, this one stays, the owner is told", async () => {
    const { browser, email, person } = await signedIn();
    const other = openBrowser(api);
    await other.signIn(email, goodPassword);
    const refused = await browser.send("PUT", "/api/v1/session/password", {
      current: "not the present one",
      next: "tres gatos duermen sobre el tejado",
    });
    expect(refused.json().code).toBe("sign-in-refused");
    const weak = await browser.send("PUT", "/api/v1/session/password", {
      current: goodPassword,
      next: "password1234567890",
    });
    expect(weak.json()).toMatchObject({ code: "password-refused", details: { reason: "common" } });
    const changed = await browser.send("PUT", "/api/v1/session/password", {
      current: goodPassword,
      next: "tres gatos duermen sobre el tejado",
    });
    expect(changed.statusCode).toBe(204);
    expect((await browser.send("GET", protectedPath)).statusCode).toBe(200);
    expect((await other.send("GET", protectedPath)).statusCode).toBe(401);
    expect((await openBrowser(api).signIn(email, goodPassword)).statusCode).toBe(401);
    const mails = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 50 }));
    expect(mails.filter(({ mail }) => mail.userId === person.userId).map(({ mail }) => mail.subject)).toEqual([
      "Your password for the reporting portal was changed",
      "Your account in the reporting portal was opened on a browser that the portal does not know",
    ]);
  });

  test("a password that is replaced while it is compared opens nothing, and changes nothing", async () => {
    const { browser, email, person } = await signedIn();
    const owner = testClient({ connectionString: api.ownerUrl });
    await owner.connect();
    const next = "tres gatos duermen sobre el tejado";
    const [before, replaced] = [await hashPassword(api.deps, goodPassword), await hashPassword(api.deps, next)];
    const becomes = (hash: string) =>
      owner.query("update auth.credential set password_hash = $2 where user_id = $1", [person.userId, hash]);
    for (const act of [
      () => openBrowser(api, "10.2.0.1").signIn(email, goodPassword),
      () => browser.send("PUT", "/api/v1/session/password", { current: goodPassword, next }),
      () => browser.send("POST", "/api/v1/session/person/address", { address: "x@y.example", password: goodPassword }),
    ]) {
      await becomes(before);
      // The owner's new password is about to be stored while the old one is compared.
      await owner.query("begin");
      await becomes(replaced);
      const attempt = act();
      await expect.poll(async () => (await owner.query(waiting)).rowCount, { timeout: 10_000 }).toBeGreaterThan(0);
      await owner.query("commit");
      const reply = await attempt;
      expect([reply.statusCode, reply.json().code]).toEqual([401, "sign-in-refused"]);
    }
    await owner.end();
    expect((await openBrowser(api, "10.2.0.2").signIn(email, next)).statusCode).toBe(200);
  });

  test("idle: half an hour for the secretariat, an hour for others; twelve hours for everybody", async () => {
    const ts = await signedIn();
    const focal = await signedIn("focal_point");
    const isIn = async (browser: typeof ts.browser) =>
      (await browser.send("POST", "/api/v1/session/refresh")).statusCode === 200;
    api.clock.advance(31 * 60_000);
    expect(await isIn(ts.browser)).toBe(false);
    expect(await isIn(focal.browser)).toBe(true);
    for (let half = 0; half < 22; half += 1) {
      api.clock.advance(30 * 60_000);
      expect(await isIn(focal.browser)).toBe(true);
    }
    api.clock.advance(30 * 60_000);
    expect(await isIn(focal.browser)).toBe(false);
  });
});

test("a board that renews itself on a screen that was left keeps no session alive, nor does its refresh", async () => {
  const [left, used] = [await signedIn(), await signedIn()];
  const renew = async ({ browser }: typeof left, headers: Record<string, string>) => {
    const reply = await browser.send("GET", protectedPath, undefined, headers);
    if (reply.statusCode === 401) await browser.send("POST", "/api/v1/session/refresh", undefined, headers);
    return (await browser.send("GET", protectedPath, undefined, headers)).statusCode;
  };
  for (let minute = 0; minute < 29; minute += 1) {
    api.clock.advance(60_000);
    expect([await renew(left, { "x-by-itself": "1" }), await renew(used, {})]).toEqual([200, 200]);
  }
  api.clock.advance(2 * 60_000);
  expect([await renew(left, { "x-by-itself": "1" }), await renew(used, {})]).toEqual([401, 200]);
});

describe("refreshing", () => {
  const refresh = (token: string) =>
    api.app.inject({
      method: "POST",
      url: "/api/v1/session/refresh",
      headers: { cookie: `__Host-rt=${token}`, origin: api.deps.config.publicUrl, "x-requested-with": "rcm" },
    });

  test("of six at once, one gets a new token and five are told to wait", async () => {
    const { browser } = await signedIn();
    const token = browser.cookies.get("__Host-rt") ?? "";
    const replies = await Promise.all(Array.from({ length: 6 }, () => refresh(token)));
    expect(replies.map((reply) => reply.statusCode).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const next =
      replies.find((reply) => reply.statusCode === 200)?.cookies.find((each) => each.name === "__Host-rt")?.value ?? "";
    expect((await refresh(next)).statusCode).toBe(200);
  });

  test("a token that comes back after eleven seconds ends the session of both, and its owner is told", async () => {
    const { browser, person } = await signedIn();
    const old = browser.cookies.get("__Host-rt") ?? "";
    expect((await browser.send("POST", "/api/v1/session/refresh")).statusCode).toBe(200);
    api.clock.advance(11_000);
    const replay = await refresh(old);
    expect(replay.statusCode).toBe(401);
    expect((await browser.send("POST", "/api/v1/session/refresh")).statusCode).toBe(401);
    expect((await browser.send("GET", protectedPath)).statusCode).toBe(401);
    const mails = await api.db.asActor(await api.person("secretariat"), (tx) => listMails(tx, { limit: 50 }));
    expect(
      mails.some(({ mail }) => mail.userId === person.userId && mail.subject.startsWith("We ended a session")),
    ).toBe(true);
  });

  test("after the access token ran out the page still knows who is there, and reading changes nothing", async () => {
    const { browser, person } = await signedIn();
    api.clock.advance(11 * 60_000);
    expect((await browser.send("GET", "/api/v1/session")).json().person.id).toBe(person.userId);
    expect((await browser.send("GET", protectedPath)).statusCode).toBe(401);
    expect((await browser.send("POST", "/api/v1/session/refresh")).statusCode).toBe(200);
    expect((await browser.send("GET", protectedPath)).statusCode).toBe(200);
  });

  test("without a cookie, or with one that was never issued, there is nothing to refresh", async () => {
    expect((await refresh("")).statusCode).toBe(401);
    expect((await refresh("A".repeat(43))).statusCode).toBe(401);
  });
});

test("with nobody signed in a page is told so, and an operation that needs a session is refused", async () => {
  expect((await api.app.inject({ url: "/api/v1/session" })).json()).toMatchObject({
    person: null,
    demonstration: false,
    mailMode: null,
  });
  expect((await api.call(listPeople)).status).toBe(401);
  expect((await api.call(listPeople, { as: "focal_point:CRI" })).status).toBe(403);
});
