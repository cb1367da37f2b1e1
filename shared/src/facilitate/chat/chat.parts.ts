import type { StateParts } from '../../kernel/slice.ts';
import type { Changes, Channel, Chat, Message, Talk } from './chat.state.ts';

/** What is not in chunks: of a channel how many full ones there are, and its changes. */
type Outline = {
  [session: string]:
    | Extract<Talk, { status: 'closed' }>
    | { status: 'open'; channels: { [to: string]: { full: number; changes: Changes } } };
};

const chunkKey = (session: string, to: string, at: number | 'last'): string => `${session} ${to} ${at}`;

/** A channel's chunks are parts by themselves: what was said long ago is written once. */
export const parts: StateParts<Chat> = {
  split(state) {
    const all: { [key: string]: object } = {};
    const outline: Outline = {};
    for (const [session, talk] of Object.entries(state)) {
      if (talk.status === 'closed') {
        outline[session] = talk;
        continue;
      }
      const channels: { [to: string]: { full: number; changes: Changes } } = {};
      for (const [to, channel] of Object.entries(talk.channels)) {
        if (!channel) continue;
        const { full, last } = channel.messages;
        for (const [at, chunk] of full.entries()) all[chunkKey(session, to, at)] = chunk;
        all[chunkKey(session, to, 'last')] = last;
        channels[to] = { full: full.length, changes: channel.changes };
      }
      outline[session] = { status: 'open', channels };
    }
    return { ...all, outline };
  },
  join({ outline, ...chunks }) {
    const chunk = (session: string, to: string, at: number | 'last') => {
      const found = chunks[chunkKey(session, to, at)];
      if (!Array.isArray(found)) throw new Error(`a part of the chat is missing: ${session} ${to} ${at}`);
      return found as Message[];
    };
    const channel = (session: string, to: string, { full, changes }: { full: number; changes: Changes }): Channel => ({
      messages: {
        full: Array.from({ length: full }, (_, at) => chunk(session, to, at)),
        last: chunk(session, to, 'last'),
      },
      changes,
    });
    return Object.fromEntries(
      Object.entries(outline as Outline).map(([session, talk]): [string, Talk] => {
        if (talk.status === 'closed') return [session, talk];
        const channels = Object.entries(talk.channels).map(([to, one]) => [to, channel(session, to, one)]);
        return [session, { status: 'open', channels: Object.fromEntries(channels) }];
      }),
    );
  },
};
