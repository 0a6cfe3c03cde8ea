import { hasBegun, mayBeHeld } from "@avances/domain/network";
import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { agendaTexts } from "./agenda/agenda.texts.ts";
import { AgendaForm } from "./agenda/agenda-form.tsx";
import { AttendanceForm } from "./attendance-form.tsx";
import { CancelForm, CorrectForm, HoldForm, type MeetingActProps } from "./meeting-act-form.tsx";
import { networkTexts } from "./network.texts.ts";
import type { MeetingActName } from "./network-queries.ts";

/** What the Secretariat may do to this meeting now. */
export function MeetingActs({ meeting, participants }: Omit<MeetingActProps, "onDone">) {
  const t = useTexts(networkTexts);
  const agenda = useTexts(agendaTexts);
  const now = useServerNow();
  const [open, setOpen] = useState<MeetingActName | null>(null);
  const props = { meeting, participants, onDone: () => setOpen(null) };
  const forms: Readonly<Record<MeetingActName, ReactNode>> = {
    agenda: <AgendaForm {...props} />,
    attendance: <AttendanceForm {...props} />,
    hold: <HoldForm {...props} />,
    correct: <CorrectForm {...props} />,
    cancel: <CancelForm {...props} />,
  };
  const labels: Readonly<Record<MeetingActName, string>> = {
    agenda: agenda.label,
    attendance: t.attend.label,
    hold: t.hold.label,
    correct: t.correct.label,
    cancel: t.cancel.label,
  };
  const isPlanned = meeting.state === "planned";
  const offered: readonly MeetingActName[] = [
    "agenda",
    ...(hasBegun(meeting, now) ? (["attendance"] as const) : []),
    ...(isPlanned && mayBeHeld(meeting, now) ? (["hold"] as const) : []),
    "correct",
    ...(isPlanned ? (["cancel"] as const) : []),
  ];
  return (
    <>
      {offered.map((name) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {labels[name]}
        </Button>
      ))}
      <Dialog
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open === null ? "" : labels[open]}
        wide={open === "attendance" || open === "agenda"}
      >
        {open === null ? null : forms[open]}
      </Dialog>
    </>
  );
}
