import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import { useId } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { Meter } from '../../design/Meter.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay, useOwn, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import styles from './AgendaPanel.module.css';
import { BlockClock } from './BlockClock.tsx';
import { kindSigns } from './kind-signs.ts';
import { useText } from './texts.ts';
import { useAgenda, useCurrent, useGuestCount } from './use-agenda.ts';

/** The block that goes on, large, and the word that one is ready to move on. */
export function CurrentBlock() {
  const text = useText();
  const { language } = useLanguage();
  const { room } = useRoom();
  const may = useMay();
  const current = useCurrent();
  const leader = useView(({ people }) => {
    const lead = current?.block.lead;
    return lead ? (people[lead]?.name ?? null) : null;
  });
  if (!current) return null;
  const { block } = current;
  const goal = nameIn(block.goal, language);
  return (
    <article className={styles.current} aria-current="step">
      <div className={styles.head}>
        <span className={styles.sign}>
          <Icon of={kindSigns[block.kind]} size={24} />
        </span>
        <h2 className={styles.title}>
          <bdi>{nameIn(block.title, language)}</bdi>
        </h2>
      </div>
      <BlockClock />
      {goal && <p dir="auto">{goal}</p>}
      {leader && <p className={styles.quiet}>{text('agenda.lead', { name: leader })}</p>}
      <How block={block} />
      {may('agenda.ready', { room }) && <ReadyButton block={block.block} />}
      {may('agenda.go') && <ReadyCount />}
    </article>
  );
}

/** Method and materials, where somebody has written them. */
function How({ block }: { block: ShownBlock }) {
  const text = useText();
  const { language } = useLanguage();
  const parts = (['method', 'materials'] as const).flatMap(part => {
    const words = nameIn(block[part], language);
    return words ? [{ part, words }] : [];
  });
  if (parts.length === 0) return null;
  return (
    <dl className={styles.how}>
      {parts.map(({ part, words }) => (
        <div key={part}>
          <dt>{text(`agenda.${part}`)}</dt>
          <dd dir="auto">{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReadyButton({ block }: { block: string }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  const hint = useId();
  const isReady = useOwn(own => own.agenda.ready) === block;
  return (
    <div className={styles.ready}>
      <button
        type="button"
        className={styles.readyButton}
        aria-pressed={isReady}
        aria-describedby={hint}
        onClick={() => void send('agenda.ready', { room, block, on: !isReady })}
      >
        <Icon of={isReady ? IconCircleCheck : IconCircle} size={20} />
        {text('agenda.i-am-ready')}
      </button>
      <p id={hint} className={styles.quiet}>
        {text('agenda.ready.hint')}
      </p>
    </div>
  );
}

function ReadyCount() {
  const text = useText();
  const ready = useAgenda()?.ready ?? 0;
  const all = useGuestCount();
  if (all === 0) return null;
  return (
    <div className={styles.ready}>
      <p>{text('agenda.ready.count', { ready, all })}</p>
      <Meter value={ready / all} />
    </div>
  );
}
