import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import { useId } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay } from '../../dialogue/use-dialogue.ts';
import styles from './FloorButton.module.css';
import { OtherWays } from './OtherWays.tsx';
import { type Standing, whyOf } from './standing.ts';
import { TurnClock, useCue } from './TurnClock.tsx';
import { useText } from './texts.ts';
import { useFloor, useIsOnItsWay, usePress, useRule, useStanding } from './use-floor.ts';
import { useNth, useWait, useWhy } from './words.ts';

/** The largest control of a room: asks for the floor, tells one's place, and ends one's turn. It always says what a press does or waits for. */
export function FloorButton() {
  const may = useMay();
  const { room } = useRoom();
  return may('floor.ask', { room }) && <OwnFloor />;
}

function OwnFloor() {
  const hint = useId();
  const standing = useStanding();
  const press = usePress();
  const isOnItsWay = useIsOnItsWay();
  const cue = useCue(standing.kind === 'holding' ? standing.turn : null);
  const { label, short, detail, press: does } = useLabels(standing);
  return (
    <div className={styles.floor} data-kind={standing.kind}>
      <button
        type="button"
        className={styles.button}
        data-kind={standing.kind}
        data-cue={cue}
        aria-busy={isOnItsWay}
        aria-describedby={hint}
        onClick={press}
      >
        <Icon of={isOnItsWay ? IconClock : IconHandStop} size={26} />
        <span className={styles.words}>
          <span className={styles.label}>
            <span className={styles.long}>{label}</span>
            <span className={styles.short} aria-hidden="true">
              {short}
            </span>
            {standing.kind === 'holding' && (
              <span className={styles.time}>
                <TurnClock turn={standing.turn} />
              </span>
            )}
          </span>
          {detail && <span className={styles.detail}>{detail}</span>}
        </span>
      </button>
      <span id={hint} hidden>
        {does}
      </span>
      <Beside standing={standing} />
    </div>
  );
}

/** What else can be done at this moment: passing in a round, a reply, a point of process. */
function Beside({ standing }: { standing: Standing }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  if (standing.kind !== 'holding') return <OtherWays look="menu" />;
  const { turn, as } = standing.turn;
  if (as !== 'round') return null;
  return (
    <button type="button" className={styles.beside} onClick={() => void send('floor.pass', { room, turn })}>
      {text('floor.pass')}
    </button>
  );
}

type Labels = { label: string; short: string; detail: string | null; press: string };

/** The words of the button: in a line, as short as a phone needs them, with a reason, and what a press does. */
function useLabels(standing: Standing): Labels {
  const text = useText();
  const { room } = useRoom();
  const { queue, round } = useFloor(room);
  const { policy } = useRule(room);
  const nth = useNth();
  const why = useWhy();
  const wait = useWait(standing.kind === 'waiting' ? standing.place : queue.length);
  const open = text('floor.press.withdraw');
  switch (standing.kind) {
    case 'free':
      return { label: text('floor.speak'), short: text('floor.speak'), detail: text('floor.free'), press: '' };
    case 'ask': {
      const detail = policy === 'hand' ? text('floor.by-hand') : round ? text('floor.after-round') : wait;
      return { label: text('floor.ask'), short: text('floor.ask.short'), detail, press: '' };
    }
    case 'asked':
      return {
        label: text('floor.asked'),
        short: text('floor.asked.short'),
        detail: text('floor.by-hand'),
        press: open,
      };
    case 'waiting': {
      const place = nth(standing.place);
      const label = text('floor.place', { place, wait });
      return { label, short: place, detail: why(whyOf(queue, standing.ask.item)), press: open };
    }
    case 'next':
      return { label: text('floor.next'), short: text('floor.next.short'), detail: null, press: open };
    case 'round': {
      const { ahead } = standing;
      const label = ahead === 0 ? text('floor.next') : text('floor.round.ahead', { count: ahead });
      const short = ahead === 0 ? text('floor.next.short') : text('floor.round.short');
      return { label, short, detail: text('floor.round.on'), press: text('floor.press.round') };
    }
    case 'holding':
      return { label: text('floor.done'), short: text('floor.done'), detail: text('floor.yours'), press: '' };
  }
}
