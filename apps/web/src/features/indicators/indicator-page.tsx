import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function IndicatorPage() {
  return (
    <>
      <PageHeader title="Indicator" />
      <Skeleton />
    </>
  );
}
