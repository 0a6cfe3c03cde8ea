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

interface ReportFilesProps {
  readonly report: ReportView;
  /** An earlier version; absent: what the page shows. */
  readonly version?: number;
}

/** What the page shows, or a version that was sent, as files in the language of the page. */
export function ReportFiles({ report, version }: ReportFilesProps) {
  const { files: t, versions } = useTexts(reportTexts);
  const language = useLanguage();
  const fetching = useMutation({
    mutationFn: async (kind: ReportFile) => {
      const wanted = version ?? report.shown;
      const query = { language, ...(wanted !== null && { version: String(wanted) }) };
      // The three are asked for alike.
      keepFile(await callForFile(files[kind] as typeof files.docx, { params: { reportId: report.id }, query }));
    },
  });
  return (
    <div className={styles.files}>
      {version === undefined ? <span>{t.title}</span> : null}
      {kinds.map((kind) => (
        <Button
          key={kind}
          size="small"
          variant={version === undefined ? undefined : "quiet"}
          aria-label={version === undefined ? undefined : versions.fileOf(t[kind], version)}
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
