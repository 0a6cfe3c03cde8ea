import type {
  arrangeReport,
  assembleReport,
  Contract,
  circulateReport,
  commentOnReport,
  considerReport,
  finaliseReport,
  getReport,
  getReportDocx,
  getReportFigures,
  getReportHtml,
  getReportPdf,
  getReportVersion,
  ReportView,
  saveReportFigures,
  saveReportPoint,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, type CallInput, call, type Operation, operation } from "#lib/api-client.ts";

const report = operation<typeof getReport>("GET", "/meetings/:meetingId/report");
const figures = operation<typeof getReportFigures>("GET", "/reports/:reportId/figures");
const version = operation<typeof getReportVersion>("GET", "/reports/:reportId/versions/:version");
export const assemble = operation<typeof assembleReport>("POST", "/meetings/:meetingId/report", { idempotent: true });
export const savePoint = operation<typeof saveReportPoint>("PUT", "/reports/:reportId/points/:pointId", {
  idempotent: true,
});
export const arrange = operation<typeof arrangeReport>("PUT", "/reports/:reportId/arrangement", { idempotent: true });
export const chooseFigures = operation<typeof saveReportFigures>("PUT", "/reports/:reportId/figures", {
  idempotent: true,
});
export const circulate = operation<typeof circulateReport>("POST", "/reports/:reportId/circulate", {
  idempotent: true,
});
export const finalise = operation<typeof finaliseReport>("POST", "/reports/:reportId/finalise", { idempotent: true });
export const consider = operation<typeof considerReport>("POST", "/reports/:reportId/consider", { idempotent: true });
export const comment = operation<typeof commentOnReport>("POST", "/reports/:reportId/comments", { idempotent: true });

export const files = {
  docx: operation<typeof getReportDocx>("GET", "/reports/:reportId/report.docx"),
  pdf: operation<typeof getReportPdf>("GET", "/reports/:reportId/report.pdf"),
  html: operation<typeof getReportHtml>("GET", "/reports/:reportId/report.html"),
} as const;
export type ReportFile = keyof typeof files;

/** The report of a meeting as this person reads it; null = there is none for them. */
export const reportQuery = (meetingId: string) =>
  queryOptions({
    queryKey: ["report", meetingId],
    queryFn: ({ signal }): Promise<ReportView | null> =>
      call(report, { params: { meetingId }, signal }).catch((error) => {
        if (error instanceof ApiProblem && error.status === 404) return null;
        throw error;
      }),
  });

/** What the charts and tables show of what the reader is shown: of a version that never changes, of the working copy what is published now. */
export const figuresQuery = ({ id, shown, content }: ReportView) =>
  queryOptions({
    queryKey: ["report-figures", id, shown, content.figures],
    queryFn: ({ signal }) =>
      call(figures, {
        params: { reportId: id },
        query: shown === null ? {} : { version: String(shown) },
        signal,
      }),
    staleTime: shown === null ? 30_000 : Number.POSITIVE_INFINITY,
    enabled: content.figures.length > 0,
  });

/** What a version says never changes. */
export const versionQuery = (reportId: string, number: number) =>
  queryOptions({
    queryKey: ["report-version", reportId, number],
    queryFn: ({ signal }) => call(version, { params: { reportId, version: number }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An act on the report of a meeting. The page shows at once what came of it, and after a refusal what caused it. */
export function useReportAct<C extends Contract>(act: Operation<C>, meetingId: string) {
  const client = useQueryClient();
  const { queryKey } = reportQuery(meetingId);
  return useMutation({
    mutationFn: (input: CallInput<C> & { readonly idempotencyKey: string }): Promise<ReportView> =>
      call(act as Operation<Contract>, input as never) as Promise<ReportView>,
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}
