import { HostClusters } from '../../cluster/plan/HostClusters.tsx';
import { PublishedClusters } from '../../cluster/plan/publish/PublishedClusters.tsx';
import { useText } from '../../cluster/plan/texts.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useCountryName } from '../../people/countries.ts';
import { SubPage } from './SubPage.tsx';

/** Who works with whom: hosts see how it comes about, everybody else what is published. */
export function ClustersPage() {
  const text = useText();
  const may = useMay();
  const countryName = useCountryName();
  const isForHosts = useView(({ cluster }) => cluster.plan !== null);
  const lead = may('cluster.move') ? 'cluster.lead' : isForHosts ? 'cluster.lead.facilitator' : 'cluster.lead.all';
  return (
    <SubPage title={text('cluster.title')} lead={text(lead)} width={isForHosts ? 'wide' : 'page'}>
      {isForHosts ? <HostClusters countryName={countryName} /> : <PublishedClusters />}
    </SubPage>
  );
}
