import type { GroupingView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Gathering } from '../../../design/Gathering.tsx';
import { Tabs } from '../../../design/Tabs.tsx';
import { useMay } from '../../../dialogue/use-dialogue.ts';
import { GroupingBar } from './bar/GroupingBar.tsx';
import { RoomsBoard } from './board/RoomsBoard.tsx';
import { ContentEditor } from './content/ContentEditor.tsx';
import styles from './HostRooms.module.css';
import { RulesForm } from './rules/RulesForm.tsx';
import type { StartedWay } from './start/dealing.ts';
import { NewGrouping } from './start/NewGrouping.tsx';
import { WayCards } from './start/WayCards.tsx';
import { useText } from './texts.ts';
import { useGroupings, useGuests, useShownGrouping } from './use-groupings.ts';

/** For hosts: the breakouts of a session, of which one grouping is on the screen; or the ways to begin. */
export function HostRooms({ session }: { session: string }) {
  const text = useText();
  const may = useMay();
  const groupings = useGroupings(session);
  const all = useGroupings(null);
  const [address, setAddress] = useSearchParams();
  const go = (change: Record<string, string>) =>
    setAddress(before => ({ ...Object.fromEntries(before), ...change }), { replace: true, preventScrollReset: true });
  const [way, setWay] = useState<StartedWay | null>(null);
  const current = groupings.find(({ grouping }) => grouping === address.get('rooms')) ?? groupings[0];
  const mayChange = may('breakouts.place');
  const tab = tabs.find(one => one === address.get('view')) ?? 'board';
  return (
    <>
      {current ? (
        <Shown
          key={current.grouping}
          grouping={current}
          groupings={groupings}
          mayChange={mayChange}
          tab={tab}
          onTab={view => go({ view })}
          onShow={rooms => go({ rooms })}
          onNew={() => setWay('random')}
        />
      ) : (
        <div className={styles.start}>
          <EmptyState
            picture={<Gathering size={160} />}
            title={text('prepare.none')}
            text={text('prepare.none.text')}
          />
          {mayChange && <WayCards hasEarlier={all.length > 0} onChoose={setWay} />}
        </div>
      )}
      <NewGrouping
        session={session}
        way={way}
        onWay={setWay}
        onMade={rooms => go({ rooms, view: 'board' })}
        onClose={() => setWay(null)}
      />
    </>
  );
}

const tabs = ['board', 'content', 'rules'] as const;
type Tab = (typeof tabs)[number];

type ShownProps = {
  grouping: GroupingView;
  groupings: readonly GroupingView[];
  mayChange: boolean;
  tab: Tab;
  onTab(tab: Tab): void;
  onShow(grouping: string): void;
  onNew(): void;
};

function Shown({ grouping, groupings, mayChange, tab, onTab, onShow, onNew }: ShownProps) {
  const text = useText();
  const shown = useShownGrouping(grouping);
  const guests = useGuests();
  return (
    <section className={styles.part} aria-label={grouping.title}>
      <GroupingBar groupings={groupings} shown={shown} mayChange={mayChange} onShow={onShow} onNew={onNew} />
      <div className={styles.head}>
        <Tabs
          label={text('prepare.views')}
          tabs={tabs.map(id => ({ id, label: text(`prepare.view.${id}`) }))}
          shown={tab}
          onShow={onTab}
        />
      </div>
      <div className={styles.view} id="view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'board' && <RoomsBoard grouping={shown} guests={guests} mayChange={mayChange} />}
        {tab === 'content' && <ContentEditor grouping={shown} />}
        {tab === 'rules' && <RulesForm grouping={shown} mayChange={mayChange} />}
      </div>
    </section>
  );
}
