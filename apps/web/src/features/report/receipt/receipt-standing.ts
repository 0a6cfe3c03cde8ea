import type { SubmissionStatus } from "@avances/domain/submission";

/** What the reader of a receipt must know first; null = its version is the newest, and is still as received or was decided on. */
export type ReceiptStanding =
  /** There is a newer version. */
  | { readonly kind: "newer"; readonly newest: number }
  /** The version was withdrawn by its country (`draft`) or returned with questions. */
  | { readonly kind: "in-work"; readonly status: "draft" | "returned" }
  | null;

/** `versions`: numbers of all versions of the report, including the receipt's. */
export function receiptStanding(
  receipt: { readonly version: number; readonly status: SubmissionStatus },
  versions: readonly number[],
): ReceiptStanding {
  const newest = Math.max(...versions);
  if (newest > receipt.version) return { kind: "newer", newest };
  const { status } = receipt;
  return status === "draft" || status === "returned" ? { kind: "in-work", status } : null;
}
