import type { Browser } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { type ApiUser, answer, reportOf, signInByApi } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { bringSession, openQuestion } from "./support/pages.ts";
import { addPeople } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

interface Report {
  readonly submission: { readonly status: string; readonly version: number; readonly revision: number };
  readonly answers: readonly { readonly indicatorCode: string; readonly revision: number }[];
}

const why = (indicatorCode: string, reason: string) =>
  ({ indicatorCode, state: "not_available", value: null, reason, comment: "", evidence: [] }) as const;

/** A report between the Secretariat and the country: only what was read is decided on, and every question is found. */
describe("a report under review", () => {
  let portal: Portal;
  let browser: Browser;
  let honduras: string;
  let secretariat: ApiUser;
  let ines: ApiUser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Paula Rivas", role: "secretariat", language: "en" },
      { email: "ines@example.org", name: "Inés Mejía", role: "focal_point", country: "HND", language: "en" },
    ]);
    secretariat = await signInByApi(portal, "ts@example.org");
    ines = await signInByApi(portal, "ines@example.org");
    await open(2027, "2027-02-01", "2027-04-30");
    honduras = await reportOf(secretariat, 2027, "HND");
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await Promise.all([secretariat?.leave(), ines?.leave()]);
    await browser?.close();
    await portal?.close();
  });

  const open = (year: number, opensOn: string, dueOn: string) =>
    secretariat.send("POST", "/rounds", { year, opensOn, dueOn, obligatedGroup: "CA-MEX" });
  const state = async () => (await ines.get<Report>(`/submissions/${honduras}`)).submission;
  const seen = async () => ({ "if-match": `"v${(await state()).revision}"` });
  async function submits(): Promise<void> {
    const { answers } = await ines.get<Report>(`/submissions/${honduras}`);
    const revisions = Object.fromEntries(answers.map(({ indicatorCode, revision }) => [indicatorCode, revision]));
    const body = { declaration: true, answers: revisions };
    await ines.send("POST", `/submissions/${honduras}/submit`, body, await seen());
  }
  async function comes(email: string): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await bringSession(visitor, portal, email);
    return visitor;
  }

  test("a version that came while the desk was deciding is not accepted unread", async () => {
    await answer(ines, honduras, [why("TIP-PRO-01", "The register was lost in the flood of the capital")]);
    await submits();
    const { page } = await comes("ts@example.org");
    await page.goto(`${portal.url}/en/reviews/${honduras}`);
    await page.getByRole("button", { name: "Accept", exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Accept version 1 of Honduras?" });
    await dialog.waitFor();

    await ines.send("POST", `/submissions/${honduras}/withdraw`, undefined, await seen());
    await answer(ines, honduras, [why("SOM-PRO-01", "No institution counts these persons so far")]);
    await submits();
    // The page reads the new state behind the dialog; the decision stays about the state when the dialog was opened.
    await page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
    await dialog.getByRole("button", { name: /^Accept/ }).click();

    const refusal = dialog.getByRole("alert");
    await expect(refusal).toContainText("The report has changed since you looked at it");
    await expect(refusal).toContainText("Inés Mejía took it back to change it.");
    await expect(refusal).toContainText("Inés Mejía submitted version 2.");
    await expect(refusal).toContainText("read the answers that are marked as new, then decide");
    await expect(refusal.getByRole("button")).toHaveCount(0);
    expect(await state()).toMatchObject({ status: "submitted", version: 2 });
  });

  test("returned work of an earlier round stands on the home beside a newer one, and the question above the answer", async () => {
    const comments = [{ indicatorCode: "TIP-PRO-01", body: "Is there a copy of the register in the ministry?" }];
    await secretariat.send("POST", `/submissions/${honduras}/return`, { comments }, await seen());
    await portal.goTo("2027-11-03T15:00:00Z");
    await Promise.all([secretariat.leave(), ines.leave()]);
    secretariat = await signInByApi(portal, "ts@example.org");
    ines = await signInByApi(portal, "ines@example.org");
    await open(2028, "2027-11-02", "2028-04-30");

    const { page } = await comes("ines@example.org");
    await page.goto(`${portal.url}/en/home`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("2028 round");
    const waiting = page
      .getByRole("main")
      .locator("section, aside, div", { hasText: "2 reports wait for your country" })
      .last();
    await expect(waiting).toContainText("Returned");
    await waiting.getByRole("link", { name: /2027 round/ }).click();
    await page.waitForURL(`**/reports/${honduras}**`);

    const question = await openQuestion(page, portal, "en", { submissionId: honduras, code: "TIP-PRO-01" });
    const asked = question.getByText("Is there a copy of the register in the ministry?").first();
    const choice = question.getByRole("radio").first();
    await expect(asked).toBeVisible();
    const [above, below] = [await asked.boundingBox(), await choice.boundingBox()];
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
  });
});
