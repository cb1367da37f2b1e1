import { Button } from '@mantine/core';
import type { NudgeKind } from '@multaqa/shared/facilitate/exchange/exchange.messages';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import { limits } from '@multaqa/shared/limits';
import { useState } from 'react';
import { Notice } from '../../design/Notice.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay, useMe, useOwn, useServerClock, useView } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import { useTick } from '../../platform/use-tick.ts';
import styles from './ExchangeNotice.module.css';
import { useText } from './texts.ts';
import { minutesSince, useInvite } from './use-invite.ts';

/** What one is told privately: a nudge of one's own, and to hosts who was not heard for long. */
export function ExchangeNotice() {
  const { room } = useRoom();
  const may = useMay();
  return may('exchange.invite', { room }) ? <Prompt key={room} /> : <Nudges />;
}

/** Asks a host whether to invite who has been quiet the longest. */
function Prompt() {
  const text = useText();
  const { room } = useRoom();
  const people = useView(view => view.exchange.rooms[room]?.people);
  const cards = useView(view => view.people);
  const isOn = useView(view => view.exchange.rules[sessionOf(room)]?.nudges !== 'off');
  const [put, setPut] = useState<readonly string[]>([]);
  const now = useServerClock();
  const invite = useInvite(room);
  useTick(30_000);
  const quiet = Object.entries(people ?? {})
    .filter(([person, { quietSince }]) => now() - quietSince >= limits.longSilence && !put.includes(person))
    .sort(([, a], [, b]) => a.quietSince - b.quietSince);
  const [first] = quiet;
  if (!first || !isOn) return null;
  const [person, { quietSince }] = first;
  const name = cards[person]?.name ?? text('common.nameless');
  const town = cards[person]?.municipality ?? '';
  const minutes = text('common.minutes', { count: minutesSince(quietSince, now()) });
  const putAway = () => setPut([...put, person]);
  return (
    <Notice
      tone="warning"
      action={
        <span className={styles.actions}>
          <Button
            aria-label={text('exchange.invite-name', { name })}
            onClick={() => {
              putAway();
              invite(person);
            }}
          >
            {text('exchange.invite')}
          </Button>
          <Button variant="default" onClick={putAway}>
            {text('exchange.later')}
          </Button>
        </span>
      }
    >
      {town ? text('exchange.prompt-town', { minutes, name, town }) : text('exchange.prompt', { minutes, name })}
    </Notice>
  );
}

const order: readonly NudgeKind[] = ['invited', 'silent', 'speaking'];

/** The nudge that matters most; what one has acted on is not shown again. */
function Nudges() {
  const nudges = useOwn(own => own.exchange.nudges);
  const [acted, setActed] = useState<readonly string[]>([]);
  const kind = order.find(one => nudges[one] !== undefined && !acted.includes(`${one} ${nudges[one]}`));
  if (!kind) return null;
  return <Nudge kind={kind} onActed={() => setActed([...acted, `${kind} ${nudges[kind]}`])} />;
}

function Nudge({ kind, onActed }: { kind: NudgeKind; onActed(): void }) {
  const text = useText();
  const may = useMay();
  const send = useCommand();
  const { room, showPanel } = useRoom();
  const { person } = useMe();
  const putAway = () => void send('exchange.dismiss', { session: sessionOf(room), person, nudge: kind });
  const come = () => {
    onActed();
    if (may('floor.ask', { room })) void send('floor.ask', { room, item: newId(), as: 'turn' });
    else showPanel('chat');
  };
  return (
    <Notice
      tone="accent"
      action={
        <span className={styles.actions}>
          {kind !== 'speaking' && (
            <Button onClick={come}>
              {text(may('floor.ask', { room }) ? 'exchange.nudge.ask' : 'exchange.nudge.chat')}
            </Button>
          )}
          <Button variant="default" onClick={putAway}>
            {text(kind === 'speaking' ? 'exchange.nudge.fine' : 'exchange.nudge.away')}
          </Button>
        </span>
      }
    >
      {text(`exchange.nudge.${kind}`)}
    </Notice>
  );
}
