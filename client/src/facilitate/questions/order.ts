import type { RoomQuestions, ShownPlace, ShownQuestion } from '@multaqa/shared/facilitate/questions/questions.view';

/** The orders in which a room's questions can be read. */
export const orders = ['fair', 'support', 'newest'] as const;
export type Order = (typeof orders)[number];

/** A room's questions by what becomes of them; `waiting`, `declined` and `hidden` are there for hosts alone. */
export type Sections = {
  pinned: readonly ShownQuestion[];
  open: readonly ShownQuestion[];
  parked: readonly ShownQuestion[];
  answered: readonly ShownQuestion[];
  waiting: readonly ShownQuestion[];
  away: readonly ShownQuestion[];
};

/** The questions of a room in their sections, each in this order; the answered ones as they were answered, the last one first. */
export function sectionsOf({ questions, fair }: RoomQuestions, order: Order): Sections {
  const all = inOrder(Object.values(questions), order, fair);
  const of = (...statuses: ShownQuestion['standing']['status'][]) =>
    all.filter(({ standing }) => statuses.includes(standing.status));
  return {
    pinned: of('pinned'),
    open: of('open'),
    parked: of('parked'),
    answered: of('answered').sort((a, b) => answeredAt(b) - answeredAt(a) || b.seq - a.seq),
    waiting: of('waiting').sort((a, b) => a.seq - b.seq),
    away: of('declined', 'hidden'),
  };
}

const answeredAt = ({ standing }: ShownQuestion): number => (standing.status === 'answered' ? standing.answeredAt : 0);

function inOrder(
  questions: readonly ShownQuestion[],
  order: Order,
  fair: readonly ShownPlace[],
): readonly ShownQuestion[] {
  if (order === 'newest') return [...questions].sort((a, b) => b.seq - a.seq);
  const bySupport = (a: ShownQuestion, b: ShownQuestion) => b.support - a.support || a.seq - b.seq;
  if (order === 'support') return [...questions].sort(bySupport);
  const places = new Map(fair.map(({ question }, at) => [question, at]));
  const placeOf = ({ question }: ShownQuestion) => places.get(question) ?? fair.length;
  return [...questions].sort((a, b) => placeOf(a) - placeOf(b) || bySupport(a, b));
}
