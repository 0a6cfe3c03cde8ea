import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pageDrawer } from "./page-drawer.ts";

const facts = { portal: "https://a.example", demonstration: false, today: "2027-05-01" };

/** A drawer of pages as this source draws them, in its own thread. */
function drawerOf(source: string) {
  const folder = mkdtempSync(join(tmpdir(), "avances-drawer-"));
  const module = join(folder, "draw-page.mjs");
  writeFileSync(module, source);
  const drawer = pageDrawer(module);
  onTestFinished(async () => {
    await drawer.close();
    rmSync(folder, { recursive: true });
  });
  return drawer;
}

test("a page asks for its data by address and gets the answer, or 404", async () => {
  const drawer = drawerOf(`export async function drawPage(address, facts) {
    const replies = await Promise.all(["/api/v1/public/index", "/api/v1/people"].map((path) => fetch(path)));
    return { head: facts.today, body: address + (await replies[0].text()), reads: replies.map((r) => r.status).join() };
  }`);
  const asked: string[] = [];
  const answer = async (path: string) => {
    asked.push(path);
    return path === "/public/index" ? Buffer.from('{"é":1}') : undefined;
  };
  const pages = await Promise.all([drawer.draw("/en", facts, answer), drawer.draw("/es?a=1", facts, answer)]);
  expect(pages).toEqual([
    { head: "2027-05-01", body: '/en{"é":1}', reads: "200,404" },
    { head: "2027-05-01", body: '/es?a=1{"é":1}', reads: "200,404" },
  ]);
  expect(asked).toEqual(["/public/index", "/people", "/public/index", "/people"]);
  expect(drawer.waiting()).toBe(0);
});

test("a page that fails, or ends its thread, harms no other", async () => {
  const drawer = drawerOf(`let count = 0;
  export async function drawPage(address) {
    count += 1;
    if (address === "/throws") throw new TypeError("no such country");
    if (address === "/ends") process.exit(1);
    return { head: "", body: address + count, reads: "" };
  }`);
  const none = async () => undefined;
  const bad = ["/throws", "/ends", "/throws"].map((address) =>
    drawer.draw(address, facts, none).catch((error: Error) => error.message),
  );
  const good = drawer.draw("/en", facts, none);
  expect(await Promise.all(bad)).toEqual(["no such country", "The thread that draws pages ended", "no such country"]);
  expect((await good).body).toBe("/en1");
});

test("a thread that fails or ends when its page is drawn harms nobody, and the next page gets another", async () => {
  const drawer = drawerOf(`let count = 0;
  export async function drawPage(address) {
    count += 1;
    if (address === "/fails") setTimeout(() => { throw new Error("late"); }, 20);
    if (address === "/ends") setTimeout(() => process.exit(0), 20);
    return { head: "", body: address + count, reads: "" };
  }`);
  const none = async () => undefined;
  for (const address of ["/fails", "/ends"]) {
    expect((await drawer.draw(address, facts, none)).body).toBe(`${address}1`);
    await new Promise((passed) => setTimeout(passed, 300));
  }
  expect((await drawer.draw("/en", facts, none)).body).toBe("/en1");
});

test("when it is closed, what waits is refused and no thread begins", async () => {
  const drawer = drawerOf("export const drawPage = async () => ({ head: '', body: '', reads: '' });");
  const pages = [1, 2, 3].map(() =>
    drawer.draw("/en", facts, async () => undefined).catch((error: Error) => error.message),
  );
  await drawer.close();
  expect((await Promise.all(pages)).slice(1)).toEqual(["The server is stopping", "The server is stopping"]);
});

test("data that cannot be read fail the page", async () => {
  const drawer = drawerOf(`export async function drawPage() { await fetch("/api/v1/public/index"); }`);
  const unavailable = () => Promise.reject(new Error("unavailable"));
  await expect(drawer.draw("/en", facts, unavailable)).rejects.toThrow("unavailable");
});

test("without the built drawer of this release the server does not start", () => {
  expect(() => pageDrawer("/nowhere/draw-page.js")).toThrow("build the web application of this release");
});
