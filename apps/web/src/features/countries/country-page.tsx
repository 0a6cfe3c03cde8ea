import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function CountryPage() {
  return (
    <>
      <PageHeader title="Country" />
      <Skeleton />
    </>
  );
}
