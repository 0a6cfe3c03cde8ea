import type { SubmissionStatus } from "@avances/domain/submission";

/** What a reader of a receipt is told before its figures; null = its version is the newest and stands as it was received, or was decided on. */
export type ReceiptStanding =
  /** A newer version came. */
  | { readonly kind: "newer"; readonly newest: number }
  /** The version was taken back by its country (`draft`) or returned with questions. */
  | { readonly kind: "in-work"; readonly status: "draft" | "returned" }
  | null;

/** `versions`: numbers of all versions of the report, the receipt's among them. */
export function receiptStanding(
  receipt: { readonly version: number; readonly status: SubmissionStatus },
  versions: readonly number[],
): ReceiptStanding {
  const newest = Math.max(...versions);
  if (newest > receipt.version) return { kind: "newer", newest };
  const { status } = receipt;
  return status === "draft" || status === "returned" ? { kind: "in-work", status } : null;
}
