import type { DocumentId } from '@multaqa/shared/documents/names';
import { type Boards, boardIn } from '@multaqa/shared/facilitate/board/board.state';
import { resultOf } from '@multaqa/shared/facilitate/board/board.view';
import { boardWords } from '@multaqa/shared/facilitate/board/table/words';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { Sessions } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { State } from '@multaqa/shared/kernel/composition';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import type { Language } from '@multaqa/shared/kernel/languages';
import { nameIn } from '@multaqa/shared/name-in';
import type { People } from '@multaqa/shared/people/people.state';
import type { Writer } from '../../../platform/store/store.ts';

/** What a file of a board says besides its things; all of it is data, so that it goes into a thread. */
export type BoardFrame = {
  language: Language;
  title: string;
  /** The session it belongs to; empty where that has no title. */
  session: string;
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
export function boardFrame(
  state: State,
  { kind, room }: DocumentId,
  { language, rooms, authors, boards }: Told,
): BoardFrame {
  const words = boardWords[language];
  const named = rooms[room];
  const roomName = named ? nameIn(named.names, language) || `${words.breakout} ${named.mark + 1}` : words.plenary;
  const title = `${words.board}: ${roomName}${kind === 'hostboard' ? ` · ${words.hosts}` : ''}`;
  const session = (state.sessions as Sessions)[sessionOf(room)]?.plan.title ?? '';
  const people = state.people as People;
  const nameOf = (person: string | null) => (person === null ? '' : (people[person]?.name ?? ''));
  const clients = [...(authors ?? [])].flatMap(([client, person]) => {
    const name = nameOf(person);
    return name ? [[client, name] as const] : [];
  });
  const { vote } = boardIn(boards, room);
  const counted = vote?.status === 'counted' ? Object.entries(resultOf(vote)) : [];
  return {
    ...{ language, title, session, clients: Object.fromEntries(clients) },
    people: authors ? Object.fromEntries(Object.keys(people).map(person => [person, nameOf(person)])) : {},
    dots: Object.fromEntries(counted.map(([thing, { dots }]) => [thing, dots])),
  };
}

/** What no file system takes in a name, and marks that would turn its ending round. */
const unsafe = /[\\/:*?"<>|\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** Characters of each part of a name: with three bytes for each, it still fits where a name has 255 bytes. */
const mostOfName = 36;

/** How a file of a board is called, without its ending: what it is, and of which session. */
export const fileNameOf = ({ title, session }: Pick<BoardFrame, 'title' | 'session'>): string =>
  [title, session]
    .map(part =>
      Array.from(part.replace(unsafe, ' ').replace(/\s+/gu, ' ').trim()).slice(0, mostOfName).join('').trim(),
    )
    .filter(Boolean)
    .join(' – ');
