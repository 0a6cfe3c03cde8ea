import { completeAnswers } from "@avances/testing";
import type { Browser, Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { answer, apiUser } from "./support/api-user.ts";
import { arrive, launchBrowser, leaveAll, type Visitor } from "./support/browser.ts";
import { expect } from "./support/expect.ts";
import { tabTo } from "./support/keyboard.ts";
import { questionOf } from "./support/pages.ts";
import { addPeople, password } from "./support/people.ts";
import { type Portal, startPortal } from "./support/portal.ts";

/** The main path without a mouse: Tab, Enter, Space, arrows and letters; the focus is visible at every step. */
describe("by keyboard alone", () => {
  let portal: Portal;
  let browser: Browser;
  const visitors: Visitor[] = [];

  beforeAll(async () => {
    [portal, browser] = await Promise.all([startPortal({ now: "2027-02-10T15:00:00Z" }), launchBrowser()]);
    await addPeople(portal, [
      { email: "ts@example.org", name: "Daniel Grant", role: "secretariat", language: "en" },
      { email: "focal@example.org", name: "Ana Solano", role: "focal_point", country: "CRI", language: "en" },
    ]);
  });

  afterEach(({ task }) => leaveAll(visitors, task));

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  async function arriveAnonymously(): Promise<Visitor> {
    const visitor = await arrive(browser);
    visitors.push(visitor);
    await visitor.page.goto(`${portal.url}/en`);
    return visitor;
  }

  async function signInByKeyboard(email: string): Promise<Visitor> {
    const visitor = await arriveAnonymously();
    const { page } = visitor;
    await tabTo(page, page.getByRole("link", { name: "Skip to the content" }));
    await tabTo(page, page.getByRole("link", { name: "Sign in" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    await tabTo(page, page.getByLabel("E-mail address"));
    await page.keyboard.type(email);
    await tabTo(page, page.getByLabel("Password"));
    await page.keyboard.type(password);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/en/home");
    return visitor;
  }

  async function follow(page: Page, name: string | RegExp): Promise<void> {
    await tabTo(page, page.getByRole("link", { name }).first());
    await page.keyboard.press("Enter");
  }

  async function press(page: Page, name: string): Promise<void> {
    await tabTo(page, page.getByRole("button", { name, exact: true }));
    await page.keyboard.press("Enter");
  }

  /** A dialog takes the focus and keeps it; its button is reached inside it. */
  async function confirm(page: Page, title: string | RegExp, key: string): Promise<void> {
    const dialog = page.getByRole("dialog", { name: title });
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(":focus")).toHaveCount(1);
    await tabTo(page, dialog.getByRole("button", { name: key, exact: true }));
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  }

  async function declareAndSubmit(page: Page, version: number): Promise<void> {
    await follow(page, "Check and submit");
    await expect(page.getByText("Nothing stands in the way.", { exact: false })).toBeVisible();
    await tabTo(page, page.getByRole("checkbox", { name: /^I declare, for Costa Rica/ }));
    await page.keyboard.press("Space");
    await press(page, "Submit the report");
    await expect(page.getByText(`The report was received as version ${version}.`)).toBeVisible();
  }

  test("sign in, open the round, remind, answer, submit, return, submit again, accept, publish, read", async () => {
    const secretariat = await signInByKeyboard("ts@example.org");
    // By the interface: here too few people are known to open one from its preparation.
    await apiUser(secretariat.page.request, portal.url).send("POST", "/rounds", {
      ...{ year: 2027, opensOn: "2027-02-10", dueOn: "2027-04-30", obligatedGroup: "CA-MEX" },
    });
    await secretariat.page.reload();
    await follow(secretariat.page, "Round");
    await expect(secretariat.page.getByRole("heading", { name: "2027 round, data for 2026" })).toBeVisible();
    // Escape leaves a dialog and gives the focus back to what opened it.
    const costaRica = secretariat.page.getByRole("button", { name: /^Costa Rica/ });
    await tabTo(secretariat.page, costaRica);
    await secretariat.page.keyboard.press("Enter");
    await expect(secretariat.page.getByRole("dialog", { name: "Costa Rica" })).toBeVisible();
    await secretariat.page.keyboard.press("Escape");
    await expect(secretariat.page.getByRole("dialog", { name: "Costa Rica" })).toBeHidden();
    await expect(costaRica).toBeFocused();

    await follow(secretariat.page, "Reminders");
    await follow(secretariat.page, /^Remind$/);
    await press(secretariat.page, "Show the messages");
    await expect(secretariat.page.getByRole("region", { name: "Costa Rica" })).toContainText("focal@example.org");
    await press(secretariat.page, "Send 1 message");
    await confirm(secretariat.page, "Send 1 message?", "Send 1 message");
    await expect(secretariat.page.getByText("1 message is on its way")).toBeVisible();

    const focalPoint = await signInByKeyboard("focal@example.org");
    const { page } = focalPoint;
    await follow(page, "Start");
    await page.waitForURL("**/en/reports/**");
    const submissionId = /reports\/([^/?]+)/.exec(page.url())?.[1] ?? "";
    const question = questionOf(page, portal, "en", "TIP-LEG-01");
    // The cursor is in the first answer that is missing.
    await expect(question.getByRole("radio", { name: "No specific offence of trafficking" })).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(question.getByRole("radio", { name: /^All purposes covered/ })).toBeChecked();
    // A rule asks for evidence: Enter leads there, and not on.
    await page.keyboard.press("Enter");
    await expect(question.getByRole("button", { name: "Add evidence" })).toBeFocused();
    await page.keyboard.press("Enter");
    // The focus moves to the new fields, which come before the button.
    await expect(question.getByLabel("Title")).toBeFocused();
    await page.keyboard.type("Law 9095, article 5");
    await page.keyboard.press("Tab");
    await expect(question.getByText(/^Saved \d/)).toBeVisible();

    const rest = completeAnswers(portal.api.deps.catalogues.current, { seed: 506 }).filter(
      ({ indicatorCode }) => indicatorCode !== "TIP-LEG-01",
    );
    await answer(apiUser(focalPoint.context.request, portal.url), submissionId, rest);
    await page.reload();
    await declareAndSubmit(page, 1);

    const desk = secretariat.page;
    await follow(desk, "Reviews");
    await follow(desk, "Costa Rica, 2027 round, data for 2026");
    const asked = questionOf(desk, portal, "en", "TIP-LEG-01");
    await tabTo(desk, asked.getByRole("button", { name: "Question this answer" }));
    await desk.keyboard.press("Enter");
    await tabTo(desk, asked.getByLabel("Your question to the country"));
    await desk.keyboard.type("Since when?");
    await press(desk, "Return for clarification");
    await confirm(desk, /^Return .*Costa Rica/, "Return with 1 question");
    await expect(desk.getByText("The report is with the country for clarification.", { exact: true })).toBeVisible();

    await follow(page, "My report");
    await follow(page, "Answer the questions");
    const again = questionOf(page, portal, "en", "TIP-LEG-01");
    await tabTo(page, again.getByLabel("Your reply to the Secretariat"));
    await page.keyboard.type("Since May 2021.");
    await press(page, "Send the reply");
    await expect(again.getByText("Answered", { exact: true })).toBeVisible();
    await declareAndSubmit(page, 2);

    await follow(desk, "Reviews");
    await follow(desk, "Costa Rica, 2027 round, data for 2026");
    await press(desk, "Accept");
    await confirm(desk, /^Accept version 2 of Costa Rica/, "Accept");
    await expect(desk.getByText("The report is accepted.", { exact: false })).toBeVisible();
    await page.goto(`${portal.url}/en/home`);
    await follow(page, "See what will be public");
    await press(page, "Agree to publication now");
    await expect(page.getByText("agreed to its publication on", { exact: false })).toBeVisible();
    await desk.reload();
    await press(desk, "Publish");
    await confirm(desk, "Publish Costa Rica, 2027 round, data for 2026?", "Publish");
    await expect(desk.getByText("The report is public.")).toBeVisible();
    await follow(desk, "See the public page");
    await expect(desk.getByRole("heading", { name: "Costa Rica", level: 1 })).toBeVisible();

    const { page: reader } = await arriveAnonymously();
    await follow(reader, "Indicators");
    await tabTo(reader, reader.locator("summary").filter({ hasText: "Criminalise every form of trafficking" }));
    await reader.keyboard.press("Enter");
    await follow(reader, "Trafficking criminalised as defined in the Protocol");
    await press(reader, "Show the table");
    await expect(reader.getByRole("row", { name: /Costa Rica/ }).last()).toContainText("All purposes covered");
    expect([...secretariat.complaints(), ...focalPoint.complaints()]).toEqual([]);
  });
});
