import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function OutgoingMailPage() {
  return (
    <>
      <PageHeader title="Outgoing mail" />
      <Skeleton />
    </>
  );
}
