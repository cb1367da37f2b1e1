import { Button, Menu } from '@mantine/core';
import type { Way } from '@multaqa/shared/facilitate/floor/floor.messages';
import { limits } from '@multaqa/shared/limits';
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs';
import IconMessageReply from '@tabler/icons-react/dist/esm/icons/IconMessageReply.mjs';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMe } from '../../dialogue/use-dialogue.ts';
import { newId } from '../../platform/ids.ts';
import styles from './FloorButton.module.css';
import { useText } from './texts.ts';
import { useFloor } from './use-floor.ts';

const short = { number: limits.replySeconds };
const icons = { reply: IconMessageReply, process: IconGavel };

/** A short reply to who speaks, and a point of process, where they can be asked for now: beside the big button a menu, in the panel two buttons. */
export function OtherWays({ look }: { look: 'menu' | 'buttons' }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  const ways = useWays();
  if (ways.length === 0) return null;
  const ask = (as: Way) => () => void send('floor.ask', { room, item: newId(), as });
  if (look === 'buttons')
    return (
      <div className={styles.ways}>
        {ways.map(way => (
          <Button
            key={way}
            variant="default"
            size="compact-md"
            className={styles.way}
            leftSection={<Icon of={icons[way]} size={18} />}
            onClick={ask(way)}
          >
            {text(`floor.way.${way}`, short)}
          </Button>
        ))}
      </div>
    );
  return (
    <span className={styles.menu}>
      <MenuOnDemand label={text('floor.ways')}>
        {ways.map(way => (
          <Menu.Item key={way} leftSection={<Icon of={icons[way]} size={20} />} onClick={ask(way)}>
            {text(`floor.way.${way}`, short)}
          </Menu.Item>
        ))}
      </MenuOnDemand>
    </span>
  );
}

/** What can be asked for besides a turn: one reply to each turn that is none itself, and one point of process by each person. */
function useWays(): ('reply' | 'process')[] {
  const { room } = useRoom();
  const { person } = useMe();
  const { holder, queue } = useFloor(room);
  if (!holder || holder.person === person) return [];
  const isOneReplyFree = holder.as !== 'reply' && holder.as !== 'process' && !queue.some(({ as }) => as === 'reply');
  const hasAsked = queue.some(({ as, person: other }) => as === 'process' && other === person);
  return [...(isOneReplyFree ? (['reply'] as const) : []), ...(hasAsked ? [] : (['process'] as const))];
}
