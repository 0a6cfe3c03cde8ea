import { expect as playwrightExpect } from "playwright/test";

/** Waits long for what a page should show: a busy machine is slow, not wrong. */
export const expect = playwrightExpect.configure({ timeout: 60_000 });
