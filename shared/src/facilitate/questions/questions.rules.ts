import { z } from 'zod';
import { groupedBy } from '../../kernel/grouped.ts';
import { Id, type PersonId, type SessionId } from '../../kernel/ids.ts';
import { type Ask, defineSlice, type StateParts } from '../../kernel/slice.ts';
import { decide } from './questions.decide.ts';
import { evolve } from './questions.evolve.ts';
import { facts, messages, refusals } from './questions.messages.ts';
import {
  isShown,
  isSupporter,
  type Question,
  type Questions,
  questionsIn,
  rootOf,
  type Standing,
  statusOf,
} from './questions.state.ts';
import { type ShownQuestion, shown, unitedOf, viewOf } from './questions.view.ts';

/**
 * Questions that people of a room ask those who host it, and what becomes of them.
 *
 * [Q1] A question's id is used once in its session.
 * [Q2] Everybody counts once for a question, however many of those merged into it they support; who asks supports. A question
 * without a name counts one by itself, whoever asked it and whatever else they support.
 * [Q3] Who asked without a name is told to nobody, hosts included: not by a view, a read or the report, and by no number or order in
 * them. They see it as theirs.
 * [Q4] What waits for a host's look, was declined or hidden is seen by hosts and by who asked it.
 * [Q5] Hosts approve, decline, merge, pin, park, answer, send and hide; nobody else does, and one withdraws one's own alone.
 * [Q6] A merged question that is taken out again has the supporters whom it had, those apart who took their support back.
 * [Q7] A room sees its own questions, and of those that were sent to it where they came from.
 * [Q8] What was withdrawn is seen by nobody but who asked it; what was merged into it stands alone again.
 * [Q9] A room has as many questions as the limit says, and whoever does not host it asks as many; where the door is closed hosts alone ask.
 * [Q10] The fair order gives every cluster one voice and names a cluster only where several of it support the question.
 */
export const questions = defineSlice<Questions>()({
  name: 'questions',
  messages,
  facts,
  refusals,
  initial: {},
  stateVersion: 1,
  factVersion: 1,
  // One part for each session, so that a change in one writes no other again.
  parts: { split: state => state, join: parts => parts as Questions } satisfies StateParts<Questions>,
  decide,
  evolve,
  view: viewOf,
  own: (state, person, { place }) => ownIn(state, person, place?.session ?? null),
  concerns: ({ kind, actor }) =>
    actor !== 'engine' && (kind === 'questions.asked' || kind === 'questions.supported') ? [actor] : 'everybody',
  asks: {
    /** Everything that is shown in the rooms of a session, room by room, as it is exported. */
    all: {
      input: z.strictObject({ session: Id }),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }) => toldOf(state, session),
    } satisfies Ask<Questions, z.ZodType<{ session: SessionId }>>,
    /** How many questions each room has, and how many of them wait for a host. */
    counts: {
      input: z.strictObject({ session: Id }),
      by: { organiser: 'dialogue', facilitator: 'dialogue' },
      answer: (state, { session }) => countsIn(state, session),
    } satisfies Ask<Questions, z.ZodType<{ session: SessionId }>>,
  },
  conceals: ['questions.hidden', 'questions.withdrawn'],
  outcome: state =>
    Object.keys(state)
      .map(session => ({ session, questions: toldOf(state, session) }))
      .filter(({ questions: told }) => told.length > 0),
});

/** One's own question, and why it was declined. */
export type OwnQuestion = Pick<Question, 'question' | 'text' | 'room' | 'names' | 'at'> & { standing: OwnStanding };
type OwnStanding = Exclude<Standing, { status: 'hidden' | 'withdrawn' }> | { status: 'hidden' | 'withdrawn' };

export type OwnQuestions = {
  asked: readonly OwnQuestion[];
  /** What one supports, as it stands now that some are merged. */
  supported: readonly Id[];
};

function ownIn(state: Questions, person: PersonId, session: SessionId | null): OwnQuestions {
  if (!session) return { asked: [], supported: [] };
  const { questions: asked } = questionsIn(state, session);
  const all = Object.values(asked);
  const supported = all.filter(one => isSupporter([one], person));
  return {
    asked: all.filter(({ asker }) => asker === person).map(ownQuestion),
    supported: [...new Set(supported.map(one => rootOf(asked, one).question))],
  };
}

function ownQuestion({ question, text, room, names, at, standing }: Question): OwnQuestion {
  const { status } = standing;
  return {
    ...{ question, text, room, names, at },
    standing: status === 'hidden' || status === 'withdrawn' ? { status } : standing,
  };
}

type Told = ShownQuestion & Pick<Question, 'room'>;

function toldOf(state: Questions, session: SessionId): Told[] {
  const all = questionsIn(state, session);
  const rooms = [...new Set(Object.values(all.questions).map(({ room }) => room))];
  return rooms
    .flatMap(room => unitedOf(all, room))
    .filter(({ root }) => isShown(root))
    .map(one => ({ ...shown(one), room: one.root.room }));
}

/** How much there is in each room: what everybody sees, and what waits for a host. */
export type RoomCounts = { readonly [room: string]: { shown: number; waiting: number } };

function countsIn(state: Questions, session: SessionId): RoomCounts {
  const byRoom = groupedBy(Object.values(questionsIn(state, session).questions), ({ room }) => room);
  return Object.fromEntries(
    [...byRoom].map(([room, all]) => [
      room,
      { shown: all.filter(isShown).length, waiting: all.filter(one => statusOf(one) === 'waiting').length },
    ]),
  );
}
