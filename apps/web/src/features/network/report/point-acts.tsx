import type { MeetingView, ReportView } from "@avances/contracts";
import { movedPoint, type NumberedPoint, pointName } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { AfterOwnActs } from "./after-own-acts.tsx";
import { PointForm } from "./point-form.tsx";
import { reportTexts } from "./report.texts.ts";
import { arrange, inOrder, useReportStep } from "./report-queries.ts";
import { ReportRefused } from "./report-refused.tsx";

type Points = readonly Pick<NumberedPoint, "id" | "level">[];

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
  const act = useReportStep(arrange, meeting.id);
  const { points } = report.content;
  const name = point.number === null ? t.edit.paragraph : t.edit.point(pointName(point));
  const [up, down] = [movedPoint(points, point.id, -1), movedPoint(points, point.id, 1)];
  const put = (arranged: (points: Points) => Points | null, said?: string) =>
    act.mutate(
      ({ content, withSubmissions }) => {
        const order = arranged(content.points);
        return order && { points: inOrder(order), withSubmissions };
      },
      { onSuccess: () => said !== undefined && announce(said) },
    );
  const by = (step: 1 | -1) => (now: Points) => movedPoint(now, point.id, step);
  const place = points.findIndex(({ id }) => id === point.id);
  // What is lettered below it would stand below another point.
  const holdsLetters = point.level === 1 && points[place + 1]?.level === 2;
  return (
    <>
      <span className="row">
        <Button size="small" aria-label={t.edit.change(name)} onClick={() => setOpen(true)}>
          {t.edit.one}
        </Button>
        {up !== null ? (
          <Button size="small" variant="quiet" aria-label={t.edit.moveUp(name)} onClick={() => put(by(-1))}>
            {t.edit.up}
          </Button>
        ) : null}
        {down !== null ? (
          <Button size="small" variant="quiet" aria-label={t.edit.moveDown(name)} onClick={() => put(by(1))}>
            {t.edit.down}
          </Button>
        ) : null}
        {!holdsLetters ? (
          <Button
            size="small"
            variant="quiet"
            aria-label={t.edit.removeOne(name)}
            onClick={() => put((now) => now.filter(({ id }) => id !== point.id), t.edit.removed)}
          >
            {t.edit.remove}
          </Button>
        ) : null}
      </span>
      <ReportRefused error={act.error} />
      <Dialog open={isOpen} onClose={() => setOpen(false)} title={t.edit.change(name)} wide>
        <AfterOwnActs meetingId={meeting.id}>
          <PointForm
            point={point}
            report={report}
            meeting={meeting}
            participants={participants}
            onDone={() => setOpen(false)}
          />
        </AfterOwnActs>
      </Dialog>
    </>
  );
}
