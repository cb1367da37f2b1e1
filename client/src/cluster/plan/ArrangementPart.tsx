import { useMediaQuery } from '@mantine/hooks';
import type { Profile } from '@multaqa/shared/cluster/analysis/profile';
import type { ArrangementView } from '@multaqa/shared/cluster/cluster.view';
import { type ReactNode, Suspense, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { announce } from '../../design/announce.ts';
import { loose } from '../../design/people-board/board.ts';
import { Skeleton } from '../../design/Skeleton.tsx';
import { Tabs } from '../../design/Tabs.tsx';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { lazyWithTexts } from '../../platform/lazy-with-texts.tsx';
import styles from './ArrangementPart.module.css';
import { useAnalysis } from './analysis.ts';
import { CardsView } from './board/CardsView.tsx';
import { type Column, useColumns } from './board/columns.ts';
import { CompareDialog } from './compare/CompareDialog.tsx';
import { PlotView } from './plot/PlotView.tsx';
import { Summary } from './Summary.tsx';
import { type Tab, tabs } from './tabs.ts';
import { useText } from './texts.ts';
import { type Shown, useShown } from './use-arrangement.ts';
import { useAsked } from './use-form.ts';
import { WhyDialog, WhyPanel } from './why/WhyPanel.tsx';
import type { Looked, Workshop } from './workshop.ts';

type Props = {
  arrangement: ArrangementView;
  profiles: readonly Profile[];
  tab: Tab;
  onTab(tab: Tab): void;
  countryName(code: string): string;
  /** What stands above its views. */
  bar(shown: Shown, compare: (() => void) | null): ReactNode;
  /** The other arrangements. */
  others: readonly ArrangementView[];
};

/** One arrangement in one of its views, with the explanation of whatever is looked at beside it. */
export function ArrangementPart({ arrangement, profiles, tab, onTab, countryName, bar, others }: Props) {
  const text = useText();
  const shown = useShown(arrangement);
  const isWide = useMediaQuery('(min-width: 1100px)', true, { getInitialValueInEffect: false }) ?? true;
  const { looked, look, close } = useLooking(isWide);
  const [isComparing, setComparing] = useState(false);
  const opened = looked?.how !== 'glance' && looked?.subject.kind === 'person' ? looked.subject.person : null;
  const workshop = useWorkshop({ shown, profiles, countryName, look, opened });
  return (
    <section className={styles.part} aria-label={arrangement.title}>
      {bar(shown, others.length > 0 ? () => setComparing(true) : null)}
      <div className={styles.head}>
        <Tabs
          label={text('cluster.views')}
          tabs={tabs.map(id => ({ id, label: text(`cluster.view.${id}`) }))}
          shown={tab}
          onShow={onTab}
        />
        <Summary workshop={workshop} />
      </div>
      <div className={styles.view} id="view" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        <div className={styles.main}>
          <View workshop={workshop} tab={tab} />
        </div>
        {isWide ? (
          <WhyPanel workshop={workshop} looked={looked} onClose={close} />
        ) : (
          <WhyDialog workshop={workshop} looked={looked} onClose={close} />
        )}
      </div>
      <CompareDialog workshop={workshop} others={others} isOpen={isComparing} onClose={() => setComparing(false)} />
    </section>
  );
}

// Outlines and projections come when somebody opens the map.
const MapView = lazyWithTexts(async () => (await import('./map/MapView.tsx')).MapView);

function View({ workshop, tab }: { workshop: Workshop; tab: Tab }) {
  const text = useText();
  switch (tab) {
    case 'map':
      return (
        <Suspense fallback={<Skeleton label={text('common.loading')} />}>
          <MapView workshop={workshop} />
        </Suspense>
      );
    case 'plot':
      return <PlotView workshop={workshop} />;
    default:
      return <CardsView workshop={workshop} />;
  }
}

/** How long (ms) one rests on somebody before they are explained: whoever is only passed on the way is not. */
const rest = 90;

/** What is explained now. Where there is no room beside the views, only what is opened is. */
function useLooking(isWide: boolean) {
  const [looked, setLooked] = useState<Looked | null>(null);
  const glance = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(glance.current), []);
  const look = useCallback<Workshop['look']>(
    (subject, how) => {
      clearTimeout(glance.current);
      if (how !== 'glance') return setLooked({ subject, how });
      if (!isWide) return;
      const show = () => setLooked(before => (before && before.how !== 'glance' ? before : { subject, how }));
      glance.current = setTimeout(show, rest);
    },
    [isWide],
  );
  return { looked, look, close: () => setLooked(null) };
}

type Given = { shown: Shown; profiles: readonly Profile[] } & Pick<Workshop, 'countryName' | 'look' | 'opened'>;

function useWorkshop({ shown, profiles, countryName, look, opened }: Given): Workshop {
  const text = useText();
  const may = useMay();
  const people = useView(view => view.people);
  const grouped = useMemo(() => profiles.map(({ person }) => person), [profiles]);
  const columns = useColumns(shown, grouped);
  const asked = useAsked();
  const analysis = useAnalysis(profiles, asked.questions, shown);
  const move = useMove(shown.arrangement, columns);
  const mayChange = may('cluster.move');
  const nameOf = useCallback((person: string) => people[person]?.name ?? text('common.nameless'), [people, text]);
  return useMemo(
    () => ({ shown, columns, profiles, asked, analysis, mayChange, nameOf, countryName, move, look, opened }),
    [shown, columns, profiles, asked, analysis, mayChange, nameOf, countryName, move, look, opened],
  );
}

/** Moves people and tells screen readers so; the same function while only people's places change. */
function useMove(arrangement: string, columns: readonly Column[]): Workshop['move'] {
  const text = useText();
  const send = useCommand();
  const newest = useRef(columns);
  useLayoutEffect(() => {
    newest.current = columns;
  }, [columns]);
  return useCallback(
    (people, to) => {
      void send('cluster.move', { arrangement, people: [...people], to: to === loose ? null : to });
      const target = newest.current.find(({ id }) => id === to);
      announce(text('cluster.moved', { count: people.length, cluster: target?.name ?? '' }));
    },
    [send, arrangement, text],
  );
}
