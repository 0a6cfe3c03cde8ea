import { useTexts } from "#i18n/i18n.ts";
import { useSending } from "#lib/use-sending.ts";
import { Button } from "#ui/button.tsx";
import { reportTexts } from "./report.texts.ts";
import { assemble, useReportAct } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

/** Nothing has been written of this meeting: the Secretariat begins its report. */
export function BeginReport({ meetingId }: { readonly meetingId: string }) {
  const t = useTexts(reportTexts);
  const act = useReportAct(assemble, meetingId);
  const { attempt } = useSending({ send: (send, done) => send().then(done, () => undefined) }, act);
  return (
    <div className="stack-s">
      <p>{t.noneYet}</p>
      <p>{t.assembleText}</p>
      <ReportRefused error={act.error} />
      <div className="row">
        <Button variant="primary" busy={act.isPending} onClick={() => attempt({ params: { meetingId } })}>
          {t.assemble}
        </Button>
      </div>
    </div>
  );
}
