import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { useState } from 'react';
import { ConfirmDialog } from '../../../../design/ConfirmDialog.tsx';
import { NamesDialog } from '../../../../design/people-board/NamesDialog.tsx';
import { useBreakoutName } from '../../../../dialogue/rooms.ts';
import { useCommand } from '../../../../dialogue/use-dialogue.ts';
import { newId } from '../../../../platform/ids.ts';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import { RolesDialog } from './RolesDialog.tsx';

type Asked = { kind: 'name' | 'roles' | 'drop'; room: string };

/** Adding, naming and removing rooms, and naming who leads them: what is asked for, and the dialogs that ask. */
export function useShaping(shown: ShownGrouping) {
  const text = useText();
  const send = useCommand();
  const nameOf = useBreakoutName();
  const [asked, ask] = useState<Asked | null>(null);
  const { grouping, session, rooms, places } = shown;
  const room = rooms.find(one => one.room === asked?.room) ?? null;
  const close = () => ask(null);
  const drop = (id: string) => void send('breakouts.drop', { grouping, room: id });
  const dialogs = (
    <>
      <NamesDialog
        title={text('prepare.name')}
        hint={text('prepare.name.hint')}
        most={limits.roomNameGraphemes}
        names={asked?.kind === 'name' ? (room?.names ?? {}) : null}
        onSave={(names: Names) => room && void send('breakouts.name', { grouping, room: room.room, names })}
        onClose={close}
      />
      <RolesDialog
        grouping={shown}
        room={asked?.kind === 'roles' ? room : null}
        name={room ? nameOf(room) : ''}
        onClose={close}
      />
      <ConfirmDialog
        title={text('prepare.drop.title', { name: room ? nameOf(room) : '' })}
        body={text('prepare.drop.text')}
        confirm={text('prepare.drop')}
        tone="danger"
        isOpen={asked?.kind === 'drop'}
        onConfirm={() => room && drop(room.room)}
        onClose={close}
      />
    </>
  );
  return {
    dialogs,
    onAdd() {
      const mark = rooms.reduce((most, one) => Math.max(most, one.mark), -1) + 1;
      void send('breakouts.add', { grouping, room: `${session}/${newId()}`, names: {}, mark, cluster: null });
    },
    onName: (id: string) => ask({ kind: 'name', room: id }),
    onAppoint: (id: string) => ask({ kind: 'roles', room: id }),
    /** A room in which nobody and nothing is yet goes without asking. */
    onDrop(id: string) {
      const found = rooms.find(one => one.room === id);
      const isUsed = Object.values(places).includes(id) || (found && hasContent(found));
      if (isUsed) ask({ kind: 'drop', room: id });
      else drop(id);
    },
  };
}

const hasContent = ({ prepared, results }: ShownGrouping['rooms'][number]): boolean =>
  results.length + prepared.material.length > 0 || Object.keys({ ...prepared.task, ...prepared.questions }).length > 0;
