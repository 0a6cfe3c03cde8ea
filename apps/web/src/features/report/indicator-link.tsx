import type { IndicatorCode } from "@avances/domain/catalogue";
import { Link } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { useReportFacts } from "./report-context.ts";

/** Leads to the answer itself, in its section. */
export function IndicatorLink({ code }: { readonly code: IndicatorCode }) {
  const lang = useLanguage();
  const { catalogue, view } = useReportFacts();
  return (
    <Link
      to="/$lang/reports/$submissionId"
      params={{ lang, submissionId: view.submission.id }}
      search={{ indicator: code }}
    >
      {code} {catalogue.indicators.find((indicator) => indicator.code === code)?.name[lang]}
    </Link>
  );
}
