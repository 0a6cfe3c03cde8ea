import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { languages } from "@avances/domain/catalogue";
import { request } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { apiUser } from "../support/api-user.ts";
import { describeDemonstration } from "../support/describe-demonstration.ts";

/**
 * The report of the founding meeting as an office program reads it: LibreOffice opens the Word file and prints it. Needs `soffice`, `pdftotext` and
 * `pdftoppm` (Debian: libreoffice-writer-nogui, poppler-utils). The pages stay to be looked at where AVANCES_PAGES says.
 */
const programs = ["soffice", "pdftotext", "pdftoppm"];
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
      const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
      const args = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, `${language}.docx`)];
      execFileSync("soffice", args, { stdio: "pipe", timeout: 120_000 });
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
