import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function IndexPage() {
  return (
    <>
      <PageHeader title="Index" />
      <Skeleton />
    </>
  );
}
