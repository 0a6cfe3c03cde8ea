import { useNavigate } from "@tanstack/react-router";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { Select } from "#ui/field.tsx";
import { useDesk } from "./desk-context.ts";
import { verdictTexts } from "./verdict.texts.ts";

/** With what answers stand side by side: the round before, or an earlier version of this report. The choice is in the address. */
export function CompareWith() {
  const t = useTexts(verdictTexts);
  const f = useFormat();
  const { view, base } = useDesk();
  const navigate = useNavigate({ from: "/$lang/reviews/$submissionId" });
  const earlier = view.versions.filter(({ version }) => version < view.submission.version);
  if (earlier.length === 0) return null;
  return (
    <Select
      label={t.compare}
      value={base === null ? "" : String(base)}
      onChange={(event) => {
        const version = event.target.value === "" ? undefined : Number(event.target.value);
        void navigate({ search: (rest) => ({ ...rest, version }), replace: true, resetScroll: false });
      }}
    >
      <option value="">{t.compareNone}</option>
      {[...earlier].reverse().map(({ version, submittedAt }) => (
        <option key={version} value={version}>
          {t.compareVersion(String(version), f.instant(submittedAt, view.timeZone))}
        </option>
      ))}
    </Select>
  );
}
