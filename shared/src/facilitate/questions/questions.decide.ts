import { isHost, type RuleContext } from '../../kernel/context.ts';
import { type Id, isLobby, type PersonId, type RoomId, sessionOf } from '../../kernel/ids.ts';
import { accept, type Deciders, type FactOf, refuse } from '../../kernel/slice.ts';
import { limits } from '../../limits.ts';
import type { facts, messages, refusals } from './questions.messages.ts';
import {
  isPending,
  isShown,
  isSupporter,
  type Question,
  type Questions,
  questionsIn,
  rootOf,
  type Standing,
  statusOf,
  supportersOf,
  unitedIn,
} from './questions.state.ts';

type QuestionFact = FactOf<typeof facts>;
type Refusal = (typeof refusals)[number];
type One = { room: RoomId; question: Id };

/** What each command leads to; the laws stand above the rules. */
export const decide: Deciders<Questions, typeof messages, QuestionFact, Refusal> = {
  ask(state, input, context) {
    const person = personOf(context);
    if (!person || isLobby(input.room)) return refuse('questions.not-here');
    const { rule, questions } = questionsIn(state, sessionOf(input.room));
    const isFromHost = isHost(context.roleIn(person, input.room));
    const all = Object.values(questions);
    if (questions[input.question]) return refuse('questions.taken');
    if (rule.door === 'closed' && !isFromHost) return refuse('questions.closed');
    if (rule.anonymous === 'refused' && input.names === 'anonymous') return refuse('questions.named-only');
    // Hosts also write down what is asked aloud.
    if (!isFromHost && all.filter(({ asker }) => asker === person).length >= limits.questionsPerPerson)
      return refuse('questions.enough');
    if (isFull(all, input.room)) return refuse('questions.full');
    const review = rule.review === 'first' && !isFromHost ? 'waiting' : 'open';
    const cluster = input.names === 'named' ? context.clusterOf(person) : null;
    return accept({ kind: 'questions.asked', data: { ...input, cluster, review } });
  },

  withdraw(state, input, context) {
    const found = find(state, input);
    if (!found || statusOf(found) === 'withdrawn') return refuse('questions.unknown');
    return found.asker === personOf(context)
      ? accept({ kind: 'questions.withdrawn', data: input })
      : refuse('questions.not-yours');
  },

  support(state, { room, question, on }, context) {
    const person = personOf(context);
    const { questions } = questionsIn(state, sessionOf(room));
    const asked = questions[question];
    // Who has supported a question while it was being merged supports what it has become.
    const root = asked && rootOf(questions, asked);
    if (!person || !root || root.room !== room || !isShown(root)) return refuse('questions.unknown');
    if (!isPending(root)) return refuse('questions.changed');
    const united = unitedIn(questions, root.question);
    // Whoever asked without a name supports that for as long as it is there: they withdraw it, or leave it.
    const isSame = on ? isSupporter(united, person) : !Object.hasOwn(supportersOf(united), person);
    if (isSame) return accept();
    const data = { room, question: root.question, on, cluster: context.clusterOf(person) };
    return accept({ kind: 'questions.supported', data });
  },

  approve: (state, input) => when(state, input, ['waiting', 'declined'], { kind: 'questions.approved', data: input }),
  decline: (state, input) => when(state, input, ['waiting'], { kind: 'questions.declined', data: input }),

  merge(state, input) {
    const { room, question, others } = input;
    const all = [...new Set(others)].map(other => find(state, { room, question: other }));
    const into = find(state, input);
    if (!into || all.includes(undefined)) return refuse('questions.unknown');
    if (others.includes(question) || ![into, ...all].every(one => one && isPending(one)))
      return refuse('questions.changed');
    return accept({ kind: 'questions.merged', data: { ...input, others: [...new Set(others)] } });
  },
  split: (state, input) => when(state, input, ['merged'], { kind: 'questions.split', data: input }),

  pin: (state, input) => whenSwitched(state, input, 'pinned', { kind: 'questions.pinned', data: input }),
  park: (state, input) => whenSwitched(state, input, 'parked', { kind: 'questions.parked', data: input }),

  answer: (state, input) => when(state, input, [...pending, 'answered'], { kind: 'questions.answered', data: input }),
  reopen: (state, input) => when(state, input, ['answered'], { kind: 'questions.reopened', data: input }),

  send(state, input, { isOpenRoom }) {
    const { room, to } = input;
    const isElsewhere = to !== room && sessionOf(to) === sessionOf(room) && !isLobby(to) && isOpenRoom(to);
    if (!isElsewhere) return refuse('questions.no-room');
    const { questions } = questionsIn(state, sessionOf(room));
    if (isFull(Object.values(questions), to)) return refuse('questions.full');
    return when(state, input, [...pending, 'answered'], { kind: 'questions.sent', data: input });
  },

  hide: (state, input) =>
    when(state, input, [...pending, 'answered', 'declined', 'waiting'], { kind: 'questions.hidden', data: input }),

  restore(state, input, context) {
    const found = find(state, input);
    const person = personOf(context);
    if (!found || !person) return refuse('questions.unknown');
    const may = {
      hidden: isHost(context.roleIn(person, input.room)),
      withdrawn: found.asker === person,
    };
    const status = statusOf(found);
    if (status !== 'hidden' && status !== 'withdrawn') return refuse('questions.changed');
    return may[status] ? accept({ kind: 'questions.restored', data: input }) : refuse('questions.not-yours');
  },

  show(state, input) {
    const { room, question } = input;
    const found = question && find(state, { room, question });
    if (question && !(found && isShown(found))) return refuse('questions.unknown');
    const now = questionsIn(state, sessionOf(room)).stage[room] ?? null;
    return now === question ? accept() : accept({ kind: 'questions.shown', data: input });
  },

  rule(state, input, { isRoom }) {
    const { session, ...rule } = input;
    if (!isRoom(`${session}/plenary`)) return refuse('questions.not-here');
    const now = questionsIn(state, session).rule;
    const isSame = now.review === rule.review && now.anonymous === rule.anonymous && now.door === rule.door;
    return isSame ? accept() : accept({ kind: 'questions.ruled', data: input });
  },
};

const pending = ['open', 'pinned', 'parked'] as const;

/** Who acts; null for the engine, which asks nothing. */
const personOf = ({ actor }: Pick<RuleContext, 'actor'>): PersonId | null => (actor === 'engine' ? null : actor.person);

/** A question that is in this room. */
function find(state: Questions, { room, question }: One): Question | undefined {
  const found = questionsIn(state, sessionOf(room)).questions[question];
  return found?.room === room ? found : undefined;
}

const isFull = (all: readonly Question[], room: RoomId): boolean =>
  all.filter(one => one.room === room).length >= limits.questionsPerRoom;

/** The fact, where the question stands in one of these ways. */
function when(state: Questions, one: One, statuses: readonly Standing['status'][], fact: QuestionFact) {
  const found = find(state, one);
  if (!found) return refuse('questions.unknown' as const);
  return statuses.includes(statusOf(found)) ? accept<QuestionFact>(fact) : refuse('questions.changed' as const);
}

/** The fact that a question stands so from now on, or no longer; none where that is so already. */
function whenSwitched(
  state: Questions,
  one: One & { on: boolean },
  status: 'pinned' | 'parked',
  fact: Extract<QuestionFact, { kind: 'questions.pinned' | 'questions.parked' }>,
) {
  const found = find(state, one);
  if (found && isPending(found) && (statusOf(found) === status) === one.on) return accept<QuestionFact>();
  return when(state, one, pending, fact);
}
