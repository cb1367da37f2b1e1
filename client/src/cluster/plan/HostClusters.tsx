import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '../../design/EmptyState.tsx';
import { Gathering } from '../../design/Gathering.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { ArrangementPart } from './ArrangementPart.tsx';
import { AskPanel } from './ask/AskPanel.tsx';
import styles from './HostClusters.module.css';
import { ArrangementBar } from './kept/ArrangementBar.tsx';
import { LateComers } from './late/LateComers.tsx';
import { LateRuleField } from './late/LateRuleField.tsx';
import { PublishedClusters } from './publish/PublishedClusters.tsx';
import { PublishState } from './publish/PublishState.tsx';
import { Standing } from './Standing.tsx';
import { type Tab, tabs } from './tabs.ts';
import { useText } from './texts.ts';
import { useArrangements } from './use-arrangement.ts';
import { useProfiles } from './use-form.ts';

/** For hosts: who has answered, what counts, and the arrangements, of which one is on the screen. */
export function HostClusters({ countryName }: { countryName(code: string): string }) {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const profiles = useProfiles();
  const arrangements = useArrangements();
  const published = useView(({ cluster }) => cluster.published);
  const [address, setAddress] = useSearchParams();
  const go = (change: Record<string, string>) =>
    setAddress(before => ({ ...Object.fromEntries(before), ...change }), { replace: true, preventScrollReset: true });
  const grouped = useMemo(() => profiles.map(({ person }) => person), [profiles]);
  const current = arrangements.find(({ arrangement }) => arrangement === address.get('plan')) ?? arrangements[0];
  const isNobodyLate = published !== null && grouped.every(person => published.of[person] !== undefined);
  const tab: Tab = tabs.find(one => one === address.get('view')) ?? 'cards';
  if (profiles.length < 2)
    return (
      <EmptyState picture={<Gathering size={160} />} title={text('cluster.nobody')} text={text('cluster.nobody.text')}>
        <Button component={Link} to={`/d/${id}/people`}>
          {text('cluster.nobody.action')}
        </Button>
      </EmptyState>
    );
  return (
    <div className={styles.page}>
      <div className={styles.before}>
        <Standing profiles={profiles} />
        {may('cluster.propose') && (
          <AskPanel profiles={profiles} kept={arrangements.length} onProposed={plan => go({ plan })} />
        )}
      </div>
      {published && <LateComers profiles={profiles} published={published} countryName={countryName} />}
      {current && (
        <ArrangementPart
          key={current.arrangement}
          arrangement={current}
          profiles={profiles}
          tab={tab}
          onTab={view => go({ view })}
          countryName={countryName}
          others={arrangements.filter(({ arrangement }) => arrangement !== current.arrangement)}
          bar={(shown, compare) => (
            <ArrangementBar
              arrangements={arrangements}
              shown={shown}
              mayChange={may('cluster.move')}
              onCompare={compare}
              onShow={plan => go({ plan })}
            >
              <PublishState shown={shown} grouped={grouped} />
            </ArrangementBar>
          )}
        />
      )}
      {isNobodyLate && may('cluster.late') && <LateRuleField />}
      {published && (
        <details>
          <summary className={styles.summary}>{text('cluster.publish.state')}</summary>
          <PublishedClusters />
        </details>
      )}
    </div>
  );
}
