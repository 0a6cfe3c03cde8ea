import type {
  BodyInputOf,
  dispatchLetter,
  getLetterFile,
  listLetters,
  previewLetter,
  ResponseOf,
  withdrawLetter,
  writeLetter,
} from "@avances/contracts";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { call, callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";

const list = operation<typeof listLetters>("GET", "/rounds/:year/letters");
const preview = operation<typeof previewLetter>("POST", "/rounds/:year/letters/preview");
const write = operation<typeof writeLetter>("POST", "/rounds/:year/letters", { idempotent: true });
const file = operation<typeof getLetterFile>("GET", "/letters/:code/letter.pdf");
const dispatch = operation<typeof dispatchLetter>("POST", "/letters/:code/dispatch", { idempotent: true });
const withdraw = operation<typeof withdrawLetter>("POST", "/letters/:code/withdraw", { idempotent: true });

export type Letters = ResponseOf<typeof listLetters>;
export type Letter = Letters["letters"][number];
export type LetterText = ResponseOf<typeof previewLetter>;
export type Wanted = BodyInputOf<typeof previewLetter>;

export const lettersQuery = (year: number) =>
  queryOptions({
    queryKey: ["letters", year],
    queryFn: ({ signal }) => call(list, { params: { year }, signal }),
    refetchInterval: 60_000,
  });

/** Also after a refusal the page shows what is so now. A dispatch is a request, so the board and the ledger change. */
function useChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([["letters"], ["asks"], ["round-status"]].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function usePreviewLetter(year: number) {
  return useMutation({ mutationFn: (body: Wanted) => call(preview, { params: { year }, body }) });
}

export function useWriteLetter(year: number) {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ body, idempotencyKey }: { body: BodyInputOf<typeof writeLetter>; idempotencyKey: string }) =>
      call(write, { params: { year }, body, idempotencyKey }),
    onSettled,
  });
}

export function useDispatchLetter() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ code, on, idempotencyKey }: { code: string; on: string; idempotencyKey: string }) =>
      call(dispatch, { params: { code }, body: { on }, idempotencyKey }),
    onSettled,
  });
}

export function useWithdrawLetter() {
  const onSettled = useChanged();
  return useMutation({
    mutationFn: ({ code, reason, idempotencyKey }: { code: string; reason: string; idempotencyKey: string }) =>
      call(withdraw, { params: { code }, body: { reason }, idempotencyKey }),
    onSettled,
  });
}

/** Fetches the PDF and gives it to the browser to keep. */
export function useLetterFile() {
  return useMutation({ mutationFn: async (code: string) => keepFile(await callForFile(file, { params: { code } })) });
}
