import { Menu } from '@mantine/core';
import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Link } from 'react-router';
import { Icon } from '../../design/Icon.tsx';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { useDialogue } from '../../dialogue/DialogueProvider.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useMay, useView } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useMoments } from '../../platform/moments.ts';
import styles from './AgendaPanel.module.css';
import { kindSigns } from './kind-signs.ts';
import { type Place, placesOf } from './places.ts';
import { useText } from './texts.ts';
import { useAgenda, useAgendaClock, useClosesAt } from './use-agenda.ts';
import { useBlocks } from './use-blocks.ts';
import { useGo } from './use-go.ts';

/** Every block of the session with the time that it took, or will get. */
export function BlockList() {
  const text = useText();
  const { id } = useDialogue();
  const { session, plan, openedAt } = useRoom().session;
  const mayPlan = useMay()('agenda.put');
  const blocks = useBlocks(session);
  const taken = useAgenda()?.taken ?? {};
  const now = useAgendaClock();
  const places = placesOf({ blocks, taken, now, opensAt: openedAt });
  return (
    <section className={styles.part} aria-label={text('agenda.blocks')}>
      <ol className={styles.blocks}>
        {places.map(place => (
          <li key={place.block.block} data-state={place.state}>
            <Row place={place} />
          </li>
        ))}
      </ol>
      <End />
      {mayPlan && (
        <Link className={styles.link} to={`/d/${id}/sessions/${plan.session}/agenda`}>
          {text('agenda.to-plan')}
        </Link>
      )}
    </section>
  );
}

function End() {
  const text = useText();
  const moments = useMoments();
  return <p className={styles.end}>{text('agenda.end', { time: moments.time(useClosesAt()) })}</p>;
}

function Row({ place }: { place: Place }) {
  const { language } = useLanguage();
  const moments = useMoments();
  const { block, state, startsAt } = place;
  return (
    <div className={styles.row}>
      <span className={styles.when}>{startsAt !== null && state !== 'done' ? moments.time(startsAt) : ''}</span>
      <span className={styles.small}>
        <Icon of={state === 'done' ? IconCheck : kindSigns[block.kind]} size={20} />
      </span>
      <div className={styles.words}>
        <bdi className={styles.name}>{nameIn(block.title, language)}</bdi>
        <Length place={place} />
        <Carried block={block.block} />
      </div>
      <Actions block={block} state={state} />
    </div>
  );
}

function Length({ place: { state, block, minutes } }: { place: Place }) {
  const text = useText();
  const inMinutes = (count: number) => text('common.minutes', { count });
  const words =
    state === 'done'
      ? text('agenda.done', { minutes: inMinutes(minutes) })
      : state === 'ahead' && minutes < block.minutes
        ? text('agenda.shortened', { minutes: inMinutes(minutes), planned: inMinutes(block.minutes) })
        : inMinutes(minutes);
  return <span className={styles.quiet}>{words}</span>;
}

/** What was put aside and has its time in this block. */
function Carried({ block }: { block: string }) {
  const text = useText();
  const { session } = useRoom().session;
  const brought = useView(({ agenda }) => agenda.brought[session] ?? none);
  const parked = useAgenda()?.parked ?? {};
  const own = Object.values(parked).filter(({ status, to }) => status === 'parked' && to?.block === block);
  const all = [...own, ...brought.filter(one => one.block === block)];
  return all.map(({ item, text: words }) => (
    <span key={item} className={styles.brought}>
      {text('agenda.brought', { item: words })}
    </span>
  ));
}

const none: readonly { item: string; text: string; block: string }[] = [];

function Actions({ block, state }: { block: ShownBlock; state: Place['state'] }) {
  const text = useText();
  const { language } = useLanguage();
  const mayLead = useMay()('agenda.go');
  const go = useGo();
  if (!mayLead || state === 'now') return null;
  return (
    <MenuOnDemand label={text('agenda.actions', { block: nameIn(block.title, language) })}>
      <Menu.Item onClick={() => go(block)}>{text('agenda.go')}</Menu.Item>
    </MenuOnDemand>
  );
}
