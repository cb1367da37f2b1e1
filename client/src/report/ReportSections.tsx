import type { ReportLine } from '@multaqa/shared/kernel/slice';
import type { ReactNode } from 'react';
import { useText } from '../platform/languages.ts';
import { useMoments } from '../platform/moments.ts';
import styles from './Report.module.css';
import type { Section } from './report.ts';

/** The parts that have something to tell, in the order of the six steps. */
export function ReportSections({ sections }: { sections: readonly Section[] }) {
  const lines = sections.flatMap(section => section.lines);
  const held = lines.filter(({ key }) => key === 'sessions.held');
  const numberOf = (line: ReportLine, name: string) => Number(line.values[name] ?? 0);
  const find = (key: string) => lines.find(line => line.key === key);
  const [about, people, chat] = [find('about.title'), find('people.count'), find('chat.count')];
  return (
    <>
      {about && <Title title={String(about.values.title)} goal={String(about.values.goal)} />}
      {people && (
        <Numbers>
          <Figure of="people" count={numberOf(people, 'people')} />
          <Figure of="municipalities" count={numberOf(people, 'municipalities')} />
          <Figure of="countries" count={numberOf(people, 'countries')} />
          <Figure of="sessions" count={held.length} />
          {chat && <Figure of="messages" count={numberOf(chat, 'messages')} />}
        </Numbers>
      )}
      <Sessions held={held} />
    </>
  );
}

function Title({ title, goal }: { title: string; goal: string }) {
  return (
    <header className={styles.head}>
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      {goal && (
        <p className={styles.goal} dir="auto">
          {goal}
        </p>
      )}
    </header>
  );
}

const Numbers = ({ children }: { children: ReactNode }) => <ul className={styles.numbers}>{children}</ul>;

function Figure({
  of,
  count,
}: {
  of: 'people' | 'municipalities' | 'countries' | 'sessions' | 'messages';
  count: number;
}) {
  const text = useText();
  return (
    <li className={styles.figure}>
      <span className={styles.number}>{text('app.ordinal', { number: count })}</span>
      <span className={styles.label}>{text(`report.figure.${of}`, { count })}</span>
    </li>
  );
}

function Sessions({ held }: { held: readonly ReportLine[] }) {
  const text = useText();
  const moments = useMoments();
  if (held.length === 0) return null;
  return (
    <section>
      <h3 className={styles.heading}>{text('report.sessions')}</h3>
      <ol className={styles.sessions}>
        {held.map(({ values }) => (
          <li key={String(values.openedAt)} className={styles.session}>
            <span className={styles.day}>{moments.day(Number(values.openedAt))}</span>
            <span className={styles.name} dir="auto">
              {String(values.title)}
            </span>
            <span className={styles.label}>
              {text('sessions.held', {
                minutes: text('sessions.minutes', { count: Math.max(1, Number(values.minutes)) }),
                people: text('places.people', { count: Number(values.people) }),
              })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
