import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function ReviewPage() {
  return (
    <>
      <PageHeader title="Review" />
      <Skeleton />
    </>
  );
}
