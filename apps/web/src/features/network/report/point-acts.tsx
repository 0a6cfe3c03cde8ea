import type { MeetingView, ReportView } from "@avances/contracts";
import { movedPoint, type NumberedPoint, pointName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { newId } from "#lib/new-id.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { PointForm } from "./point-form.tsx";
import { reportTexts } from "./report.texts.ts";
import { arrange, useReportAct } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

interface PointActsProps {
  readonly point: NumberedPoint;
  readonly report: ReportView;
  readonly meeting: MeetingView;
  readonly participants: readonly Participant[];
}

/** What the Secretariat may do to a point: other words, another place, out. */
export function PointActs({ point, report, meeting, participants }: PointActsProps) {
  const t = useTexts(reportTexts);
  const [isOpen, setOpen] = useState(false);
  const act = useReportAct(arrange, meeting.id);
  const { points } = report.content;
  const name = point.number === null ? t.edit.paragraph : t.edit.point(pointName(point));
  const [up, down] = [movedPoint(points, point.id, -1), movedPoint(points, point.id, 1)];
  const put = (order: readonly Pick<NumberedPoint, "id" | "level">[], said?: string) =>
    act.mutate(
      {
        params: { reportId: report.id },
        body: { points: order.map(({ id, level }) => ({ id, level })), withSubmissions: report.withSubmissions },
        ...{ revision: report.revision, idempotencyKey: newId() },
      },
      { onSuccess: () => said !== undefined && announce(said) },
    );
  const place = points.findIndex(({ id }) => id === point.id);
  // What is lettered below it would stand below another point.
  const holdsLetters = point.level === 1 && points[place + 1]?.level === 2;
  const without = points.filter(({ id }) => id !== point.id);
  return (
    <>
      <span className="row">
        <Button size="small" aria-label={t.edit.change(name)} onClick={() => setOpen(true)}>
          {t.edit.one}
        </Button>
        {up !== null ? (
          <Button size="small" variant="quiet" aria-label={t.edit.moveUp(name)} onClick={() => put(up)}>
            {t.edit.up}
          </Button>
        ) : null}
        {down !== null ? (
          <Button size="small" variant="quiet" aria-label={t.edit.moveDown(name)} onClick={() => put(down)}>
            {t.edit.down}
          </Button>
        ) : null}
        {!holdsLetters ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t.edit.removeOne(name)}
            onClick={() => put(without, t.edit.removed)}
          >
            {t.edit.remove}
          </Button>
        ) : null}
      </span>
      <ReportRefused error={act.error} />
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t.edit.change(name)} wide>
        <PointForm
          point={point}
          report={report}
          meeting={meeting}
          participants={participants}
          onDone={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}
