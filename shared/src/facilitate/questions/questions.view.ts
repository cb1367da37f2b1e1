import { type Audience, isHost, roomsOf } from '../../kernel/context.ts';
import { groupedBy } from '../../kernel/grouped.ts';
import { type Id, isLobby, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';
import { limits } from '../../limits.ts';
import { type FairPlace, fairOrder, type Sizes } from './fair-order.ts';
import {
  isPending,
  isShown,
  type Question,
  type Questions,
  questionsIn,
  type Rule,
  rootOf,
  type SessionQuestions,
  type Standing,
  statusOf,
  supportersOf,
  supportOf,
} from './questions.state.ts';

/** What is told of a question and of those that were merged into it: `asker` is null where the name was left out ([Q3]). */
export type Asked = Pick<Question, 'question' | 'text' | 'at'> & { asker: PersonId | null };

/** Where a question stands as it is told; what it was before it was hidden is not. */
export type ShownStanding = Exclude<Standing, { status: 'hidden' | 'withdrawn' | 'merged' }> | { status: 'hidden' };

/** A question as its room sees it. `support` counts everybody once who supports it or one that was merged into it. */
export type ShownQuestion = Asked &
  Pick<Question, 'seq' | 'from'> & { support: number; standing: ShownStanding; merged: readonly Asked[] };

/** A question at a fair place, with the cluster whose turn it is; null where too few of it support it for its name to be said. */
export type ShownPlace = { question: Id } & ({ why: 'most' } | { why: 'turn'; cluster: string | null });

export type RoomQuestions = {
  /** What everybody in the room sees; for hosts also what waits, was declined or hidden. */
  questions: { readonly [question: Id]: ShownQuestion };
  /** The first places of the order that is fair across clusters; of pending questions alone. */
  fair: readonly ShownPlace[];
  /** What hosts have put on the stage; null for nothing. */
  stage: Id | null;
};

export type QuestionsView = {
  rules: { readonly [session: SessionId]: Rule };
  rooms: { readonly [room: RoomId]: RoomQuestions };
};

/** What an audience sees: the questions of the rooms that it sees into, lobbies apart. */
export function viewOf(state: Questions, audience: Audience): QuestionsView {
  const rooms = roomsOf(audience).filter(room => !isLobby(room));
  const sight = isHost(audience.role) ? 'hosts' : 'everybody';
  return {
    rules: Object.fromEntries(Object.entries(state).map(([session, { rule }]) => [session, rule])),
    rooms: Object.fromEntries(rooms.map(room => [room, roomIn(questionsIn(state, sessionOf(room)), room, sight)])),
  };
}

type Sight = 'hosts' | 'everybody';
const known = new WeakMap<SessionQuestions, Map<string, RoomQuestions>>();

/** The same object for the same questions, so that what is unchanged is recognised. */
function roomIn(session: SessionQuestions, room: RoomId, sight: Sight): RoomQuestions {
  const before = known.get(session) ?? new Map<string, RoomQuestions>();
  known.set(session, before);
  const key = `${sight} ${room}`;
  const view = before.get(key) ?? seenIn(session, room, sight);
  before.set(key, view);
  return view;
}

/** A question with everything that was merged into it, itself among it. */
type United = { root: Question; all: readonly Question[] };

/** The questions of a room as they stand there, each with those that were merged into it. */
export function unitedOf({ questions }: SessionQuestions, room: RoomId): United[] {
  const here = Object.values(questions).filter(one => one.room === room);
  return [...groupedBy(here, one => rootOf(questions, one).question)].flatMap(([question, all]) => {
    const root = questions[question];
    return root ? [{ root, all }] : [];
  });
}

function seenIn(session: SessionQuestions, room: RoomId, sight: Sight): RoomQuestions {
  const all = unitedOf(session, room);
  const seen = all.filter(({ root }) => isShown(root) || (sight === 'hosts' && statusOf(root) !== 'withdrawn'));
  const stage = session.stage[room];
  return {
    questions: Object.fromEntries(seen.map(one => [one.root.question, shown(one)])),
    fair: fairIn(all.filter(({ root }) => isShown(root))),
    stage: seen.some(({ root }) => root.question === stage && isShown(root)) ? (stage ?? null) : null,
  };
}

/** A question as it is told to those who see it. */
export function shown({ root, all }: United): ShownQuestion {
  const { seq, from } = root;
  return {
    ...told(root),
    ...{ seq, from },
    support: supportOf(all),
    standing: shownStanding(root.standing),
    merged: all.filter(one => one !== root).map(told),
  };
}

const told = ({ question, text, at, asker, names }: Question): Asked => ({
  ...{ question, text, at },
  asker: names === 'named' ? asker : null,
});

const shownStanding = (standing: Standing): ShownStanding => {
  switch (standing.status) {
    case 'hidden':
    case 'withdrawn':
    case 'merged':
      return { status: 'hidden' };
    default:
      return standing;
  }
};

/** Each cluster is a voice that those of it share who support anything here; people in none are one voice together. Who asked without a name has no part in it. */
function fairIn(all: readonly United[]): ShownPlace[] {
  const backed = all.map(({ root, all: united }) => {
    const { question, seq } = root;
    return { root, backers: supportersOf(united), question, seq, support: counted(supportersOf(united)) };
  });
  const sizes = counted(Object.assign({}, ...backed.map(({ backers }) => backers)));
  const asked = backed.filter(({ root }) => isPending(root) && statusOf(root) !== 'parked');
  return fairOrder(asked, sizes, limits.fairPlaces).map(shownPlace);
}

function counted(backers: Question['supporters']): Sizes {
  const counts: Record<string, number> = {};
  for (const cluster of Object.values(backers)) counts[cluster ?? ''] = (counts[cluster ?? ''] ?? 0) + 1;
  return counts;
}

const shownPlace = ({ question, ...why }: FairPlace): ShownPlace =>
  why.why === 'most'
    ? { question, why: 'most' }
    : { question, why: 'turn', cluster: why.backers < limits.namedBackers || why.group === '' ? null : why.group };
