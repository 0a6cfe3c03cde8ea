import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function RegionPage() {
  return (
    <>
      <PageHeader title="Region" />
      <Skeleton />
    </>
  );
}
