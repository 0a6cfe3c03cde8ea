import type { CommitmentView, MatterActView, MeetingSummary } from "@avances/contracts";
import { type CommitmentStage, commitmentStages } from "@avances/domain/network";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Disclosure } from "#ui/disclosure.tsx";
import { meetingTexts } from "#ui/meeting.texts.ts";
import { meetingName } from "./commitment-props.ts";
import styles from "./commitments.module.css";
import { commitmentsTexts } from "./commitments.texts.ts";

interface CommitmentRecordProps {
  readonly commitment: CommitmentView;
  readonly meetings: readonly MeetingSummary[];
  readonly nameOf: (code: string) => string;
}

/** What was done to it, newest first: by whom, of which side, and what it changed. */
export function CommitmentRecord({ commitment, meetings, nameOf }: CommitmentRecordProps) {
  const t = useTexts(commitmentsTexts).record;
  const stages = useTexts(commitmentsTexts).stages;
  const bodies = useTexts(meetingTexts).bodies;
  const f = useFormat();
  const stageOf = (value: unknown): CommitmentStage | null => commitmentStages.find((one) => one === value) ?? null;
  /** What was corrected beside the words; a day or a point may have been empty. */
  const corrected = ({ before, after }: Pick<MatterActView, "before" | "after">): readonly string[] => {
    const said: Readonly<Record<keyof typeof t.corrected, (value: string) => string>> = {
      dueOn: f.date,
      responsible: nameOf,
      point: (point) => point,
    };
    return (["responsible", "dueOn", "point"] as const).flatMap((field) => {
      if (!(field in before && field in after)) return [];
      const [from, to] = [before[field], after[field]].map((value) =>
        typeof value === "string" && value !== "" ? said[field](value) : t.nothing,
      );
      return [t.corrected[field](from ?? t.nothing, to ?? t.nothing)];
    });
  };
  const what = ({ before, after }: Pick<MatterActView, "before" | "after">): string => {
    const [from, to] = [stageOf(before.stage), stageOf(after.stage)];
    const sentTo = Array.isArray(after.to) ? (after.to as readonly string[]) : [];
    const meeting = typeof after.meeting === "string" ? meetingName(meetings, after.meeting, bodies, f) : null;
    return [
      ...(meeting === null ? [] : [`${meeting}.`]),
      ...(to === null ? [] : [t.stage(stages[from ?? to], stages[to])]),
      ...(sentTo.length === 0 ? [] : [t.to(f.list(sentTo.map(nameOf).sort(f.compare)))]),
      ...(typeof after.version === "number" && after.version > 1 ? [t.version(f.number(after.version))] : []),
      ...corrected({ before, after }),
    ].join(" ");
  };
  return (
    <section className="section" aria-labelledby="record">
      <h2 id="record">{t.title}</h2>
      <ul>
        {[...commitment.record].reverse().map((act) => (
          <li key={act.revision}>
            {f.instant(act.at)}: {t.acts[act.act](t.ofSide(act.byName, nameOf(act.by)))} {what(act)}{" "}
            {act.reason === "" ? null : t.why(act.reason)}
          </li>
        ))}
      </ul>
      {commitment.versions.slice(0, -1).map((one) => (
        <Disclosure key={one.version} summary={t.earlier(f.number(one.version), f.instant(one.at))}>
          <h3 lang={one.language}>{one.subject}</h3>
          <p className={styles.words} lang={one.language}>
            {one.body}
          </p>
        </Disclosure>
      ))}
    </section>
  );
}
