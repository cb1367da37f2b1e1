import type { Registered } from '@multaqa/shared/facilitate/notes/notes.state';
import type { ReactNode } from 'react';
import { Pill } from '../../../design/Pill.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { useMoments } from '../../../platform/moments.ts';
import { Kind } from '../outcome/Kind.tsx';
import { useText } from '../texts.ts';
import type { Grouping } from './arrange.ts';
import styles from './Register.module.css';

/** One outcome of the register: what it is, what it says, who sees to it, and where it comes from. */
export function OutcomeRow({ of, hides, children }: { of: Registered; hides?: Grouping; children?: ReactNode }) {
  const text = useText();
  return (
    <article className={styles.outcome}>
      <header className={styles.rowHead}>
        {hides !== 'kind' && <Kind kind={of.kind} />}
        {hides !== 'room' && <Source of={of} />}
      </header>
      <h4 className={styles.rowTitle} dir="auto">
        {of.title || text('register.unnamed')}
      </h4>
      <Lines of={of.text} />
      {of.translation && (
        <div className={styles.second} lang={of.translation.language}>
          <strong dir="auto">{of.translation.title}</strong>
          <Lines of={of.translation.text} />
          {of.translation.older && <Pill tone="warning">{text('register.older')}</Pill>}
        </div>
      )}
      <Details of={of} />
      {children}
    </article>
  );
}

/** Each line in the direction of its own letters. */
const Lines = ({ of }: { of: string }) =>
  of.split('\n').map((line, at) =>
    line ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name.
      <p key={at} dir="auto">
        {line}
      </p>
    ) : null,
  );

function Source({ of }: { of: Registered }) {
  const roomName = useRoomName();
  return (
    <span className={styles.source}>
      <bdi>{roomName(of.room)}</bdi>
    </span>
  );
}

function Details({ of }: { of: Registered }) {
  const text = useText();
  const { day } = useMoments();
  const people = useView(view => view.people);
  const nameOf = (person: string) => people[person]?.name ?? text('common.nameless');
  const named = of.people.map(nameOf).join(text('common.comma'));
  const parts = [
    of.owner && text('register.owner', { name: nameOf(of.owner) }),
    of.due && text('register.due', { day: day(Date.parse(`${of.due}T12:00:00`)) }),
    of.municipality,
    of.subtopic,
    named,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <ul className={styles.details}>
      {parts.map(part => (
        <li key={part}>
          <bdi>{part}</bdi>
        </li>
      ))}
    </ul>
  );
}
