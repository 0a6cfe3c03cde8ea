import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { languages } from "@avances/domain/catalogue";
import { request } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiUser } from "../support/api-user.ts";
import { describeDemonstration } from "../support/describe-demonstration.ts";

/**
 * The report of the founding meeting as an office program reads it: LibreOffice opens the Word file and prints it. Needs `soffice`, `pdfimages`,
 * `pdftotext` and `pdftoppm` (Debian: libreoffice-writer-nogui, poppler-utils). The pages stay to be looked at where AVANCES_PAGES says.
 */
const programs = ["soffice", "pdfimages", "pdftotext", "pdftoppm"];
const kept = process.env.AVANCES_PAGES;
const expected = {
  en: {
    headings: ["Participants", "Points", "Proposals"],
    lines: ["1. The Network thanks", "a) The Network takes note", "6. The Network proposes"],
  },
  es: {
    headings: ["Participantes", "Puntos", "Propuestas"],
    lines: ["1. La Red agradece", "a) La Red toma nota", "6. La Red propone"],
  },
} as const;

describeDemonstration("the report of a meeting in an office program", (on) => {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "avances-report-"));
  beforeAll(() => {
    const paths = (process.env.PATH ?? "").split(":");
    const missing = programs.filter((name) => !paths.some((path) => existsSync(join(path, name))));
    if (missing.length > 0)
      throw new Error(
        `${missing.join(", ")}: not on this machine (apt-get install libreoffice-writer-nogui poppler-utils)`,
      );
  });
  afterAll(() => {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  });

  test("charts and tables of a report are pictures with words that LibreOffice shows; its papers are one file that opens from a disk", async () => {
    const context = await request.newContext({ baseURL: on.portal.url });
    const secretariat = apiUser(context, on.portal.url);
    await secretariat.send("POST", "/session", { email: "ts@demo.avances.example", password: "avances demonstration" });
    const { meetings } = await secretariat.get<{ meetings: readonly { id: string; state: string }[] }>("/meetings");
    const coming = meetings.find(({ state }) => state === "planned")?.id;
    type Report = { id: string; revision: number; content: { points: { id: string; level: number }[] } };
    const report = await secretariat.send<Report>("POST", `/meetings/${coming}/report`);
    const pointId = report.content.points.find(({ level }) => level > 0)?.id ?? null;
    const chosen = [
      { subject: "index", code: "", form: "bars", pointId },
      { subject: "instrument", code: "TIP", form: "lines", countries: ["CRI", "HND"] },
      { subject: "indicator", code: "TIP-PRO-01", form: "bars" },
      { subject: "indicator", code: "TIP-LEG-01", form: "bars" },
      { subject: "objective", code: "TIP-OBJ-03", form: "table" },
      { subject: "country", code: "CRI", form: "table" },
    ];
    const figures = chosen.map((one) => ({
      ...{ id: randomUUID(), pointId: null, roundYear: null, countries: [], ...one },
    }));
    await secretariat.send(
      "PUT",
      `/reports/${report.id}/figures`,
      { figures },
      { "if-match": `"v${report.revision}"` },
    );
    for (const language of languages) {
      const name = `charts-${language}`;
      for (const [file, path] of [
        [`${name}.docx`, `reports/${report.id}/report.docx?language=${language}`],
        [`own-${name}.pdf`, `reports/${report.id}/report.pdf?language=${language}`],
        [`pack-${language}.pdf`, `meetings/${coming}/pack.pdf?language=${language}&audience=members`],
        [`pack-${language}.html`, `meetings/${coming}/pack.html?language=${language}&audience=members`],
      ] as const) {
        const reply = await context.get(`/api/v1/${path}`);
        expect([file, reply.status()]).toEqual([file, 200]);
        writeFileSync(join(folder, file), await reply.body());
      }
      print(`${name}.docx`);
      for (const file of [`${name}.pdf`, `own-${name}.pdf`]) {
        const pictures = execFileSync("pdfimages", ["-list", join(folder, file)], { encoding: "utf8" });
        const text = execFileSync("pdftotext", ["-layout", join(folder, file), "-"], { encoding: "utf8" });
        // What Word shows as pictures the own file draws with lines and letters.
        const isOwn = file.startsWith("own-");
        expect([file, pictures.match(/^ *\d+ +\d+ image /gm)?.length ?? 0]).toEqual([file, isOwn ? 0 : 4]);
        expect([file, text.replace(/\s+/g, " ")]).toEqual([file, expect.stringContaining("TIP-PRO-01")]);
      }
      for (const file of [name, `own-${name}`, `pack-${language}`])
        execFileSync("pdftoppm", ["-r", "60", "-png", join(folder, `${file}.pdf`), join(folder, `${file}-page`)]);
      // From the disk, without the portal: nothing is asked of anybody.
      for (const [width, colorScheme] of [
        [390, "light"],
        [390, "dark"],
        [1440, "light"],
        [1440, "dark"],
      ] as const) {
        const page = await on.browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const asked: string[] = [];
        page.on("request", (one) => asked.push(one.url()));
        await page.goto(`file://${join(folder, `pack-${language}.html`)}`);
        expect(asked).toEqual([`file://${join(folder, `pack-${language}.html`)}`]);
        expect(await page.locator("svg:visible").count()).toBeGreaterThan(2);
        const beside = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        expect([width, beside]).toEqual([width, false]);
        await page.screenshot({ path: join(folder, `pack-${language}-${width}-${colorScheme}.png`), fullPage: true });
        await page.close();
      }
    }
    await context.dispose();
  });

  /** What LibreOffice prints of a Word file. */
  function print(file: string): void {
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, file)];
    execFileSync("soffice", args, { stdio: "pipe", timeout: 120_000 });
  }

  test("LibreOffice opens it in both languages and prints headings, numbers and letters as they stand in the file", async () => {
    const context = await request.newContext({ baseURL: on.portal.url });
    const secretariat = apiUser(context, on.portal.url);
    await secretariat.send("POST", "/session", { email: "ts@demo.avances.example", password: "avances demonstration" });
    const { meetings } = await secretariat.get<{ meetings: readonly { id: string; publicSource: string | null }[] }>(
      "/meetings",
    );
    const founding = meetings.find(({ publicSource }) => publicSource !== null);
    const { id } = await secretariat.get<{ id: string }>(`/meetings/${founding?.id}/report`);
    for (const language of languages) {
      for (const kind of ["docx", "pdf"]) {
        const reply = await context.get(`/api/v1/reports/${id}/report.${kind}?language=${language}`);
        expect(reply.status()).toBe(200);
        writeFileSync(join(folder, `${kind === "pdf" ? "own-" : ""}${language}.${kind}`), await reply.body());
      }
      print(`${language}.docx`);
      const { headings, lines } = expected[language];
      for (const file of [`${language}.pdf`, `own-${language}.pdf`]) {
        const text = execFileSync("pdftotext", ["-layout", join(folder, file), "-"], { encoding: "utf8" });
        const flat = text.replace(/\s+/g, " ");
        for (const heading of headings)
          expect([file, text]).toEqual([file, expect.stringMatching(new RegExp(`^[ \\f]*${heading}$`, "m"))]);
        for (const line of lines) expect([file, flat]).toEqual([file, expect.stringContaining(line)]);
      }
      for (const file of [language, `own-${language}`])
        execFileSync("pdftoppm", ["-r", "75", "-png", join(folder, `${file}.pdf`), join(folder, `${file}-page`)]);
    }
    await context.dispose();
  });
});
