import { Button } from '@mantine/core';
import type { Guest } from '@multaqa/shared/facilitate/breakouts/guest';
import { filled, previewOf } from '@multaqa/shared/facilitate/breakouts/preview';
import { limits } from '@multaqa/shared/limits';
import IconArrowsShuffle from '@tabler/icons-react/dist/esm/icons/IconArrowsShuffle.mjs';
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs';
import IconUserPlus from '@tabler/icons-react/dist/esm/icons/IconUserPlus.mjs';
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { announce } from '../../../../design/announce.ts';
import { Icon } from '../../../../design/Icon.tsx';
import { type BoardWords, loose } from '../../../../design/people-board/board.ts';
import { PeopleBoard } from '../../../../design/people-board/PeopleBoard.tsx';
import { usePeopleColumns } from '../../../../dialogue/people-columns.ts';
import { useBreakoutName } from '../../../../dialogue/rooms.ts';
import { useCommand } from '../../../../dialogue/use-dialogue.ts';
import { newSeed } from '../seed.ts';
import { useText } from '../texts.ts';
import type { ShownGrouping } from '../use-groupings.ts';
import { dealtAgain, restPlaced } from './dealing-again.ts';
import { RoomHead } from './RoomHead.tsx';
import { useRoomNotes } from './room-breaks.ts';
import { useShaping } from './use-shaping.tsx';

type Props = { grouping: ShownGrouping; guests: readonly Guest[]; mayChange: boolean };

/** The rooms of a grouping as columns of cards, to be changed by hand. */
export function RoomsBoard({ grouping, guests, mayChange }: Props) {
  const text = useText();
  const words = useWords();
  const columns = useRoomColumns(grouping, guests);
  const notes = useRoomNotes(grouping, guests);
  const shaping = useShaping(grouping);
  const dealer = useRef<HTMLButtonElement>(null);
  const facts = useMemo(() => {
    const rooms = grouping.rooms.map(({ room, roles }) => ({ room, facilitator: roles.facilitator ?? null }));
    return new Map(previewOf(guests, filled(rooms, grouping.places)).rooms.map(one => [one.room, one]));
  }, [guests, grouping.rooms, grouping.places]);
  const move = useMove(grouping, columns);
  return (
    <>
      <PeopleBoard
        columns={columns}
        words={words}
        opened={null}
        onTheWay={grouping.onTheWay}
        notes={notes}
        move={mayChange ? move : null}
        moveOut={text('prepare.move-out')}
        onLook={null}
        headOf={({ id, name, members }) => {
          const room = grouping.rooms.find(one => one.room === id);
          if (!room) return members.length > 0 && mayChange && <PlaceRest {...{ grouping, guests, dealer }} />;
          return (
            <RoomHead
              room={room}
              name={name}
              facts={facts.get(id)}
              breaks={notes.groups.get(id) ?? []}
              shaping={mayChange ? shaping : null}
            />
          );
        }}
        tools={<Tools grouping={grouping} guests={guests} dealer={dealer} onAdd={shaping.onAdd} />}
      />
      {shaping.dialogs}
    </>
  );
}

type ToolsProps = Omit<Props, 'mayChange'> & { dealer: RefObject<HTMLButtonElement | null>; onAdd(): void };

function Tools({ grouping, guests, dealer, onAdd }: ToolsProps) {
  const text = useText();
  const send = useCommand();
  const { rooms, places } = grouping;
  const isDealt = Object.keys(places).length > 0;
  const deal = () => {
    void send('breakouts.deal', { grouping: grouping.grouping, ...dealtAgain(grouping, guests, newSeed()) });
    announce(text('prepare.deal.done'));
  };
  return (
    <>
      <Button
        variant="subtle"
        color="ink"
        disabled={rooms.length >= limits.breakouts}
        leftSection={<Icon of={IconPlus} size={20} />}
        onClick={onAdd}
      >
        {text('prepare.add')}
      </Button>
      {rooms.length > 0 && (
        <Button
          ref={dealer}
          variant="subtle"
          color="ink"
          leftSection={<Icon of={IconArrowsShuffle} size={20} />}
          onClick={deal}
        >
          {text(isDealt ? 'prepare.deal.again' : 'prepare.deal')}
        </Button>
      )}
    </>
  );
}

/** One press gives a room to everybody who has none. It goes with them, and the focus to what deals everybody. */
function PlaceRest({ grouping, guests, dealer }: Omit<ToolsProps, 'onAdd'>) {
  const text = useText();
  const send = useCommand();
  if (grouping.rooms.length === 0) return null;
  return (
    <div>
      <Button
        variant="default"
        leftSection={<Icon of={IconUserPlus} size={20} />}
        onClick={() => {
          void send('breakouts.deal', { grouping: grouping.grouping, ...restPlaced(grouping, guests) });
          announce(text('prepare.place-rest.done'));
          dealer.current?.focus();
        }}
      >
        {text('prepare.place-rest')}
      </Button>
    </div>
  );
}

function useRoomColumns({ rooms, places }: ShownGrouping, guests: readonly Guest[]) {
  const text = useText();
  const nameOf = useBreakoutName();
  const groups = useMemo(
    () => rooms.map(one => ({ id: one.room, mark: one.mark, name: nameOf(one) })),
    [rooms, nameOf],
  );
  const grouped = useMemo(() => guests.map(({ person }) => person), [guests]);
  return usePeopleColumns(groups, places, grouped, text('prepare.loose'));
}

/** Moves people and tells screen readers so; the same function while only people's places change. */
function useMove({ grouping }: ShownGrouping, columns: ReturnType<typeof useRoomColumns>) {
  const text = useText();
  const send = useCommand();
  const newest = useRef(columns);
  useLayoutEffect(() => {
    newest.current = columns;
  }, [columns]);
  return useCallback(
    (people: readonly string[], to: string) => {
      void send('breakouts.place', { grouping, people: [...people], room: to === loose ? null : to });
      const target = newest.current.find(({ id }) => id === to);
      announce(text('prepare.moved', { count: people.length, room: target?.name ?? '' }));
    },
    [send, grouping, text],
  );
}

function useWords(): BoardWords {
  const text = useText();
  return useMemo(
    () => ({ empty: text('prepare.empty'), nobodyLoose: text('prepare.loose.empty'), strip: text('prepare.strip') }),
    [text],
  );
}
