import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function IndicatorsPage() {
  return (
    <>
      <PageHeader title="Indicators" />
      <Skeleton />
    </>
  );
}
