import { expect as playwrightExpect } from "playwright/test";

/** Waits for what a page is to show, generously: a busy machine is slow, not wrong. */
export const expect = playwrightExpect.configure({ timeout: 60_000 });
