import { Button, Checkbox } from '@mantine/core';
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs';
import IconChevronUp from '@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { ClusterMark } from '../../../design/ClusterMark.tsx';
import { Icon } from '../../../design/Icon.tsx';
import { Listed } from '../../../design/Listed.tsx';
import { Panel } from '../../../design/Panel.tsx';
import { Pill } from '../../../design/Pill.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useBreakoutName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { ExportButton } from '../export/ExportItems.tsx';
import styles from './RoundList.module.css';
import { useText } from './texts.ts';
import type { KnownRound, Rounds } from './use-rounds.ts';

type Props = { rounds: Rounds; fixed: ReadonlySet<string>; onFix(grouping: string, isFixed: boolean): void };

/** The rounds one by one: in which session, how many meet for the first time, and who is in which room. */
export function RoundList({ rounds, fixed, onFix }: Props) {
  const text = useText();
  const { all, ahead, coverage, missing } = rounds;
  return (
    <Panel
      title={text('rotation.list')}
      padding="flush"
      action={<ExportButton file="rotation" groupings={all.map(({ of }) => of)} />}
    >
      <ol className={styles.rounds}>
        {all.map(round => (
          <Round
            key={round.of.grouping}
            round={round}
            fresh={coverage.rounds[ahead.indexOf(round)]?.fresh ?? null}
            isFixed={fixed.has(round.of.grouping)}
            onFix={isFixed => onFix(round.of.grouping, isFixed)}
          />
        ))}
      </ol>
      {missing > 0 && <p className={styles.missing}>{text('rotation.missing', { count: missing })}</p>}
    </Panel>
  );
}

type RoundProps = {
  round: KnownRound;
  /** Pairs that meet for the first time; null for a round that was held. */
  fresh: { people: number; towns: number } | null;
  isFixed: boolean;
  onFix(isFixed: boolean): void;
};

function Round({ round, fresh, isFixed, onFix }: RoundProps) {
  const text = useText();
  const body = useId();
  const [isOpen, setOpen] = useState(false);
  const session = useView(({ sessions }) => sessions[round.session]?.plan.title ?? '');
  const { of, state } = round;
  const facts = [
    text('rotation.rooms', { count: of.rooms.length }),
    ...(fresh ? [text('rotation.fresh', { count: fresh.people })] : []),
    ...(fresh && fresh.towns > 0 ? [text('rotation.fresh-towns', { count: fresh.towns })] : []),
  ];
  return (
    <li className={styles.round}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => setOpen(before => !before)}
      >
        <span className={styles.words}>
          <span className={styles.title}>
            <bdi>{of.title}</bdi>
            {state !== 'open' && (
              <Pill tone={state === 'live' ? 'accent' : 'plain'}>{text(`rotation.is.${state}`)}</Pill>
            )}
          </span>
          <span className={styles.quiet}>
            <bdi>{session}</bdi>
          </span>
          <span className={styles.quiet}>{facts.join(' · ')}</span>
        </span>
        <Icon of={isOpen ? IconChevronUp : IconChevronDown} size={20} />
      </button>
      <div id={body} hidden={!isOpen} className={styles.body}>
        {isOpen && <Rooms round={round} />}
        {isOpen && state !== 'held' && <Tools round={round} isFixed={isFixed} onFix={onFix} />}
      </div>
    </li>
  );
}

function Tools({ round: { of, state, session }, isFixed, onFix }: Omit<RoundProps, 'fresh'>) {
  const text = useText();
  const { id } = useDialogue();
  return (
    <div className={styles.tools}>
      {state !== 'live' && (
        <Checkbox
          label={text('rotation.keep')}
          checked={isFixed}
          onChange={event => onFix(event.currentTarget.checked)}
        />
      )}
      <Button variant="default" component={Link} to={`/d/${id}/sessions/${session}/rooms?rooms=${of.grouping}`}>
        {text('rotation.by-hand')}
      </Button>
    </div>
  );
}

function Rooms({ round: { of, rooms } }: Pick<RoundProps, 'round'>) {
  const text = useText();
  const nameOf = useBreakoutName();
  const people = useView(view => view.people);
  const { language } = useLanguage();
  const { compare } = new Intl.Collator(language);
  return (
    <ul className={styles.rooms}>
      {of.rooms.map((room, at) => (
        <li key={room.room} className={styles.room}>
          <p className={styles.name}>
            <ClusterMark mark={room.mark} />
            <bdi>{nameOf(room)}</bdi>
          </p>
          <p className={styles.people}>
            <Listed
              items={(rooms[at]?.people ?? [])
                .map(person => people[person]?.name ?? text('common.nameless'))
                .sort(compare)}
            />
          </p>
        </li>
      ))}
    </ul>
  );
}
