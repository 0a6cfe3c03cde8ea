import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function PeoplePage() {
  return (
    <>
      <PageHeader title="People" />
      <Skeleton />
    </>
  );
}
