import type { Page } from "playwright";
import { expect } from "./expect.ts";

/** Goes to a step of the preparation of a round by the list of steps; Spanish pages. */
export async function goToStep(page: Page, step: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Pasos" })
    .getByRole("link", { name: new RegExp(step) })
    .click();
}

/** Waits until the portal has what was typed. */
export async function isKept(page: Page): Promise<void> {
  await expect(page.getByText(/^Último cambio: /)).toBeVisible();
}

/** Ticks every gap with which the round is opened all the same; the page stands at the contacts. */
export async function knowGaps(page: Page): Promise<void> {
  const gaps = page.getByRole("checkbox", { name: /^Abrir aunque falte/ });
  await gaps.first().waitFor();
  for (let index = 0; index < (await gaps.count()); index += 1) await gaps.nth(index).check();
  await isKept(page);
}

/** Looks at what must be looked at and opens the round; its dates and countries are as they shall be. */
export async function openAsPrepared(page: Page): Promise<void> {
  await goToStep(page, "Indicadores");
  await page.getByRole("checkbox", { name: "He mirado lo que es distinto" }).check();
  await goToStep(page, "Contactos");
  await knowGaps(page);
  await goToStep(page, "Mensajes");
  await page.getByRole("checkbox", { name: "He mirado los mensajes" }).check();
  await isKept(page);
  await goToStep(page, "Abrir");
  await page.getByRole("button", { name: "Abrir la ronda" }).click();
}
