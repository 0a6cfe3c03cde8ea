import { type Endorsement, endorsements, hasBegun, longestPoint } from "@avances/domain/network";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { useFormat } from "#lib/format.ts";
import { meetingsQuery } from "#lib/meeting-queries.ts";
import { isNullOr, isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { useServerNow } from "#lib/use-server-now.ts";
import { announce } from "#ui/announcer.tsx";
import { RadioGroup, Select, TextArea, TextInput } from "#ui/field.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { MatterRefused } from "../matter-refused.tsx";
import { SayForm } from "../say-form.tsx";
import { unkept } from "../unkept.ts";
import { activitiesTexts } from "./activities.texts.ts";
import type { ActivityFormProps } from "./activity-acts.tsx";
import { meetingNamed } from "./activity-days.ts";
import { useSay } from "./activity-queries.ts";

/** Says for the own side that it supports it, or that it no longer does. */
export function SupportForm({ activity, nameOf, onDone }: ActivityFormProps) {
  const t = useTexts(activitiesTexts);
  const act = useSay(activity.id, "support");
  const { attempt } = useSending(unkept, act);
  const side = activity.side ?? "";
  const supports = !activity.supporters.includes(side);
  return (
    <SayForm
      act={act}
      submit={supports ? t.support.act : t.support.end}
      onSend={() =>
        attempt({ body: { supports } }, () => {
          announce(t.support.done);
          onDone();
        })
      }
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={t.faults} />}
    >
      <p>{supports ? t.support.text(nameOf(side)) : t.support.endText(nameOf(side))}</p>
    </SayForm>
  );
}

/** Says for the own side, which was asked, that it does not support it, and why. */
export function DeclineForm({ activity, nameOf, onDone }: ActivityFormProps) {
  const texts = useTexts(activitiesTexts);
  const t = texts.decline;
  const lang = useLanguage();
  const act = useSay(activity.id, "decline");
  const form = useKeptForm({
    ...{ form: "activity", of: ["activities", activity.id, "decline"] },
    empty: { text: "" },
    guard: isShape({ text: isText }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { text } = form.value;
  const isMissing = text.trim() === "";
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(isMissing ? null : { body: { language: lang, text, overruled: [...overruled] } }, () => {
      announce(t.done);
      onDone();
    });
  return (
    <SayForm
      form={form}
      act={act}
      submit={t.act}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={texts.faults} />}
    >
      <p>{t.text(nameOf(activity.author))}</p>
      <TextArea
        label={t.why}
        limit={textLimits.matterReply}
        value={text}
        error={isTried && isMissing ? t.missing : undefined}
        onChange={({ target }) => form.change({ text: target.value })}
      />
    </SayForm>
  );
}

/** Notes as the Secretariat what a meeting said of it, and at which point. */
export function EndorseForm({ activity, onDone }: ActivityFormProps) {
  const texts = useTexts(activitiesTexts);
  const t = texts.meeting;
  const m = useTexts(meetingTexts);
  const f = useFormat();
  const now = useServerNow();
  const act = useSay(activity.id, "endorse");
  const { data } = useQuery(meetingsQuery);
  // What has not begun has said nothing yet.
  const meetings = (data?.meetings ?? []).filter((one) => one.state !== "cancelled" && hasBegun(one, now));
  const form = useKeptForm({
    ...{ form: "activity", of: ["activities", activity.id, "endorse"] },
    empty: {
      said: null as Endorsement | null,
      meetingId: meetings.find(({ id }) => id === activity.meetingId)?.id ?? "",
      point: "",
    },
    guard: isShape({ said: isNullOr(isOneOf(endorsements)), meetingId: isText, point: isText }),
  });
  const { isTried, attempt } = useSending(form, act);
  const { said, meetingId, point } = form.value;
  const send = (overruled: readonly PersonalDetail[]) =>
    attempt(said === null || meetingId === "" ? null : { body: { said, meetingId, point, overruled } }, () => {
      announce(texts.support.done);
      onDone();
    });
  return (
    <SayForm
      {...{ form, act }}
      submit={t.submit}
      onSend={send}
      onClose={onDone}
      refused={<MatterRefused error={act.error} faults={texts.faults} />}
    >
      <p>{t.text}</p>
      <Select
        label={t.meeting}
        value={meetingId}
        error={isTried && meetingId === "" ? t.missing : undefined}
        onChange={({ target }) => form.change({ meetingId: target.value })}
      >
        <option value="">{t.choose}</option>
        {meetings.map(({ id }) => (
          <option key={id} value={id}>
            {meetingNamed(meetings, id, m, f)}
          </option>
        ))}
      </Select>
      <RadioGroup
        name="said"
        label={t.what}
        choices={endorsements.map((value) => ({ value, label: t[value] }))}
        value={said}
        error={isTried && said === null ? t.chooseOne : undefined}
        onChange={(chosen) => form.change({ said: chosen })}
      />
      <TextInput
        label={t.point}
        optional
        width="short"
        limit={longestPoint}
        value={point}
        onChange={({ target }) => form.change({ point: target.value })}
      />
    </SayForm>
  );
}
