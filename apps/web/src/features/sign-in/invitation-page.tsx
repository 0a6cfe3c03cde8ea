import { PageHeader } from "#ui/page-header.tsx";
import { Skeleton } from "#ui/skeleton.tsx";

export function InvitationPage() {
  return (
    <>
      <PageHeader title="Invitation" />
      <Skeleton />
    </>
  );
}
