import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function ReviewsPage() {
  return (
    <>
      <PageHeader title="Reviews" />
      <Skeleton />
    </>
  );
}
