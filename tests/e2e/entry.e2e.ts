import type { Browser, Page } from "playwright";

import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { expectAccessible } from "./support/accessible.ts";
import { apiUser, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion, questionOf } from "./support/pages.ts";
import { addPeople, password } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** What people do with a form: mistype, work in pairs, lose the connection, let the session end, leave and come back. */
describe("typing answers", () => {
  let portal: Portal;
  let browser: Browser;
  let submissionId: string;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "es" },
      { email: "focal@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "es" },
      { email: "alternate@example.org", name: "Esteban Quirós", role: "alternate", country: "CRI", language: "en" },
    ]);
    const secretariat = await signInByApi(portal, "ts@example.org");
    await secretariat.send("POST", "/rounds", {
      year: 2027,
      opensOn: "2027-02-01",
      dueOn: "2027-04-30",
      obligatedGroup: "CA-MEX",
    });
    submissionId = await reportOf(secretariat, 2027, "CRI");
    await secretariat.leave();
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function focalPoint(email = "focal@example.org"): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    return visitor;
  }

  const open = (page: Page, code: string) => openQuestion(page, portal, "en", { submissionId, code });

  /** What the server holds, not what the page shows. */
  async function savedValue(visitor: Visitor, code: string): Promise<unknown> {
    const { answers } = await apiUser(visitor.context.request, portal.url).get<{
      answers: readonly { indicatorCode: string; value: unknown }[];
    }>(`/submissions/${submissionId}`);
    return answers.find((answer) => answer.indicatorCode === code)?.value ?? null;
  }

  test("a form whose last file has come is shown at once: neither the router nor React waits for a clock", async () => {
    const { page } = await focalPoint();
    // No time passes in the page but what is given to it.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(1_000);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/assets\/work-[^/]+\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${portal.url}/en/reports/${submissionId}?indicator=TIP-PRO-01`, { waitUntil: "commit" });
    const onItsWay = page.locator("main [role=status]");
    await expect
      .poll(async () => {
        await page.clock.runFor(50);
        return onItsWay.count();
      })
      .toBe(1);
    release();
    await expect(page.locator("#TIP-PRO-01 [data-value] input").first()).toBeFocused();
  });

  test("a text that is no number is refused in words and stays where it was typed", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-PRV-02");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    for (const typed of ["abc", "1.2.3"]) {
      await total.fill(typed);
      await total.press("Tab");
      await expect(question.getByText("This is not a number")).toBeVisible();
      await expect(total).toHaveAttribute("aria-invalid", "true");
      await expect(total).toHaveValue(typed);
    }
    expect(await savedValue(visitor, "TIP-PRV-02")).toBeNull();
    // The unreadable text is still there after the page was left.
    await visitor.page.goto(`${portal.url}/en/home`);
    await open(visitor.page, "TIP-PRV-02");
    await expect(total).toHaveValue("1.2.3");
  });

  test("a thousand with its separator is read as one, and says so", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-PRO-02");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    await total.fill("1,234");
    await total.press("Tab");
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    expect(await savedValue(visitor, "TIP-PRO-02")).toMatchObject({ type: "count", total: 1234 });
    await total.fill("1 235");
    await expect(question.getByText("read as 1,235")).toBeVisible();
  });

  test("several cells pasted into one field are never one figure, and a figure with two readings is asked", async () => {
    const visitor = await focalPoint();
    const { page } = visitor;
    const question = await open(page, "TIP-PRV-02");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    await total.fill("");
    await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("5\r\n120\r\n300\r\n"));
    await total.focus();
    await page.keyboard.press("ControlOrMeta+V");
    const preview = page.getByRole("dialog", { name: "Paste 3 cells: 1 can be taken, 2 not" });
    await expect(preview).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(preview).toBeHidden();
    await expect(total).toBeFocused();
    await expect(total).toHaveValue("");
    expect(await savedValue(visitor, "TIP-PRV-02")).toBeNull();

    await total.fill("12.000");
    await total.press("Tab");
    await expect(question.getByText("This can be read in more than one way")).toBeVisible();
    await question.getByRole("button", { name: "12,000", exact: true }).click();
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    await expect(total).toBeFocused();
    expect(await savedValue(visitor, "TIP-PRV-02")).toMatchObject({ total: 12_000 });
  });

  test("a text that is too long stays whole in its field, is counted, and is not sent until it is shorter", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-DAT-03");
    const text = question.getByLabel("Your text");
    await text.fill("a".repeat(3_950));
    await text.press("Tab");
    await expect(question.getByText("3,950 of 4,000 characters")).toBeVisible();
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    await text.fill("b".repeat(4_120));
    await text.press("Tab");
    await expect(question.getByText("4,120 of 4,000 characters: 120 too many")).toBeVisible();
    await expect(question.getByText("Saved, except for the marked field")).toBeVisible();
    expect(await text.inputValue()).toHaveLength(4_120);
    expect(await savedValue(visitor, "TIP-DAT-03")).toEqual({ type: "text", text: "a".repeat(3_950) });

    // The text of another form is kept as well.
    await question.getByText("Notes", { exact: true }).click();
    const note = question.getByLabel("New note");
    await note.fill("c".repeat(4_001));
    await question.getByRole("button", { name: "Add note" }).click();
    await expect(question.getByText("4,001 of 4,000 characters: 1 too many")).toBeVisible();
    await expect(note).toBeFocused();
    await note.fill("Seen by the police.");
    await question.getByRole("button", { name: "Add note" }).click();
    await expect(question.getByRole("listitem").filter({ hasText: "Seen by the police." })).toBeVisible();
    await text.fill("");
    await text.press("Tab");
    await expect(question.getByText(/^Cleared \d/)).toBeVisible();
  });

  test("zero is an answer and is kept as zero", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-JUS-08");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    await total.fill("0");
    await total.press("Enter");
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    expect(await savedValue(visitor, "TIP-JUS-08")).toMatchObject({ type: "count", total: 0 });
    await visitor.page.reload();
    await expect(total).toHaveValue("0");
  });

  test("without a connection typing goes on, is kept, and is sent when the connection is back", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-JUS-02");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    // From the very top of the page, where browsers do not hold what is looked at themselves.
    await visitor.page.evaluate(() => scrollTo(0, 0));
    await total.fill("1");
    const place = async () => Math.round((await total.boundingBox())?.y ?? 0);
    const before = await place();
    await visitor.context.setOffline(true);
    await total.fill("17");
    await total.press("Tab");
    await expect(question.getByText("Kept on this device")).toBeVisible();
    // That there is no connection is said once, above the page; the form adds only how many answers wait.
    await expect(visitor.page.getByText(/^1 answer waits for a connection, since/)).toBeVisible();
    await expect(visitor.page.getByText("There is no connection to the portal")).toHaveCount(1);
    await expect(visitor.page.getByText("1 answer is kept on this device")).toHaveCount(0);
    // Two notes have come above it, and the field is where it was.
    await expect.poll(place).toBe(before);
    await visitor.context.setOffline(false);
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    await expect(visitor.page.getByText(/^1 answer waits for a connection, since/)).toBeHidden();
    expect(await savedValue(visitor, "TIP-JUS-02")).toMatchObject({ total: 17 });
  });

  test("what was typed offline survives that the page is closed", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-JUS-03");
    const total = question.getByRole("textbox", { name: "Total" }).first();
    await visitor.context.setOffline(true);
    await total.fill("11");
    await total.press("Tab");
    await expect(question.getByText("Kept on this device")).toBeVisible();
    await visitor.page.close();
    await visitor.context.setOffline(false);

    const page = await visitor.context.newPage();
    const again = await openQuestion(page, portal, "en", { submissionId, code: "TIP-JUS-03" });
    await expect(again.getByRole("textbox", { name: "Total" }).first()).toHaveValue("11");
    await expect(again.getByText(/^Saved \d/)).toBeVisible();
    expect(await savedValue(visitor, "TIP-JUS-03")).toMatchObject({ total: 11 });
  });

  test("a session that ran out is renewed in a layer over the form, and nothing is lost", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-COO-05");
    await visitor.context.clearCookies();
    await question.getByRole("radio", { name: "Yes", exact: true }).check();
    const layer = visitor.page.getByRole("dialog", { name: "Please sign in again" });
    await layer.waitFor();
    await expectAccessible(visitor.page, { colorScheme: "dark", width: 390 });
    await expectAccessible(visitor.page, { colorScheme: "light", width: 1440 });
    await expect(layer).toContainText(
      /Your answers are saved as soon as .+ signs in again, unless somebody has changed them/,
    );
    await layer.getByLabel("E-mail address").fill("somebody.else@example.org");
    await expect(layer).toContainText(
      /With another account its own home page opens\. What .+ typed stays in this browser/,
    );
    await expect(layer.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
    await layer.getByLabel("E-mail address").fill("focal@example.org");
    await layer.getByLabel("Password").fill(password);
    await layer.getByRole("button", { name: "Sign in and save" }).click();
    await expect(layer).toBeHidden();
    // The cursor is where it was, and not at the top of the page.
    await expect(question.getByRole("radio", { name: "Yes", exact: true })).toBeFocused();
    await expect(question.getByText(/^Saved \d/)).toBeVisible();
    expect(await savedValue(visitor, "TIP-COO-05")).toEqual({ type: "boolean", value: true });
  });

  test("leaving by a link, and coming back: what was typed last is there", async () => {
    const visitor = await focalPoint();
    const question = await open(visitor.page, "TIP-DAT-03");
    await question.getByLabel("Your text").fill("Two more institutions signed the referral protocol.");
    await visitor.page.getByRole("link", { name: "My report" }).first().click();
    await visitor.page.waitForURL("**/en/home");
    await open(visitor.page, "TIP-DAT-03");
    await expect(question.getByLabel("Your text")).toHaveValue("Two more institutions signed the referral protocol.");
    await expect
      .poll(() => savedValue(visitor, "TIP-DAT-03"))
      .toEqual({ type: "text", text: "Two more institutions signed the referral protocol." });
  });

  test("switching the language keeps the page and what stands in it", async () => {
    const visitor = await focalPoint();
    const { page } = visitor;
    const question = await open(page, "TIP-PRO-08");
    await question.getByRole("textbox", { name: "Total" }).first().fill("21");
    await page.getByRole("link", { name: "Español" }).click();
    await page.waitForURL(`**/es/reports/${submissionId}**`);
    const same = questionOf(page, portal, "es", "TIP-PRO-08");
    await expect(same.getByRole("textbox", { name: "Total" }).first()).toHaveValue("21");
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect.poll(() => savedValue(visitor, "TIP-PRO-08")).toMatchObject({ total: 21 });
  });
});
