import type { CommitmentView, MeetingSummary } from "@avances/contracts";
import type { Participant } from "@avances/domain/reference";
import type { Formats } from "#lib/format.ts";

/** What every part of the page of a commitment is told. */
export interface CommitmentProps {
  readonly commitment: CommitmentView;
  readonly meetings: readonly MeetingSummary[];
  readonly participants: readonly Participant[];
}

/** "Liaison Officer Network, 18 November 2013"; null = it is of none. */
export function meetingName(
  meetings: readonly MeetingSummary[],
  id: string | null,
  bodies: Readonly<Record<MeetingSummary["body"], string>>,
  f: Pick<Formats, "date">,
): string | null {
  const meeting = meetings.find((one) => one.id === id);
  return meeting === undefined ? null : `${bodies[meeting.body]}, ${f.date(meeting.heldOn)}`;
}
