import { type ReactNode, useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { reportTexts } from "./report.texts.ts";
import { useIsReportChanging } from "./report-queries.ts";

/** A form about the report begins when what the same person did to it just before is done, so that it decides on the report as it then is. */
export function AfterOwnActs({ meetingId, children }: { readonly meetingId: string; readonly children: ReactNode }) {
  const t = useTexts(reportTexts);
  const isChanging = useIsReportChanging(meetingId);
  const [hasBegun, setHasBegun] = useState(!isChanging);
  // Its own act does not take it away.
  if (!hasBegun && !isChanging) setHasBegun(true);
  return hasBegun ? children : <p role="status">{t.saving}</p>;
}
