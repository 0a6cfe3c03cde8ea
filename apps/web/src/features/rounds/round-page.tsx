import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function RoundPage() {
  return (
    <>
      <PageHeader title="Round" />
      <Skeleton />
    </>
  );
}
