import type {
  BodyInputOf,
  getAsks,
  getAsksCsv,
  getAsksWorkbook,
  noteExchange,
  withdrawExchange,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useLanguage } from "#i18n/language.ts";
import { call, callForFile, operation } from "#lib/api-client.ts";

const asks = operation<typeof getAsks>("GET", "/asks/:country");
const csv = operation<typeof getAsksCsv>("GET", "/asks.csv");
const xlsx = operation<typeof getAsksWorkbook>("GET", "/asks.xlsx");
const note = operation<typeof noteExchange>("POST", "/rounds/:year/exchanges", { idempotent: true });
const withdraw = operation<typeof withdrawExchange>("POST", "/exchanges/:exchangeId/withdraw", { idempotent: true });

/** Fetched again each minute, like the board: the other person of the Secretariat may note something, the country may answer. */
export const asksQuery = (country: string) =>
  queryOptions({
    queryKey: ["asks", country],
    queryFn: ({ signal }) => call(asks, { params: { country }, signal }),
    refetchInterval: 60_000,
  });

function useAsksChanged() {
  const client = useQueryClient();
  return () => Promise.all([["asks"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export type Note = BodyInputOf<typeof noteExchange>;

export function useNote() {
  const onSuccess = useAsksChanged();
  return useMutation({
    mutationFn: ({ year, body, idempotencyKey }: { year: number; body: Note; idempotencyKey: string }) =>
      call(note, { params: { year }, body, idempotencyKey }),
    onSuccess,
  });
}

/** Also after a refusal the page shows what is so now. */
export function useWithdraw() {
  const onSettled = useAsksChanged();
  return useMutation({
    mutationFn: ({
      exchangeId,
      reason,
      idempotencyKey,
    }: {
      exchangeId: string;
      reason: string;
      idempotencyKey: string;
    }) => call(withdraw, { params: { exchangeId }, body: { reason }, idempotencyKey }),
    onSettled,
  });
}

/** Fetches the file for a meeting in the language of the page, and gives it to the browser to keep. Without a country: of all. */
export function useAsksFile(country: string | undefined) {
  const language = useLanguage();
  return useMutation({
    mutationFn: async (format: "csv" | "xlsx") => {
      const query = { language, ...(country !== undefined && { country }) };
      const { bytes, name } = await (format === "csv" ? callForFile(csv, { query }) : callForFile(xlsx, { query }));
      const address = URL.createObjectURL(bytes);
      Object.assign(document.createElement("a"), { href: address, download: name }).click();
      // The browser may begin to read it only after this turn.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
}
