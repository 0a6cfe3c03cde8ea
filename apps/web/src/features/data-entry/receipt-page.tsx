import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function ReceiptPage() {
  return (
    <>
      <PageHeader title="Receipt" />
      <Skeleton />
    </>
  );
}
