import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function CountriesPage() {
  return (
    <>
      <PageHeader title="Countries" />
      <Skeleton />
    </>
  );
}
