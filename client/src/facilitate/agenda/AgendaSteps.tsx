import { nameIn } from '@multaqa/shared/name-in';
import IconClockPlus from '@tabler/icons-react/dist/esm/icons/IconClockPlus.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import IconPlayerTrackNext from '@tabler/icons-react/dist/esm/icons/IconPlayerTrackNext.mjs';
import { useState } from 'react';
import { HostStep } from '../../design/HostStep.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { ExtendDialog } from './ExtendDialog.tsx';
import { useText } from './texts.ts';
import { useAgenda, useAgendaClock, useGuestCount } from './use-agenda.ts';
import { useBlocks } from './use-blocks.ts';
import { useGo } from './use-go.ts';

/** For hosts: begins the agenda, moves on, and gives a block more time. */
export function AgendaSteps() {
  const mayLead = useMay()('agenda.go');
  const isGoing = useAgendaClock() !== null;
  if (!mayLead) return null;
  return isGoing ? <WhileGoing /> : <Begin />;
}

/** The first block that has not taken place. */
function Begin() {
  const text = useText();
  const { language } = useLanguage();
  const { session } = useRoom().session;
  const taken = useAgenda()?.taken ?? {};
  const first = useBlocks(session).find(({ block }) => !taken[block]);
  const go = useGo();
  if (!first) return null;
  return (
    <HostStep
      icon={IconPlayerPlay}
      tone="next"
      label={text('agenda.begin', { block: nameIn(first.title, language) })}
      onClick={() => go(first)}
    />
  );
}

function WhileGoing() {
  const text = useText();
  const { language } = useLanguage();
  const now = useAgendaClock();
  const ready = useAgenda()?.ready ?? 0;
  const guests = useGuestCount();
  const go = useGo();
  const { session } = useRoom().session;
  const areInRooms = useView(({ breakouts }) => !!breakouts.live[session]);
  const [isExtending, setExtending] = useState(false);
  if (!now) return null;
  const [next] = now.ahead;
  const block = next && nameIn(next.title, language);
  // Time is up, or more than half of the room waits for it; but everybody comes back from their rooms first.
  const isDue = !areInRooms && (now.clock.left < 0 || ready * 2 > guests);
  return (
    <>
      <HostStep icon={IconClockPlus} label={text('agenda.more-time')} onClick={() => setExtending(true)} />
      {next && block && (
        <HostStep
          icon={IconPlayerTrackNext}
          tone={isDue ? 'next' : 'plain'}
          label={
            ready > 0
              ? text('agenda.move-on.ready', { block, ready: text('agenda.ready.count', { ready, all: guests }) })
              : text('agenda.move-on', { block })
          }
          onClick={() => go(next)}
        />
      )}
      <ExtendDialog isOpen={isExtending} onClose={() => setExtending(false)} />
    </>
  );
}
