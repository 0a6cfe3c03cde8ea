import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function HomePage() {
  return (
    <>
      <PageHeader title="Home" />
      <Skeleton />
    </>
  );
}
