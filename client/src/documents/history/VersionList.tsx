import type { ListedVersion } from '@multaqa/shared/documents/wire';
import { Pill, type Tone } from '../../design/Pill.tsx';
import { useView } from '../../dialogue/use-dialogue.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './History.module.css';
import { useText } from './texts.ts';

type Props = { versions: readonly ListedVersion[]; onChoose(version: string): void };

const tones: Record<ListedVersion['kind'], Tone> = {
  named: 'accent',
  signed: 'good',
  restored: 'plain',
  auto: 'plain',
};

/** Versions day by day, the newest first. */
export function VersionList({ versions, onChoose }: Props) {
  const { fullDay } = useMoments();
  const days = new Map<string, ListedVersion[]>();
  for (const version of versions) {
    const day = fullDay(version.writtenAt);
    days.set(day, [...(days.get(day) ?? []), version]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h3 className={styles.dayName}>{day}</h3>
      <ul className={styles.versions}>
        {ofDay.map(version => (
          <li key={version.version}>
            <Entry of={version} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Entry({
  of: { version, kind, title, person, writtenAt },
  onChoose,
}: {
  of: ListedVersion;
  onChoose: Props['onChoose'];
}) {
  const text = useText();
  const { time } = useMoments();
  const name = useView(({ people }) => (person ? people[person]?.name : null));
  return (
    <button type="button" className={styles.version} onClick={() => onChoose(version)}>
      <span className={styles.when}>{time(writtenAt)}</span>
      <span className={styles.what}>
        <bdi className={styles.words}>{title ?? text(`history.kind.${kind}`)}</bdi>
        <span className={styles.by}>
          {title && <Pill tone={tones[kind]}>{text(`history.pill.${kind}`)}</Pill>}
          {person && kind !== 'auto' && <bdi className={styles.quiet}>{name ?? text('common.nameless')}</bdi>}
        </span>
      </span>
    </button>
  );
}
