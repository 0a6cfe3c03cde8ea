import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useReportBase } from "../report-context.ts";
import type { Filter } from "./filters.ts";

/**
 * A returned report opens at the answers in question, unless the address names something else. Returns what is shown; from then on the
 * reader decides, and the rest of the report is one link away.
 */
export function useQuestionsFirst(asked: Filter | undefined): Filter | undefined {
  const { clarification, canEdit } = useReportBase();
  const search = useSearch({ from: "/$lang/signed-in/reports/$submissionId" });
  const navigate = useNavigate({ from: "/$lang/reports/$submissionId" });
  const [isDue, setDue] = useState(
    () =>
      canEdit &&
      clarification.questions.some(({ indicatorCode }) => indicatorCode !== null) &&
      search.section === undefined &&
      search.indicator === undefined &&
      search.show === undefined,
  );
  useEffect(() => {
    if (!isDue) return;
    if (search.show === "questioned") setDue(false);
    else void navigate({ search: { show: "questioned" }, replace: true, resetScroll: false });
  }, [isDue, search.show, navigate]);
  return isDue ? "questioned" : asked;
}
