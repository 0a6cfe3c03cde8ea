import type { MeetingView, ReportView } from "@avances/contracts";
import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useFormat } from "#lib/format.ts";
import { later } from "#lib/later.tsx";
import { Disclosure } from "#ui/disclosure.tsx";
import { reportTexts } from "./report.texts.ts";
import { ReportFiles } from "./report-files.tsx";

const Changes = later(() => import("./report-changes.tsx").then((m) => m.Changes));

interface VersionsProps {
  readonly report: ReportView;
  readonly meeting: MeetingView;
}

/** What was sent, the newest first, and what each says other than the one before it. */
export function Versions({ report, meeting }: VersionsProps) {
  const t = useTexts(reportTexts);
  const f = useFormat();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  if (report.versions.length === 0) return null;
  return (
    <section className="section" aria-labelledby="versions">
      <h2 id="versions">{t.versions.title}</h2>
      <ul>
        {report.versions.map(({ version, stage, at, byName }, place) => {
          const before = report.versions[place + 1]?.version;
          return (
            <li key={version}>
              {t.versions[stage](version, f.instant(at, meeting.timeZone), byName)}
              <ReportFiles report={report} version={version} />
              {before === undefined ? null : (
                <Disclosure
                  summary={t.versions.compare(version, before)}
                  onToggle={() => setOpened(new Set([...opened, version]))}
                >
                  {opened.has(version) ? <Changes report={report} version={version} before={before} /> : null}
                </Disclosure>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
