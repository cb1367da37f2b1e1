import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { Gathering } from '../../../design/Gathering.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useMay } from '../../../dialogue/use-dialogue.ts';
import { useGuests } from '../prepare/use-groupings.ts';
import { useVisits } from '../use-visits.ts';
import { AskRotation } from './AskRotation.tsx';
import { CoveragePanel } from './CoveragePanel.tsx';
import styles from './RotationPlan.module.css';
import { RoundList } from './RoundList.tsx';
import { useText } from './texts.ts';
import { useRounds } from './use-rounds.ts';
import { useSessionsInOrder } from './use-sessions.ts';
import { useSettings } from './use-settings.ts';
import { WhyRooms } from './WhyRooms.tsx';

/** A rotation over the sessions of a dialogue: what it is asked for, how many meet, and its rounds one by one. */
export function RotationPlan() {
  const text = useText();
  const may = useMay();
  const { id } = useDialogue();
  const guests = useGuests();
  const sessions = useSessionsInOrder();
  const visits = useVisits();
  const [settings, change] = useSettings();
  const [kept, setKept] = useState<readonly string[]>([]);
  const fixed = useMemo(() => new Set(kept), [kept]);
  const rounds = useRounds(settings, fixed, guests, visits);
  if (guests.length < 2 || sessions.length === 0)
    return (
      <EmptyState
        picture={<Gathering size={160} />}
        title={text('rotation.nothing')}
        text={text('rotation.nothing.text')}
      >
        <Button component={Link} to={`/d/${id}/${guests.length < 2 ? 'people' : 'sessions'}`}>
          {text(guests.length < 2 ? 'rotation.nothing.people' : 'rotation.nothing.sessions')}
        </Button>
      </EmptyState>
    );
  return (
    <div className={styles.page}>
      <div className={styles.before}>
        {may('breakouts.set') && (
          <AskRotation settings={settings} guests={guests} rounds={rounds} fixed={kept} onChange={change} />
        )}
        <CoveragePanel rounds={rounds} />
      </div>
      {rounds.all.length > 0 && (
        <RoundList
          rounds={rounds}
          fixed={fixed}
          onFix={(grouping, isFixed) =>
            setKept(before => (isFixed ? [...before, grouping] : before.filter(one => one !== grouping)))
          }
        />
      )}
      {rounds.ahead.length > 0 && <WhyRooms rounds={rounds} guests={guests} />}
    </div>
  );
}
