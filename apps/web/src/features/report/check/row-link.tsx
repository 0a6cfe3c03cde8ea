import type { IndicatorCode } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLanguage } from "#i18n/language.ts";
import { useReportFacts } from "../report-context.ts";

/** The answer from which each report's check was left last: whoever comes back finds it under the cursor again. */
const leftAt = new Map<string, string>();

/** Leads to the answer in the form. `part` tells two links to one answer apart. */
export function RowLink({
  code,
  part,
  className,
  children,
}: {
  readonly code: IndicatorCode;
  readonly part: number;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const lang = useLanguage();
  const { view } = useReportFacts();
  const submissionId = view.submission.id;
  const id = `row-${part}-${code}`;
  return (
    <Link
      id={id}
      className={className}
      to="/$lang/reports/$submissionId"
      params={{ lang, submissionId }}
      search={{ indicator: code }}
      onClick={() => leftAt.set(submissionId, id)}
    >
      {children}
    </Link>
  );
}

/** Brings the reader back to the row from which they went to the form; once. */
export function returnToRow(submissionId: string): void {
  const id = leftAt.get(submissionId);
  leftAt.delete(submissionId);
  const row = id === undefined ? null : document.getElementById(id);
  row?.scrollIntoView({ block: "center" });
  row?.focus({ preventScroll: true });
}
