import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import { type OutcomeKind, outcomeKinds } from '@multaqa/shared/facilitate/notes/outcomes';
import { useMemo, useState } from 'react';
import { EmptyState } from '../../../design/EmptyState.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { ExportRegister } from '../export/ExportRegister.tsx';
import { Kind } from '../outcome/Kind.tsx';
import { useText } from '../texts.ts';
import { everything, filtered, type Grouping, grouped, groupings, type RegisterFilter } from './arrange.ts';
import { OutcomeRow } from './OutcomeRow.tsx';
import styles from './Register.module.css';

type Props = { outcomes: readonly Registered[]; onGo?(outcome: Registered): void };

/** Every outcome of the session's rooms, as it is written this moment: filtered, grouped, each with the way to its place. */
export function Register({ outcomes, onGo }: Props) {
  const text = useText();
  const [filter, setFilter] = useState(everything);
  const [by, setBy] = useState<Grouping>('kind');
  const shown = useMemo(() => filtered(outcomes, filter), [outcomes, filter]);
  if (outcomes.length === 0) return <EmptyState title={text('register.empty')} text={text('register.empty.how')} />;
  return (
    <div className={styles.register}>
      <Filters outcomes={outcomes} filter={filter} onFilter={setFilter} by={by} onGroup={setBy} />
      <div className={styles.summary}>
        <p className={styles.count} role="status">
          {text('register.count', { count: shown.length })}
        </p>
        {shown.length > 0 && <ExportRegister outcomes={shown} />}
      </div>
      {shown.length === 0 && (
        <div className={styles.noneSuch}>
          <p>{text('register.none-such')}</p>
          <Button variant="light" onClick={() => setFilter(everything)}>
            {text('register.filter.clear')}
          </Button>
        </div>
      )}
      {grouped(shown, by).map(group => (
        <section key={group.key ?? ''} className={styles.group}>
          <GroupName by={by} of={group.key} count={group.outcomes.length} />
          {group.outcomes.map(one => (
            <OutcomeRow key={one.outcome} of={one} hides={by}>
              {onGo && <GoTo of={one} onGo={onGo} />}
            </OutcomeRow>
          ))}
        </section>
      ))}
    </div>
  );
}

function GoTo({ of, onGo }: { of: Registered; onGo(outcome: Registered): void }) {
  const text = useText();
  const title = of.title || text('register.unnamed');
  return (
    <Button
      className={styles.go}
      variant="subtle"
      onClick={() => onGo(of)}
      aria-label={text('register.go.of', { title })}
    >
      {text('register.go')}
    </Button>
  );
}

type FilterProps = {
  outcomes: readonly Registered[];
  filter: RegisterFilter;
  onFilter(filter: RegisterFilter): void;
  by: Grouping;
  onGroup(by: Grouping): void;
};

function Filters({ outcomes, filter, onFilter, by, onGroup }: FilterProps) {
  const text = useText();
  const roomName = useRoomName();
  const rooms = [...new Set(outcomes.map(({ room }) => room))];
  const kinds = outcomeKinds.filter(kind => outcomes.some(one => one.kind === kind));
  const toggle = (kind: OutcomeKind) => {
    const chosen = filter.kinds.includes(kind) ? filter.kinds.filter(one => one !== kind) : [...filter.kinds, kind];
    onFilter({ ...filter, kinds: chosen });
  };
  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        aria-label={text('register.filter.words')}
        placeholder={text('register.filter.words')}
        value={filter.words}
        onChange={event => onFilter({ ...filter, words: event.currentTarget.value })}
      />
      {kinds.length > 1 && (
        <fieldset className={styles.kinds} aria-label={text('register.filter.kind')}>
          {kinds.map(kind => (
            <button
              key={kind}
              type="button"
              className={styles.kind}
              aria-pressed={filter.kinds.includes(kind)}
              onClick={() => toggle(kind)}
            >
              <Kind kind={kind} />
            </button>
          ))}
        </fieldset>
      )}
      <div className={styles.choices}>
        {rooms.length > 1 && (
          <NativeSelect
            label={text('register.filter.room')}
            value={filter.room ?? ''}
            onChange={event => onFilter({ ...filter, room: event.currentTarget.value || null })}
            data={[
              { value: '', label: text('register.filter.all-rooms') },
              ...rooms.map(room => ({ value: room, label: roomName(room) })),
            ]}
          />
        )}
        <NativeSelect
          label={text('register.group')}
          value={by}
          onChange={event => onGroup(event.currentTarget.value as Grouping)}
          data={groupings.map(one => ({ value: one, label: text(`register.group.${one}`) }))}
        />
      </div>
    </div>
  );
}

function GroupName({ by, of, count }: { by: Grouping; of: string | null; count: number }) {
  const text = useText();
  const roomName = useRoomName();
  const owner = useView(({ people }) => (by === 'owner' && of !== null ? people[of]?.name : null));
  const names: Record<Grouping, string> = {
    kind: '',
    room: of === null ? '' : roomName(of),
    municipality: of ?? text('register.no-municipality'),
    owner: of === null ? text('register.no-owner') : (owner ?? text('common.nameless')),
  };
  return (
    <h3 className={styles.groupName}>
      {by === 'kind' ? <Kind kind={of as OutcomeKind} /> : <bdi>{names[by]}</bdi>}
      <span className={styles.quiet}>{text('common.number', { number: count })}</span>
    </h3>
  );
}
