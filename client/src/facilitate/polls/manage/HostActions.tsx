import { Button, Menu } from '@mantine/core';
import type { ShownRun } from '@multaqa/shared/facilitate/polls/polls.view';
import { isHost } from '@multaqa/shared/kernel/context';
import { useState } from 'react';
import { MenuOnDemand } from '../../../design/MenuOnDemand.tsx';
import { offerUndo } from '../../../design/toasts.tsx';
import { useCommand, useMay, useMe, useServerClock, useView } from '../../../dialogue/use-dialogue.ts';
import { useText } from '../texts.ts';
import { LaunchDialog, type Launching } from './LaunchDialog.tsx';
import styles from './Manage.module.css';

type Props = { run: ShownRun; room: string };

/** What whoever facilitates does with a run: close it, show it on the stage, and the rest in a menu. */
export function HostActions({ run, room }: Props) {
  const may = useMay();
  const { role } = useMe();
  const mayRule = may('polls.close', { room }) && (run.rooms.length === 1 || isHost(role));
  if (!mayRule) return null;
  return run.status === 'open' ? <WhileOpen run={run} room={room} /> : <AfterClose run={run} room={room} />;
}

function WhileOpen({ run, room }: Props) {
  const text = useText();
  const send = useCommand();
  const now = useServerClock();
  const inside = { run: run.run, room };
  const left = run.endsAt === null ? 0 : Math.max(0, Math.round((run.endsAt - now()) / 1_000));
  const time = (seconds: number | null) => void send('polls.time', { ...inside, seconds });
  return (
    <div className={styles.actions}>
      <Button onClick={() => void send('polls.close', inside)}>{text('polls.close')}</Button>
      <StageButton run={run} room={room} what="question" />
      <MenuOnDemand label={text('polls.more')}>
        <Menu.Item onClick={() => time(left + 60)}>
          {text(run.endsAt === null ? 'polls.time.minute' : 'polls.time.more')}
        </Menu.Item>
        {run.endsAt !== null && <Menu.Item onClick={() => time(null)}>{text('polls.time.none')}</Menu.Item>}
        <DiscardItem run={run} />
      </MenuOnDemand>
    </div>
  );
}

function AfterClose({ run, room }: Props) {
  const text = useText();
  const send = useCommand();
  const inside = { run: run.run, room };
  const plan = useView(({ polls }) => polls.plan);
  const poll = plan?.find(one => one.poll === run.poll && one.status === 'kept') ?? null;
  const [launching, setLaunching] = useState<Launching | null>(null);
  const isQuiz = run.sheet.design.kind === 'quiz';
  return (
    <div className={styles.actions}>
      {isQuiz && !run.isRevealed && (
        <Button onClick={() => void send('polls.reveal', inside)}>{text('polls.reveal')}</Button>
      )}
      <StageButton run={run} room={room} what="result" />
      <MenuOnDemand label={text('polls.more')}>
        {poll && (
          <Menu.Item onClick={() => setLaunching({ poll: poll.poll, sheet: poll.sheet })}>
            {text('polls.again')}
          </Menu.Item>
        )}
        {run.sheet.names !== 'never' && (
          <Menu.Item onClick={() => void send('polls.reopen', inside)}>{text('polls.reopen')}</Menu.Item>
        )}
        <DiscardItem run={run} />
      </MenuOnDemand>
      <LaunchDialog of={launching} onClose={() => setLaunching(null)} />
    </div>
  );
}

/** Puts a run on the stage of the room, or takes it off. */
function StageButton({ run, room, what }: Props & { what: 'question' | 'result' }) {
  const text = useText();
  const send = useCommand();
  const isShown = useView(({ polls }) => polls.shown[room]?.run === run.run && polls.shown[room]?.what === what);
  const show = () =>
    void send('polls.show', { room, shown: isShown ? null : { run: run.run, what, split: null, against: null } });
  return (
    <Button variant="default" onClick={show}>
      {text(isShown ? 'polls.stage.end' : 'polls.stage')}
    </Button>
  );
}

function DiscardItem({ run }: { run: ShownRun }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  if (!may('polls.discard', {})) return null;
  const discard = async () => {
    const ack = await send('polls.discard', { run: run.run });
    if (!ack.ok) return;
    offerUndo({
      message: text('polls.discarded'),
      label: text('common.undo'),
      undo: () => void send('polls.restore', { run: run.run }),
    });
  };
  return <Menu.Item onClick={() => void discard()}>{text('polls.discard')}</Menu.Item>;
}
