import type { getReceiptFile } from "@avances/contracts";
import { useMutation } from "@tanstack/react-query";
import { useTexts } from "#i18n/i18n.ts";
import { useLanguage } from "#i18n/language.ts";
import { ApiProblem, callForFile, operation } from "#lib/api-client.ts";
import { keepFile } from "#lib/keep-file.ts";
import { Button } from "#ui/button.tsx";
import { Callout } from "#ui/callout.tsx";
import { receiptTexts } from "./receipt.texts.ts";

const file = operation<typeof getReceiptFile>("GET", "/submissions/:submissionId/receipt.pdf");

interface ReceiptFileProps {
  readonly submissionId: string;
  readonly version: number;
}

/** Fetches the receipt as a PDF, in the language of the page, and gives it to the browser to keep. */
export function useReceiptFile({ submissionId, version }: ReceiptFileProps) {
  const language = useLanguage();
  return useMutation({
    mutationFn: async () => {
      keepFile(
        await callForFile(file, {
          params: { submissionId },
          query: { version: String(version), language },
        }),
      );
    },
  });
}

export function ReceiptFileButton({ fetching }: { readonly fetching: ReturnType<typeof useReceiptFile> }) {
  const t = useTexts(receiptTexts);
  return (
    <Button variant="primary" busy={fetching.isPending} onClick={() => fetching.mutate()}>
      {t.file}
    </Button>
  );
}

/** Why there is no file; nothing unless it failed. */
export function ReceiptFileFault({ error }: { readonly error: unknown }) {
  const t = useTexts(receiptTexts);
  if (error === null) return null;
  const isOffline = error instanceof ApiProblem && error.code === "not-sent";
  return (
    <Callout tone="alarm" live="alert">
      {isOffline ? t.fileOffline : t.fileFailed}
    </Callout>
  );
}
