import type { getMeetingFile, getMeetingWorkbook } from "@avances/contracts";
import { useMutation } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import { monitorTexts } from "./monitor.texts.ts";

const pdf = operation<typeof getMeetingFile>("GET", "/rounds/:year/status.pdf");
const xlsx = operation<typeof getMeetingWorkbook>("GET", "/rounds/:year/status.xlsx");

/** The board as files for a meeting, in the language of the page and with the time of the reader's zone. */
export function MeetingFiles({ year }: { readonly year: number }) {
  const t = useTexts(monitorTexts).files;
  const language = useLanguage();
  const fetching = useMutation({
    mutationFn: async (kind: "pdf" | "xlsx") => {
      const input = {
        params: { year },
        query: { language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone },
      };
      keepFile(await (kind === "pdf" ? callForFile(pdf, input) : callForFile(xlsx, input)));
    },
  });
  const isBusy = (kind: "pdf" | "xlsx") => fetching.isPending && fetching.variables === kind;
  return (
    <span className="row">
      <Button size="small" busy={isBusy("pdf")} onClick={() => fetching.mutate("pdf")}>
        {t.pdf}
      </Button>
      <Button size="small" busy={isBusy("xlsx")} onClick={() => fetching.mutate("xlsx")}>
        {t.xlsx}
      </Button>
      <ProblemNote error={fetching.error} />
    </span>
  );
}
