import { Button } from '@mantine/core';
import { isHost } from '@multaqa/shared/kernel/context';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import { nameIn } from '@multaqa/shared/name-in';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import { Suspense, useState } from 'react';
import { Link } from 'react-router';
import { Icon } from '../../../design/Icon.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useCommand, useMe, useView } from '../../../dialogue/use-dialogue.ts';
import { newId } from '../../../platform/ids.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { lazyWithTexts } from '../../../platform/lazy-with-texts.tsx';
import type { Composed, OnSave } from '../compose/Composer.tsx';
import { kindSigns } from '../compose/kind-signs.ts';
import { useText } from '../texts.ts';
import { LaunchDialog, type Launching } from './LaunchDialog.tsx';
import styles from './Manage.module.css';

const Composer = lazyWithTexts(async () => (await import('../compose/Composer.tsx')).Composer);

/** For whoever facilitates a room: what is prepared for the session, each with one button to start, and a new one on the spot. */
export function RoomPlan({ room }: { room: string }) {
  const text = useText();
  const { language } = useLanguage();
  const { id } = useDialogue();
  const { role } = useMe();
  const send = useCommand();
  const session = sessionOf(room);
  const isForAll = isHost(role);
  const plan = useView(({ polls }) => polls.plan);
  const prepared = (plan ?? []).filter(
    one =>
      one.status === 'kept' &&
      (one.room === null ? one.session === session : one.room === room) &&
      one.runs.length === 0,
  );
  const [launching, setLaunching] = useState<Launching | null>(null);
  const [composed, setComposed] = useState<Composed | null>(null);
  const save: OnSave = async (sheet, then) => {
    const poll = composed?.poll ?? newId();
    const ack = await send('polls.improvise', { poll, room, sheet });
    if (ack.ok && then === 'start') setLaunching({ poll, sheet });
    return ack.ok;
  };
  return (
    <section className={styles.form} aria-label={text('polls.prepared')}>
      <div className={styles.head}>
        <h3 className={styles.title}>{text('polls.prepared')}</h3>
        <Button
          variant="light"
          leftSection={<Icon of={IconPlus} size={18} />}
          onClick={() => setComposed({ poll: newId(), sheet: null, ages: null })}
        >
          {text('polls.new')}
        </Button>
      </div>
      {prepared.length === 0 ? (
        <p className={styles.quiet}>{text('polls.prepared.none')}</p>
      ) : (
        <ul className={styles.list}>
          {prepared.map(({ poll, sheet }) => (
            <li key={poll} className={styles.poll}>
              <Icon of={kindSigns[sheet.design.kind]} size={20} />
              <span className={styles.words}>
                <bdi className={styles.name}>{nameIn(sheet.question, language)}</bdi>
              </span>
              <Button
                variant="default"
                aria-label={text('polls.start.of', { question: nameIn(sheet.question, language) })}
                onClick={() => setLaunching({ poll, sheet })}
              >
                {text('polls.start')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isForAll && (
        <Link className={styles.quiet} to={`/d/${id}/sessions/${session}/polls`}>
          {text('polls.plan.open')}
        </Link>
      )}
      <LaunchDialog of={launching} onClose={() => setLaunching(null)} />
      <Suspense fallback={null}>
        {composed && <Composer of={composed} mayStart onSave={save} onClose={() => setComposed(null)} />}
      </Suspense>
    </section>
  );
}
