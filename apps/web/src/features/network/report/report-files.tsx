import type { ReportView } from "@avances/contracts";
import { useMutation } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { callForFile } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { Button } from "#ui/button.tsx";
import { ProblemNote } from "#ui/problem-note.tsx";
import styles from "./report.module.css";
import { reportTexts } from "./report.texts.ts";
import { files, type ReportFile } from "./report-queries.ts";

const kinds = Object.keys(files) as readonly ReportFile[];

/** What the page shows, as files in its language. */
export function ReportFiles({ report }: { readonly report: ReportView }) {
  const t = useTexts(reportTexts).files;
  const language = useLanguage();
  const fetching = useMutation({
    mutationFn: async (kind: ReportFile) => {
      const query = { language, ...(report.shown !== null && { version: String(report.shown) }) };
      // The three are asked for alike.
      keepFile(await callForFile(files[kind] as typeof files.docx, { params: { reportId: report.id }, query }));
    },
  });
  return (
    <div className={styles.files}>
      <span>{t.title}</span>
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          busy={fetching.isPending && fetching.variables === kind}
          onClick={() => fetching.mutate(kind)}
        >
          {t[kind]}
        </Button>
      ))}
      <ProblemNote error={fetching.error} />
    </div>
  );
}
