import type { ActivityView } from "@avances/contracts";
import { mayDo } from "@avances/domain/access";
import type { Participant } from "@avances/domain/reference";
import { localDate } from "@avances/domain/round";
import { useTexts } from "#i18n/i18n.ts";
import { useSession } from "#lib/session.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { MatterActs, type OwnAct } from "../matter-acts.tsx";
import { activitiesTexts } from "./activities.texts.ts";
import { activityActs } from "./activity-queries.ts";
import { DeclineForm, EndorseForm, SupportForm } from "./endorse-forms.tsx";
import { EvaluateForm, HoldForm } from "./outcome-forms.tsx";

export interface ActivityFormProps {
  readonly activity: ActivityView;
  readonly participants: readonly Participant[];
  readonly nameOf: (code: string) => string;
  readonly onDone: () => void;
}

/** What this person may do with it now: change it as its own side, support it, note what a meeting said, or say what became of it. */
export function ActivityActs({ activity, participants, nameOf }: Omit<ActivityFormProps, "onDone">) {
  const t = useTexts(activitiesTexts);
  const { person } = useSession();
  const { may, side, supporters, state } = activity;
  const given = { activity, participants, nameOf };
  const today = localDate(useServerNow(), activity.timeZone);
  // The acts themselves judge by what is entered; here nobody is offered what the planned days rule out.
  const isAhead = activity.held === null && activity.startsOn !== null && activity.startsOn > today;
  const isOver = activity.standing === "not_recorded";
  const supports = side !== null && supporters.includes(side);
  const others: readonly (OwnAct & { readonly isOffered: boolean })[] = [
    {
      ...{
        name: "support",
        label: supports ? t.support.end : t.support.act,
        isOffered: may.support && (supports || !isOver),
      },
      form: (onDone) => <SupportForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "decline", label: t.decline.act, isOffered: may.decline },
      form: (onDone) => <DeclineForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "endorse", label: t.meeting.act, isOffered: may.decide },
      form: (onDone) => <EndorseForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "hold", label: activity.held === null ? t.held.act : t.held.again, isOffered: may.hold && !isAhead },
      isWide: true,
      form: (onDone) => <HoldForm {...given} onDone={onDone} />,
    },
    {
      ...{ name: "evaluate", label: activity.evaluation === null ? t.result.act : t.result.again, isWide: true },
      ...{ isOffered: may.evaluate, form: (onDone) => <EvaluateForm {...given} onDone={onDone} /> },
    },
  ];
  return (
    <MatterActs
      matter={activity}
      nameOf={nameOf}
      kind={activityActs}
      says={{ withdraw: t.withdraw, faults: t.faults }}
      room="activities"
      mayWrite={may.write}
      mayTranslate={state === "filed" && person !== null && mayDo(person.role, "matter.translate")}
      others={others.filter(({ isOffered }) => isOffered)}
    />
  );
}
