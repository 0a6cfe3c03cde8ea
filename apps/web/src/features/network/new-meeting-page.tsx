import { mayDo } from "@avances/domain/access";
import { type BodyCode, bodyCodes } from "@avances/domain/network";
import type { Participant } from "@avances/domain/reference";
import { type PersonalDetail, textLimits } from "@avances/domain/text";
import { useQuery } from "@tanstack/react-query";
import { Link, notFound, useNavigate } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { namesOf, participantsQuery } from "#lib/meeting-queries.ts";
import { isOneOf, isShape, isText } from "#lib/read-kept.ts";
import { useSession } from "#lib/session.ts";
import { useKeptForm } from "#lib/use-kept-form.ts";
import { useSending } from "#lib/use-sending.ts";
import { announce } from "#ui/announcer.tsx";
import { Button } from "#ui/button.tsx";
import { DetailsQuestion } from "#ui/details-question.tsx";
import { Select, TextInput } from "#ui/field.tsx";
import { KeptNote } from "#ui/kept-note.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { MeetingRefused } from "./meeting-refused.tsx";
import styles from "./network.module.css";
import { networkTexts } from "./network.texts.ts";
import { usePlanMeeting } from "./network-queries.ts";
import { PlanFields, planOf, typedFaults } from "./plan-fields.tsx";

/** Where the Secretariat enters a meeting. For everybody else there is no such page. */
export function NewMeetingPage() {
  const t = useTexts(networkTexts);
  const lang = useLanguage();
  const { person } = useSession();
  const { data, error } = useQuery(participantsQuery);
  if (person === null || !mayDo(person.role, "network.manage")) throw notFound();
  if (data === undefined && error !== null) throw error;
  return (
    <>
      <PageHeader
        variant="work"
        title={t.form.enter}
        lead={<p>{t.form.enterLead}</p>}
        breadcrumbs={[
          <Link key="network" to="/$lang/network/$" params={{ lang, _splat: "" }}>
            {t.title}
          </Link>,
        ]}
      />
      {data === undefined ? <Skeleton shape="table" rows={4} /> : <NewMeetingForm participants={data.participants} />}
    </>
  );
}

const empty = { body: "LON" as BodyCode, heldOn: "", untilOn: "", place: "", host: "", source: "" };
const isWritten = isShape({
  ...{ body: isOneOf(bodyCodes), heldOn: isText, untilOn: isText, place: isText, host: isText, source: isText },
});

function NewMeetingForm({ participants }: { readonly participants: readonly Participant[] }) {
  const t = useTexts(networkTexts);
  const m = useTexts(meetingTexts);
  const lang = useLanguage();
  const navigate = useNavigate();
  const act = usePlanMeeting();
  const form = useKeptForm({ form: "meeting", of: ["new"], empty, guard: isWritten });
  const { body, source, ...typed } = form.value;
  const { isTried, attempt } = useSending(form, act);
  const send = (overruled: readonly PersonalDetail[]) => {
    const isSound = typedFaults(typed, participants).length === 0;
    const publicSource = source.trim() === "" ? null : source;
    attempt(isSound ? { body: { body, ...planOf(typed), publicSource, overruled } } : null, ({ id }) => {
      announce(t.form.entered);
      void navigate({ to: "/$lang/network/$", params: { lang, _splat: `meetings/${id}` } });
    });
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send([]);
      }}
    >
      <KeptNote form={form} />
      <Select
        label={t.form.body}
        value={body}
        onChange={({ target }) => form.change({ body: bodyCodes.find((code) => code === target.value) ?? body })}
      >
        {bodyCodes.map((code) => (
          <option key={code} value={code}>
            {m.bodies[code]}
          </option>
        ))}
      </Select>
      <PlanFields typed={typed} participants={participants} isTried={isTried} onChange={form.change} />
      <TextInput
        label={t.form.source}
        help={t.form.sourceHelp}
        limit={textLimits.meetingSource}
        value={source}
        onChange={({ target }) => form.change({ source: target.value })}
      />
      <DetailsQuestion error={act.error} onKeep={send} />
      <MeetingRefused error={act.error} nameOf={namesOf(participants, lang)} />
      <div className="row row-end">
        <Button type="submit" variant="primary" busy={act.isPending}>
          {t.form.submit}
        </Button>
      </div>
    </form>
  );
}
