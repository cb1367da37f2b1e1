import type { DocumentId } from '@multaqa/shared/documents/names';
import type { RoomNames } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import type { PaperFrame } from '@multaqa/shared/facilitate/notes/document/paper/make-paper';
import { words as catalogue } from '@multaqa/shared/facilitate/notes/document/paper/words';
import type { Sessions } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { State } from '@multaqa/shared/kernel/composition';
import { sessionOf } from '@multaqa/shared/kernel/ids';
import type { Language } from '@multaqa/shared/kernel/languages';
import { nameIn } from '@multaqa/shared/name-in';
import type { People } from '@multaqa/shared/people/people.state';

/** What a file of a document says above its text and of the people in it, in the language of whoever saves it. */
export function paperFrame(state: State, { kind, room }: DocumentId, language: Language, rooms: RoomNames): PaperFrame {
  const words = catalogue[language];
  const session = (state.sessions as Sessions)[sessionOf(room)];
  const named = rooms[room];
  const roomName = named ? nameIn(named.names, language) || `${words.breakout} ${named.mark + 1}` : words.plenary;
  const people = Object.entries(state.people as People).flatMap(([person, { name }]) => (name ? [[person, name]] : []));
  return {
    title: kind === 'output' ? words.output : `${words.notes}: ${roomName}`,
    details: session ? [session.plan.title, dayOf(session.plan, language)] : [],
    language,
    people: Object.fromEntries(people),
  };
}

const dayOf = ({ startsAt, zone }: { startsAt: number; zone: string }, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: zone }).format(
    startsAt,
  );
