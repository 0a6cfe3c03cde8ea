import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function RoundsPage() {
  return (
    <>
      <PageHeader title="Rounds" />
      <Skeleton />
    </>
  );
}
