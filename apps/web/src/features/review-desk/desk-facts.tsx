import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { DefinitionList } from "#ui/definition-list.tsx";
import { deskTexts } from "./desk.texts.ts";
import { useDesk } from "./desk-context.ts";

/** Which version this is, who sent it and when, and how much of it holds a value. */
export function DeskFacts() {
  const t = useTexts(deskTexts).facts;
  const f = useFormat();
  const { view } = useDesk();
  const { submission, progress, versions, round } = view;
  const latest = versions.find(({ version }) => version === submission.version);
  return (
    <DefinitionList
      items={[
        { term: t.version, value: f.number(submission.version) },
        ...(latest === undefined
          ? []
          : [{ term: t.submitted, value: t.by(f.instant(latest.submittedAt, view.timeZone), latest.submittedByName) }]),
        {
          term: t.answered,
          value: t.counts(
            f.number(progress.answered),
            f.number(progress.expected),
            f.number(progress.reported),
            f.number(progress.notAvailable),
            f.number(progress.notApplicable),
          ),
        },
        { term: t.period, value: round.referenceStart.slice(0, 4) },
        ...(submission.returnDueOn !== null && submission.status === "returned"
          ? [{ term: t.returnDue, value: f.date(submission.returnDueOn) }]
          : []),
      ]}
    />
  );
}
