import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { apiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion, questionOf, signIn } from "./support/pages.ts";
import { addPeople, password } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** One browser, several people; and what becomes of what they typed when they leave it. */
describe("two people at one computer", () => {
  let portal: Portal;
  let browser: Browser;
  let costaRica: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "ana@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "en" },
      { email: "esteban@example.org", name: "Esteban Quirós", role: "alternate", country: "CRI", language: "en" },
      { email: "otto@example.org", name: "Otto Xicará", role: "focal_point", country: "GTM", language: "en" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "en" },
      { email: "raul@example.org", name: "Raúl Zelaya", role: "alternate", country: "HND", language: "en" },
    ]);
    const secretariat = await signInByApi(portal, "ts@example.org");
    await secretariat.send("POST", "/rounds", {
      year: 2027,
      opensOn: "2027-02-01",
      dueOn: "2027-04-30",
      obligatedGroup: "CA-MEX",
    });
    costaRica = await reportOf(secretariat, 2027, "CRI");
    await secretariat.leave();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function ana(): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, "ana@example.org");
    return visitor;
  }

  const open = (page: Page, code: string) => openQuestion(page, portal, "en", { submissionId: costaRica, code });
  const totalOf = (page: Page, code: string) =>
    questionOf(page, portal, "en", code).getByRole("textbox", { name: "Total" }).first();

  /** What the server holds, read directly from the database. */
  async function savedBy(code: string): Promise<{ total: number | null; by: string } | null> {
    const [row] = await portal.rows<{ value: { total: number } | null; by: string }>(
      "select value, updated_by_name as by from app.answer where submission_id = $1 and indicator_code = $2",
      [costaRica, code],
    );
    return row === undefined ? null : { total: row.value?.total ?? null, by: row.by };
  }

  test("a colleague signs in in another tab: the first tab saves nothing as the colleague, and its person can go on", async () => {
    const { page, context } = await ana();
    await open(page, "TIP-JUS-01");
    const other = await context.newPage();
    await signIn(other, portal, "en", "esteban@example.org");

    // The first tab is told, whether or not anything is typed in it.
    const question = page.getByRole("dialog", { name: "Another person has signed in" });
    await expect(question).toContainText("Esteban Quirós has signed in in another tab");
    await expect(question).toContainText("nothing was saved under the name of Esteban Quirós");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await page.keyboard.press("Escape");

    await totalOf(page, "TIP-JUS-01").fill("51");
    await totalOf(page, "TIP-JUS-01").press("Tab");
    await question.waitFor();
    await expect(questionOf(page, portal, "en", "TIP-JUS-01").getByText(/^Not saved: another person/)).toBeVisible();
    expect(await savedBy("TIP-JUS-01")).toBeNull();
    await expect(page.getByText("Ana Solano").first()).toBeVisible();

    await question.getByRole("button", { name: "Sign in again as Ana Solano" }).click();
    // The address is filled in; the focus is on the password.
    await expect(question.getByLabel("E-mail address")).toHaveValue("ana@example.org");
    await expect(question.getByLabel("Password")).toBeFocused();
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await expect(question).toBeHidden();
    await expect(questionOf(page, portal, "en", "TIP-JUS-01").getByText(/^Saved \d/)).toBeVisible();
    expect(await savedBy("TIP-JUS-01")).toEqual({ total: 51, by: "Ana Solano" });

    // Now the colleague's tab shows somebody other than the session's person.
    await expect(other.getByRole("dialog", { name: "Another person has signed in" })).toContainText("Ana Solano");
  });

  test("somebody of another country goes on in the first tab: sees nothing of the first, whose text waits for her", async () => {
    const { page, context } = await ana();
    await open(page, "TIP-JUS-02");
    const other = await context.newPage();
    await signIn(other, portal, "en", "otto@example.org");
    const question = page.getByRole("dialog", { name: "Another person has signed in" });
    await question.waitFor();
    await page.keyboard.press("Escape");
    await totalOf(page, "TIP-JUS-02").fill("23");
    await totalOf(page, "TIP-JUS-02").press("Tab");
    await question.getByRole("button", { name: "Go on as Otto Xicará" }).click();
    await page.waitForURL("**/en/home");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Guatemala");
    // For him her report looks as if it did not exist; what she typed is neither shown nor sent.
    await page.goto(`${portal.url}/en/reports/${costaRica}?indicator=TIP-JUS-02`);
    await expect(page.getByRole("heading", { name: "There is no page at this address" })).toBeVisible();
    expect(await savedBy("TIP-JUS-02")).toBeNull();

    await signIn(page, portal, "en", "ana@example.org");
    await open(page, "TIP-JUS-02");
    await expect(totalOf(page, "TIP-JUS-02")).toHaveValue("23");
    await expect.poll(() => savedBy("TIP-JUS-02")).toEqual({ total: 23, by: "Ana Solano" });
  });

  test("a session that ended while typing: the page keeps its person and their text, also when it is looked at again", async () => {
    const visitor = await ana();
    const { page, context } = visitor;
    await open(page, "TIP-JUS-03");
    await context.clearCookies();
    await totalOf(page, "TIP-JUS-03").fill("12");
    // The window is looked at again: the page asks the server who is signed in.
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText("Your session has ended").first()).toBeVisible();
    await expect(totalOf(page, "TIP-JUS-03")).toHaveValue("12");
    await expect(page.getByText("Ana Solano").first()).toBeVisible();
    await bringSession(visitor, portal, "ana@example.org");
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await expect(page.getByText("Your session has ended")).toHaveCount(0);
    await expect.poll(() => savedBy("TIP-JUS-03")).toEqual({ total: 12, by: "Ana Solano" });
  });

  test("the first answer opens the way to submitting; without a connection submitting says so at once, and sends nothing later", async () => {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    const { page, context } = visitor;
    await bringSession(visitor, portal, "otto@example.org");
    const user = apiUser(context.request, portal.url);
    const guatemala = await reportOf(user, 2027, "GTM");
    const question = await openQuestion(page, portal, "en", { submissionId: guatemala, code: "TIP-DAT-03" });
    const toReview = page.getByRole("link", { name: "Check and submit" }).first();
    await expect(toReview).toHaveCount(0);
    await question.getByLabel("Your text").fill("Two more institutions signed the referral protocol.");
    await question.getByLabel("Your text").press("Tab");
    await toReview.click();

    const submit = page.getByRole("button", { name: "Submit the report" });
    await page.getByRole("checkbox").check();
    await context.setOffline(true);
    await submit.click();
    await expect(page.getByRole("alert")).toContainText("Not sent: there is no connection");
    // Online again and looked at, the page asks who is signed in; anything waiting for a connection would have been sent before. The report
    // is still a draft, and one press sends it, once.
    const asked = page.waitForResponse((response) => response.url().endsWith("/session"));
    await context.setOffline(false);
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    const stateNow = async () =>
      (await user.get<{ submission: { status: string; version: number } }>(`/submissions/${guatemala}`)).submission;
    await asked;
    expect(await stateNow()).toMatchObject({ status: "draft", version: 0 });
    await submit.click();
    await page.waitForURL("**/receipt");
    expect(await stateNow()).toMatchObject({ status: "submitted", version: 1 });
  });

  test("a colleague changes an answer while the report is checked: what is sent is what its submitter has seen", async () => {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    const { page } = visitor;
    const raul = await signInByApi(portal, "raul@example.org");
    const honduras = await reportOf(raul, 2027, "HND");
    const path = `/submissions/${honduras}`;
    const plain = { state: "not_available", value: null, reason: "", comment: "", evidence: [] } as const;
    const saves = (code: string, revision: number, reason: string) =>
      raul.send("PUT", `${path}/answers/${code}`, { ...plain, reason }, { "if-match": `"v${revision}"` });
    const stateNow = async () => (await raul.get<{ submission: { status: string; version: number } }>(path)).submission;
    await saves("TIP-PRO-01", 0, "The register was lost in the flood of the capital");

    await bringSession(visitor, portal, "ines@example.org");
    await page.goto(`${portal.url}/en/reports/${honduras}/review`);
    const declaration = page.getByRole("checkbox");
    await declaration.check();
    await saves("TIP-PRO-01", 1, "The ministry has not published its register yet");
    await saves("SOM-PRO-01", 0, "No institution counts these persons so far");
    const submit = page.getByRole("button", { name: "Submit the report" });
    await submit.click();
    const notice = page.getByRole("alert").filter({ hasText: "2 answers were changed in the meantime" });
    await expect(notice).toContainText("Nothing was sent");
    await expect(notice).toContainText("The ministry has not published its register yet");
    await expect(notice.getByRole("link", { name: /^TIP-PRO-01 / })).toBeVisible();
    await expect(notice.getByRole("link", { name: /^SOM-PRO-01 / })).toBeVisible();
    await expect(declaration).not.toBeChecked();
    expect(await stateNow()).toMatchObject({ status: "draft", version: 0 });
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });

    // Another change, which the page reads by itself: the declaration is about the present answers, so it must be ticked again.
    await declaration.check();
    await expect(notice).toHaveCount(0);
    await saves("SOM-PRO-01", 1, "The institute counts these persons from next year on");
    const again = page.getByRole("alert").filter({ hasText: "1 answer was changed in the meantime" });
    // A reading that began before the change may still be under way, and then no second one begins: the reader looks again.
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
      await expect(again).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
    await expect(again).toContainText("The institute counts these persons from next year on");
    await expect(declaration).not.toBeChecked();
    await declaration.check();
    await submit.click();
    await page.waitForURL("**/receipt");
    expect(await stateNow()).toMatchObject({ status: "submitted", version: 1 });
    await raul.leave();
  });

  /** What this browser keeps of anybody's work: names of entries. None of it is plain text. */
  const keptIn = (page: Page) =>
    page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open("avances");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const names = await new Promise<IDBValidKey[]>((resolve, reject) => {
        const request = database.transaction("kept").objectStore("kept").getAllKeys();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      database.close();
      const plain = Object.keys(localStorage).filter((key) => /^avances\.(kept|aside)\./.test(key));
      return [...plain, ...names.map(String)];
    });

  async function signOut(page: Page, name: string): Promise<void> {
    await page.getByLabel(`Account of ${name}`).click();
    await page.getByRole("button", { name: "Sign out", exact: true }).click();
  }

  test("a note that was begun is there after another section, a new load and signing out, for its person only", async () => {
    const { page } = await ana();
    const question = await open(page, "TIP-JUS-04");
    const note = question.getByLabel("New note");
    await question.getByText("Notes", { exact: true }).click();
    await note.fill("The prosecution counts cases, not persons.");
    await page
      .getByRole("navigation", { name: "Sections" })
      .getByRole("link", { name: /^Legislation/ })
      .first()
      .click();
    await questionOf(page, portal, "en", "TIP-LEG-01").waitFor();
    await page.goBack();
    await expect(note).toHaveValue("The prosecution counts cases, not persons.");
    await page.reload();
    await expect(note).toHaveValue("The prosecution counts cases, not persons.");
    await expect(question.getByText("What you wrote before is still here.")).toBeVisible();

    // A figure that cannot be read is not saved either.
    await totalOf(page, "TIP-JUS-04").fill("1.2.3");
    await signOut(page, "Ana Solano");
    const leaving = page.getByRole("dialog", { name: "Not everything is saved" });
    await expect(leaving).toContainText("1 answer: TIP-JUS-04");
    await expect(leaving).toContainText("1 note: TIP-JUS-04");
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await leaving.getByRole("button", { name: "Stay and save first" }).click();
    await expect(leaving).toBeHidden();
    await signOut(page, "Ana Solano");
    await leaving.getByRole("button", { name: "Sign out and keep it in this browser" }).click();
    await page.waitForURL("**/en");

    await signIn(page, portal, "en", "esteban@example.org");
    await open(page, "TIP-JUS-04");
    await expect(totalOf(page, "TIP-JUS-04")).toHaveValue("");
    await question.getByText("Notes", { exact: true }).click();
    await expect(note).toHaveValue("");
    // He has nothing unsaved: he leaves without a question, and removes nothing of hers.
    await signOut(page, "Esteban Quirós");
    await page.waitForURL("**/en");
    expect(await keptIn(page)).toHaveLength(2);

    await signIn(page, portal, "en", "ana@example.org");
    await expect(page.getByText("In this browser is work that is not saved yet")).toBeVisible();
    await page.getByRole("link", { name: "TIP-JUS-04" }).first().click();
    await expect(totalOf(page, "TIP-JUS-04")).toHaveValue("1.2.3");
    await expect(note).toHaveValue("The prosecution counts cases, not persons.");
    await question.getByRole("button", { name: "Add note" }).click();
    await expect(question.getByRole("listitem").filter({ hasText: "counts cases, not persons" })).toBeVisible();
    await signOut(page, "Ana Solano");
    await expect(leaving).toContainText("1 answer: TIP-JUS-04");
    await expect(leaving).not.toContainText("note");
    await leaving.getByRole("button", { name: "Sign out and discard it" }).click();
    await page.waitForURL("**/en");
    expect(await keptIn(page)).toEqual([]);
    expect(await savedBy("TIP-JUS-04")).toBeNull();
  });

  test("a slip on 'not available' is taken back, at once and after the page was loaded anew", async () => {
    const { page } = await ana();
    const question = await open(page, "TIP-JUS-08");
    const saved = question.getByText(/^Saved \d/);
    await totalOf(page, "TIP-JUS-08").fill("44");
    await totalOf(page, "TIP-JUS-08").press("Tab");
    await expect(saved).toBeVisible();
    await question.getByRole("radio", { name: "Not available", exact: true }).check();
    await expect.poll(() => savedBy("TIP-JUS-08")).toMatchObject({ total: null });
    await expect(question.getByText("What stood here before was put aside.")).toBeVisible();
    await page.reload();
    await question.getByRole("radio", { name: "We have a value", exact: true }).check();
    await expect(totalOf(page, "TIP-JUS-08")).toHaveValue("44");
    await expect.poll(() => savedBy("TIP-JUS-08")).toMatchObject({ total: 44 });
    await question.getByRole("radio", { name: "Not available", exact: true }).check();
    await expect.poll(() => savedBy("TIP-JUS-08")).toMatchObject({ total: null });
    await question.getByRole("button", { name: "Undo" }).click();
    await expect(totalOf(page, "TIP-JUS-08")).toHaveValue("44");
    await expect.poll(() => savedBy("TIP-JUS-08")).toMatchObject({ total: 44 });
  });

  test("whatever an older version left in the browser, the page opens, and says what it could not use", async () => {
    const { page } = await ana();
    await page.goto(`${portal.url}/en/home`);
    const [userId] = (
      await portal.rows<{ id: string }>("select id from app.app_user where email = $1", ["ana@example.org"])
    ).map(({ id }) => id);
    const old = '{"draft":{"fields":null},"revision":"three"}';
    await page.evaluate(
      ([place, text]) => {
        localStorage.setItem(`avances.kept.${place}.SOM-JUS-01`, text);
        localStorage.setItem("avances.theme", "dark");
        localStorage.setItem("avances.language", "{");
      },
      [`${userId}.${costaRica}`, old] as const,
    );
    const question = await open(page, "SOM-JUS-01");
    await expect(page.getByText("1 entry kept in this browser could not be used")).toBeVisible();
    await page.getByText("Show the texts").click();
    await expect(page.getByLabel("Kept text, SOM-JUS-01")).toHaveValue(old);
    await expectAccessible(page, { colorScheme: "dark", width: 390 });
    await expectAccessible(page, { colorScheme: "light", width: 1440 });
    await totalOf(page, "SOM-JUS-01").fill("6");
    await totalOf(page, "SOM-JUS-01").press("Tab");
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await expect(page.getByText("1 entry kept in this browser could not be used")).toHaveCount(0);
    expect(await keptIn(page)).toEqual([]);
  });
});
