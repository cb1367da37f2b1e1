import { Menu } from '@mantine/core';
import type { ShownItem } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import { MenuOnDemand } from '../../design/MenuOnDemand.tsx';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand, useMay, useMe } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useText } from './texts.ts';
import { useTargets } from './use-targets.ts';

/** What hosts do with something put aside; whoever put it aside takes it out again. */
export function ItemMenu({ of }: { of: ShownItem }) {
  const text = useText();
  const may = useMay();
  const { person } = useMe();
  const { room } = useRoom();
  const mayLead = may('agenda.settle');
  const canTakeOut = may('agenda.unpark', { room }) && (mayLead || of.by === person);
  if (!canTakeOut) return null;
  return (
    <MenuOnDemand label={text('agenda.item.menu', { item: of.text })}>
      {mayLead && <Fate of={of} />}
      <TakeOut item={of.item} />
    </MenuOnDemand>
  );
}

/** It is settled, or has its time in a block to come. */
function Fate({ of: { item, status, to } }: { of: ShownItem }) {
  const text = useText();
  const { language } = useLanguage();
  const send = useCommand();
  const { session } = useRoom().session;
  const targets = useTargets(session);
  const isSettled = status === 'settled';
  return (
    <>
      <Menu.Item onClick={() => void send('agenda.settle', { session, item, on: !isSettled })}>
        {text(isSettled ? 'agenda.item.unsettle' : 'agenda.item.settle')}
      </Menu.Item>
      {!isSettled && to && (
        <Menu.Item onClick={() => void send('agenda.carry', { session, item, to: null })}>
          {text('agenda.item.uncarry')}
        </Menu.Item>
      )}
      {!isSettled &&
        targets
          .filter(({ place }) => place.block !== to?.block)
          .map(({ place, title, elsewhere }) => (
            <Menu.Item key={place.block} onClick={() => void send('agenda.carry', { session, item, to: place })}>
              {elsewhere === null
                ? text('agenda.item.carry', { block: nameIn(title, language) })
                : text('agenda.item.carry.session', { block: nameIn(title, language), session: elsewhere })}
            </Menu.Item>
          ))}
    </>
  );
}

function TakeOut({ item }: { item: string }) {
  const text = useText();
  const send = useCommand();
  const { room } = useRoom();
  const takeOut = async () => {
    const ack = await send('agenda.unpark', { room, item });
    if (!ack.ok) return;
    offerUndo({
      message: text('agenda.item.unparked'),
      label: text('common.undo'),
      undo: () => void send('agenda.repark', { room, item }),
    });
  };
  return <Menu.Item onClick={() => void takeOut()}>{text('agenda.item.unpark')}</Menu.Item>;
}
