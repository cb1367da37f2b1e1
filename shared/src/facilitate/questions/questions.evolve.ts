import { type Id, type SessionId, sessionOf } from '../../kernel/ids.ts';
import type { FactOf, Recorded } from '../../kernel/slice.ts';
import type { facts } from './questions.messages.ts';
import {
  isShown,
  type Question,
  type Questions,
  questionsIn,
  rootOf,
  type SessionQuestions,
  type Standing,
  unitedIn,
} from './questions.state.ts';

type QuestionFact = Recorded<FactOf<typeof facts>>;

/** The state after a fact of the questions. */
export function evolve(state: Questions, fact: QuestionFact): Questions {
  if (fact.kind === 'questions.ruled') {
    const { session, ...rule } = fact.data;
    return within(state, session, now => ({ ...now, rule }));
  }
  if (fact.actor === 'engine') return state;
  const { room } = fact.data;
  if (fact.kind === 'questions.asked') return within(state, sessionOf(room), now => withQuestion(now, fact));
  if (fact.kind === 'questions.shown') {
    const { question } = fact.data;
    return within(state, sessionOf(room), now => ({ ...now, stage: staged(now.stage, room, question) }));
  }
  return within(state, sessionOf(room), now => changed(now, fact));
}

const within = (
  state: Questions,
  session: SessionId,
  change: (now: SessionQuestions) => SessionQuestions,
): Questions => {
  const before = questionsIn(state, session);
  const after = change(before);
  return after === before ? state : { ...state, [session]: after };
};

function staged(stage: SessionQuestions['stage'], room: string, question: Id | null): SessionQuestions['stage'] {
  const { [room]: _, ...others } = stage;
  return question ? { ...others, [room]: question } : others;
}

function withQuestion(
  now: SessionQuestions,
  { data: { cluster, review, ...asked }, seq, at, actor }: Extract<QuestionFact, { kind: 'questions.asked' }>,
): SessionQuestions {
  // Who asks without a name is nowhere but in `asker`, which no view reads for such a question.
  const supporters: Question['supporters'] = asked.names === 'named' ? { [actor]: cluster } : {};
  const question = { ...asked, from: null, seq, at, asker: actor, supporters, standing: { status: review } };
  return { ...now, questions: { ...now.questions, [asked.question]: question } };
}

type OfOne = Exclude<QuestionFact, { kind: 'questions.ruled' | 'questions.shown' | 'questions.asked' }>;

function changed(now: SessionQuestions, fact: OfOne): SessionQuestions {
  const found = now.questions[fact.data.question];
  if (!found) return now;
  switch (fact.kind) {
    case 'questions.supported':
      return supported(now, found, fact);
    case 'questions.merged':
      return fact.data.others.reduce(
        (after, other) => standing(after, other, { status: 'merged', into: found.question }),
        now,
      );
    case 'questions.withdrawn':
      return withdrawn(now, found);
    case 'questions.sent':
      return sent(now, found, fact.data.to);
    case 'questions.restored':
      return standing(now, found.question, restored(now, found));
    default:
      return standing(now, found.question, standingAfter(found, fact));
  }
}

type OfStanding = Exclude<
  OfOne,
  {
    kind: 'questions.supported' | 'questions.merged' | 'questions.withdrawn' | 'questions.sent' | 'questions.restored';
  }
>;

function standingAfter({ standing: before }: Question, fact: OfStanding): Standing {
  switch (fact.kind) {
    case 'questions.declined':
      return { status: 'declined', reason: fact.data.reason };
    case 'questions.pinned':
      return { status: fact.data.on ? 'pinned' : 'open' };
    case 'questions.parked':
      return { status: fact.data.on ? 'parked' : 'open' };
    case 'questions.answered':
      return { status: 'answered', answer: fact.data.answer, by: fact.actor, answeredAt: fact.at };
    case 'questions.hidden':
      return { status: 'hidden', was: before };
    case 'questions.approved':
    case 'questions.split':
    case 'questions.reopened':
      return { status: 'open' };
  }
}

const put = (now: SessionQuestions, question: Question): SessionQuestions => ({
  ...now,
  questions: { ...now.questions, [question.question]: question },
});

function standing(now: SessionQuestions, question: Id, next: Standing): SessionQuestions {
  const found = now.questions[question];
  return found ? put(now, { ...found, standing: next }) : now;
}

/** Whoever takes their support back takes it from everything that was merged. */
function supported(
  now: SessionQuestions,
  found: Question,
  { data: { on, cluster }, actor }: Extract<OfOne, { kind: 'questions.supported' }>,
): SessionQuestions {
  if (on) return put(now, { ...found, supporters: { ...found.supporters, [actor]: cluster } });
  return unitedIn(now.questions, found.question).reduce((after, one) => {
    const { [actor]: _, ...supporters } = one.supporters;
    return put(after, { ...one, supporters });
  }, now);
}

/** What others have asked does not go with it: they ask it themselves again. */
function withdrawn(now: SessionQuestions, found: Question): SessionQuestions {
  const gone = standing(now, found.question, { status: 'withdrawn', was: found.standing });
  return Object.values(now.questions).reduce(
    (after, { question, standing: one }) =>
      one.status === 'merged' && one.into === found.question ? standing(after, question, { status: 'open' }) : after,
    gone,
  );
}

/** As it was, unless what it was merged into has gone meanwhile: then it stands alone. */
function restored(now: SessionQuestions, { room, standing: before }: Question): Standing {
  if (!('was' in before)) return before;
  const { was } = before;
  if (was.status !== 'merged') return was;
  const into = now.questions[was.into];
  const root = into && rootOf(now.questions, into);
  return root?.room === room && isShown(root) ? was : { status: 'open' };
}

/** What was merged into it goes along; nothing is pinned where it comes to. */
function sent(now: SessionQuestions, found: Question, to: string): SessionQuestions {
  const moved = unitedIn(now.questions, found.question).reduce(
    (after, one) => put(after, { ...one, room: to, from: one.room }),
    now,
  );
  return found.standing.status === 'pinned' ? standing(moved, found.question, { status: 'open' }) : moved;
}
