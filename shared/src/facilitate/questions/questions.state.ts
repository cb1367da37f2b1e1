import { type Id, type PersonId, type RoomId, type SessionId, sessionOf } from '../../kernel/ids.ts';

/**
 * Where a question stands. `waiting` for a host's look; `parked` for later; an `answer` of null was given aloud
 * (`answeredAt` in ms since the epoch); what is hidden or withdrawn knows what it `was`.
 */
export type Standing =
  | { status: 'waiting' | 'open' | 'pinned' | 'parked' }
  | { status: 'declined'; reason: string }
  | { status: 'answered'; answer: string | null; by: PersonId; answeredAt: number }
  | { status: 'merged'; into: Id }
  | { status: 'hidden' | 'withdrawn'; was: Standing };

/** A question as it was asked, `at` in ms since the epoch. */
export type Question = {
  question: Id;
  /** Where it is now, and where it was sent from; null where it was asked. */
  room: RoomId;
  from: RoomId | null;
  seq: number;
  at: number;
  asker: PersonId;
  names: 'named' | 'anonymous';
  text: string;
  /** Who supports it, with the cluster that they were in then; who asks with their name is among them. What is merged into it keeps its own. */
  supporters: { readonly [person: PersonId]: string | null };
  standing: Standing;
};

/** How a session asks. */
export type Rule = { review: 'first' | 'none'; anonymous: 'allowed' | 'refused'; door: 'open' | 'closed' };

/** The questions of one session, in the order in which they were asked. */
export type SessionQuestions = {
  rule: Rule;
  questions: { readonly [question: Id]: Question };
  /** What hosts have put on the stage, by room. */
  stage: { readonly [room: RoomId]: Id };
};

export type Questions = { readonly [session: SessionId]: SessionQuestions };

const none: SessionQuestions = {
  rule: { review: 'none', anonymous: 'allowed', door: 'open' },
  questions: {},
  stage: {},
};

/** The questions of a session; none before somebody asks or rules there. */
export const questionsIn = (state: Questions, session: SessionId): SessionQuestions => state[session] ?? none;

/** Who asked a question of this session with their name; null for nobody who is told. */
export function namedAskerOf(state: Questions, room: RoomId, question: Id): PersonId | null {
  const asked = questionsIn(state, sessionOf(room)).questions[question];
  return asked?.names === 'named' ? asked.asker : null;
}

/** What can be done with a question depends on this. */
export const statusOf = ({ standing }: Question): Standing['status'] => standing.status;

/** What everybody in its room sees. */
export const isShown = (question: Question): boolean => shown.has(statusOf(question));

/** What nobody has answered and everybody sees: it can be supported, merged and put aside. */
export const isPending = (question: Question): boolean => isShown(question) && statusOf(question) !== 'answered';

const shown: ReadonlySet<Standing['status']> = new Set(['open', 'pinned', 'parked', 'answered']);

/** The question that this one was united with in the end; itself while it stands alone. */
export function rootOf(questions: SessionQuestions['questions'], question: Question): Question {
  const { standing } = question;
  const into = standing.status === 'merged' ? questions[standing.into] : undefined;
  return into ? rootOf(questions, into) : question;
}

/** This question and everything that was merged into it, in the order in which they were asked. */
export function unitedIn(questions: SessionQuestions['questions'], question: Id): Question[] {
  return Object.values(questions).filter(one => {
    for (let now: Question | undefined = one; now; ) {
      if (now.question === question) return true;
      now = now.standing.status === 'merged' ? questions[now.standing.into] : undefined;
    }
    return false;
  });
}

/** Everybody who supports one of these, each once, with the cluster that they were in when they did so last. */
export const supportersOf = (united: readonly Question[]): Question['supporters'] =>
  Object.assign({}, ...united.map(({ supporters }) => supporters));

/** How many support one of these. Whoever asked without a name is one more by themselves: were they found among the others, the number would tell who they are. */
export const supportOf = (united: readonly Question[]): number =>
  Object.keys(supportersOf(united)).length + united.filter(({ names }) => names === 'anonymous').length;

/** True for somebody who supports one of these, or has asked one without a name. */
export const isSupporter = (united: readonly Question[], person: PersonId): boolean =>
  united.some(
    ({ supporters, names, asker }) => Object.hasOwn(supporters, person) || (names === 'anonymous' && asker === person),
  );
