import { findIndicator, type IndicatorCode } from "@avances/domain/catalogue";
import type { Locator, Page } from "playwright";
import { apiUser } from "./api-user.ts";
import type { Visitor } from "./browser.ts";
import { expect } from "./expect.ts";
import { password } from "./people.ts";
import type { Portal } from "./portal.ts";

export type Language = "en" | "es";

const words = {
  en: { email: "E-mail address", password: "Password", signIn: "Sign in" },
  es: { email: "Correo electrónico", password: "Contraseña", signIn: "Iniciar sesión" },
} as const;

/** Signs in with the form and waits for the person's own pages. Their home may redirect at once, so its own address is not waited for. */
export async function signIn(
  page: Page,
  portal: Portal,
  language: Language,
  email: string,
  secret = password,
): Promise<void> {
  const t = words[language];
  await page.goto(`${portal.url}/${language}/sign-in`);
  await page.getByLabel(t.email).fill(email);
  await page.getByLabel(t.password).fill(secret);
  await page.getByRole("main").getByRole("button", { name: t.signIn }).click();
  await page.waitForURL(({ pathname }) => !pathname.endsWith("/sign-in"));
}

/** Gives the visitor a session without the form, where signing in is not what the test is about. */
export async function bringSession(
  { context }: Visitor,
  portal: Portal,
  email: string,
  secret = password,
): Promise<void> {
  await apiUser(context.request, portal.url).send("POST", "/session", { email, password: secret });
}

/** The article of one indicator on a report's page. */
export function questionOf(page: Page, portal: Portal, language: Language, code: IndicatorCode): Locator {
  const indicator = findIndicator(portal.api.deps.catalogues.current, code);
  if (indicator === undefined) throw new Error(`The catalogue has no ${code}`);
  return page.getByRole("article", { name: indicator.name[language], exact: true });
}

/** Opens a report at one indicator: its line is open, and its details too. */
export async function openQuestion(
  page: Page,
  portal: Portal,
  language: Language,
  at: { readonly submissionId: string; readonly code: IndicatorCode },
): Promise<Locator> {
  await page.goto(`${portal.url}/${language}/reports/${at.submissionId}?indicator=${at.code}`);
  const question = questionOf(page, portal, language, at.code);
  // The page opens the answer that its address names.
  await question.locator("details[data-details]").waitFor();
  return openLine(question);
}

/** Opens an answer of the list, and its details, unless they are open. */
export async function openLine(question: Locator): Promise<Locator> {
  const line = question.locator("h3 button");
  await line.waitFor();
  if ((await line.getAttribute("aria-expanded")) !== "true") await line.click();
  const details = question.locator("details[data-details]");
  await details.waitFor();
  // A note that was begun earlier opens it by itself, perhaps in this very moment: the press would close it.
  await expect(async () => {
    if ((await details.getAttribute("open")) === null) await details.locator("> summary").click();
    await expect(details).toHaveAttribute("open", /.*/, { timeout: 500 });
  }).toPass();
  return question;
}
