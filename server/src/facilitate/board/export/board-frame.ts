import type { DocumentId } from '@multaqa/shared/documents/names';
import { type Boards, boardIn } from '@multaqa/shared/facilitate/board/board.state';
import { resultOf } from '@multaqa/shared/facilitate/board/board.view';
import { boardWords } from '@multaqa/shared/facilitate/board/table/words';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { State } from '@multaqa/shared/kernel/composition';
import type { Language } from '@multaqa/shared/kernel/languages';
import { nameIn } from '@multaqa/shared/name-in';
import type { People } from '@multaqa/shared/people/people.state';
import type { Writer } from '../../../platform/store/store.ts';

/** What a file of a board says besides its things; all of it is data, so that it goes into a thread. */
export type BoardFrame = {
  language: Language;
  title: string;
  /** Names by the client ids of Yjs, and by the ids of people; empty where nobody is to see who wrote what. */
  clients: { readonly [client: number]: string };
  people: { readonly [person: string]: string };
  /** How many dots each thing got in a vote that was counted. */
  dots: { readonly [thing: string]: number };
};

type Told = {
  language: Language;
  rooms: RoomNames;
  authors: ReadonlyMap<number, Writer> | null;
  boards: Boards;
};

/** The frame of a board's file, in the language of whoever saves it. */
export function boardFrame(state: State, { room }: DocumentId, { language, rooms, authors, boards }: Told): BoardFrame {
  const words = boardWords[language];
  const named = rooms[room];
  const roomName = named ? nameIn(named.names, language) || `${words.breakout} ${named.mark + 1}` : words.plenary;
  const people = state.people as People;
  const nameOf = (person: string | null) => (person === null ? '' : (people[person]?.name ?? ''));
  const clients = [...(authors ?? [])].flatMap(([client, person]) => {
    const name = nameOf(person);
    return name ? [[client, name] as const] : [];
  });
  const { vote } = boardIn(boards, room);
  const counted = vote?.status === 'counted' ? Object.entries(resultOf(vote)) : [];
  return {
    ...{ language, title: `${words.board}: ${roomName}`, clients: Object.fromEntries(clients) },
    people: authors ? Object.fromEntries(Object.keys(people).map(person => [person, nameOf(person)])) : {},
    dots: Object.fromEntries(counted.map(([thing, { dots }]) => [thing, dots])),
  };
}
