import IconLayoutGrid from '@tabler/icons-react/dist/esm/icons/IconLayoutGrid.mjs';
import IconLifebuoy from '@tabler/icons-react/dist/esm/icons/IconLifebuoy.mjs';
import IconSitemap from '@tabler/icons-react/dist/esm/icons/IconSitemap.mjs';
import { useEffect } from 'react';
import { announce } from '../../design/announce.ts';
import { HostStep } from '../../design/HostStep.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useRoomName } from '../../dialogue/rooms.ts';
import { useCommand, useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useControlRoomShown, useShowControlRoom } from './control-room.ts';
import { useNextGrouping } from './groupings.ts';
import { useText } from './texts.ts';
import { useLive } from './use-live.ts';

/** For hosts, in their strip: opens the next breakouts with one click, and brings everybody back with one. */
export function BreakoutSteps() {
  const may = useMay();
  const live = useLive();
  if (!may('breakouts.open')) return null;
  return live ? <WhileOpen /> : <Next />;
}

function Next() {
  const text = useText();
  const send = useCommand();
  const { session, showPanel } = useRoom();
  const next = useNextGrouping(session.session);
  const isTheirTime = useIsTheirTime(session.session);
  if (!next)
    return <HostStep icon={IconSitemap} label={text('breakouts.title')} onClick={() => showPanel('breakouts')} />;
  return (
    <HostStep
      icon={IconSitemap}
      tone={isTheirTime ? 'next' : 'plain'}
      label={text('breakouts.open.of', { title: next.title })}
      onClick={() => void send('breakouts.open', { session: session.session, grouping: next.grouping })}
    />
  );
}

/** Whether opening them is the next step: where the session has an agenda, in its blocks for breakouts alone. */
const useIsTheirTime = (session: string): boolean =>
  useView(({ agenda }) => {
    const planned = agenda.sessions[session];
    if (!planned || planned.order.length === 0) return true;
    return planned.now !== null && planned.blocks[planned.now.block]?.kind === 'rooms';
  });

function WhileOpen() {
  const text = useText();
  const send = useCommand();
  const nameOf = useRoomName();
  const live = useLive();
  const isOpen = useControlRoomShown();
  const showControlRoom = useShowControlRoom();
  const help = Object.entries(live?.hosts?.help ?? {}).sort(([, a], [, b]) => a.at - b.at);
  const [first] = help;
  const calling = first ? text('breakouts.help.of', { room: nameOf(first[0]) }) : null;
  useEffect(() => {
    if (calling) announce(calling);
  }, [calling]);
  if (!live) return null;
  const { session } = live;
  return (
    <>
      {first && calling && (
        <HostStep
          icon={IconLifebuoy}
          tone="waiting"
          label={calling}
          onClick={() => void send('breakouts.enter', { session, room: first[0] })}
        />
      )}
      <HostStep
        icon={IconLayoutGrid}
        label={text(isOpen ? 'breakouts.control-close' : 'breakouts.control')}
        onClick={() => showControlRoom(!isOpen)}
      />
      {!live.isClosing && !isOpen && (
        <HostStep
          tone="next"
          label={text('breakouts.close')}
          onClick={() => void send('breakouts.close', { session, when: 'soon' })}
        />
      )}
    </>
  );
}
