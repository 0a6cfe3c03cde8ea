import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function DataEntryPage() {
  return (
    <>
      <PageHeader title="Report" />
      <Skeleton />
    </>
  );
}
