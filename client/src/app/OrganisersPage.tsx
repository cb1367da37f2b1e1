import { OrganiserList } from '../people/organisers/OrganiserList.tsx';
import { useText } from '../people/organisers/texts.ts';
import { PageShell } from './PageShell.tsx';

/** The people who run this installation. */
export function OrganisersPage() {
  const text = useText();
  return (
    <PageShell title={text('organisers.title')} width="narrow">
      <OrganiserList />
    </PageShell>
  );
}
