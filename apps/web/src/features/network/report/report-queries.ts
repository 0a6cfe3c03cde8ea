import type {
  arrangeReport,
  assembleReport,
  Contract,
  circulateReport,
  commentOnReport,
  considerReport,
  finaliseReport,
  getReportDocx,
  getReportFigures,
  getReportHtml,
  getReportPdf,
  getReportVersion,
  ReportView,
  saveReportFigures,
  saveReportPoint,
} from "@avances/contracts";
import { queryOptions, useIsMutating, useMutation, useQueryClient } from "@tanstack/react-query";
import { type CallInput, call, type Operation, operation } from "#lib/api-client.ts";
import { newId } from "#lib/new-id.ts";
import { showReply } from "#lib/show-reply.ts";
import { reportQuery } from "../report-query.ts";

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

/** Acts of this page on one report take their turns, so that none is refused because of another of the same person. */
const turn = (meetingId: string) => ({ mutationKey: ["report", meetingId], scope: { id: `report ${meetingId}` } });

/** An act on the report of a meeting. The page shows at once what came of it, and after a refusal what caused it. */
export function useReportAct<C extends Contract>(act: Operation<C>, meetingId: string) {
  const client = useQueryClient();
  const { queryKey } = reportQuery(meetingId);
  return useMutation({
    ...turn(meetingId),
    mutationFn: (input: CallInput<C> & { readonly idempotencyKey: string }): Promise<ReportView> =>
      call(act as Operation<Contract>, input as never) as Promise<ReportView>,
    onSuccess: (saved) => showReply(client, queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/**
 * An act of one press, such as moving a point. What it asks for follows from the report as it is when its turn comes: pressed twice quickly
 * it moves twice. Null = nothing is left to do.
 */
export function useReportStep<C extends Contract>(act: Operation<C>, meetingId: string) {
  const client = useQueryClient();
  const { queryKey } = reportQuery(meetingId);
  return useMutation({
    ...turn(meetingId),
    mutationFn: async (
      ask: (now: ReportView) => NonNullable<CallInput<C>["body"]> | null,
    ): Promise<ReportView | null> => {
      const now = client.getQueryData(queryKey) ?? null;
      const body = now === null ? null : ask(now);
      if (now === null || body === null) return now;
      const input = { params: { reportId: now.id }, body, revision: now.revision, idempotencyKey: newId() };
      return (await call(act as Operation<Contract>, input as never)) as ReportView;
    },
    onSuccess: (saved) => showReply(client, queryKey, saved),
    onError: () => client.invalidateQueries({ queryKey }),
  });
}

/** Which point stands where, as an arrangement says it. */
export const inOrder = (points: readonly Pick<ReportView["content"]["points"][number], "id" | "level">[]) =>
  points.map(({ id, level }) => ({ id, level }));

/** Is an act of this page on the report of this meeting still under way? */
export function useIsReportChanging(meetingId: string): boolean {
  return useIsMutating({ mutationKey: turn(meetingId).mutationKey }) > 0;
}
