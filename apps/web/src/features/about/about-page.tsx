import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function AboutPage() {
  return (
    <>
      <PageHeader title="About" />
      <Skeleton />
    </>
  );
}
