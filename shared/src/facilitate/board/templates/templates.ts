import type { Colour, OfKind, ThingKind } from '../scene/thing.ts';
import type { SentenceKey } from './sentences.ts';

type Place = readonly [left: number, top: number, width: number, height: number];
type Said<Kind extends ThingKind> = { kind: Kind; at: Place; colour: Colour; says: SentenceKey };

/** A part of a template, as it lies where people read from left to right. Arrows hold on to parts by their place in the list. */
export type Piece =
  | Said<'frame'>
  | Said<'note'>
  | (Said<'text'> & Pick<OfKind<'text'>, 'size'>)
  | { kind: 'arrow'; line: Place; from: number | null; to: number | null; colour: Colour };

const frame = (says: SentenceKey, at: Place, colour: Colour): Piece => ({ kind: 'frame', at, colour, says });
const note = (says: SentenceKey, at: readonly [number, number], colour: Colour): Piece => ({
  ...{ kind: 'note', at: [at[0], at[1], 200, 200], colour, says },
});
const text = (says: SentenceKey, at: Place, size: 's' | 'm' | 'l' = 's'): Piece => ({
  ...{ kind: 'text', at, colour: 'grey', says, size },
});
/** A frame with a question under its name. */
const asking = (
  says: SentenceKey,
  question: SentenceKey,
  [left, top, width, height]: Place,
  colour: Colour,
): Piece[] => [frame(says, [left, top, width, height], colour), text(question, [left + 24, top + 20, width - 48, 56])];
const axis = (line: Place): Piece => ({ kind: 'arrow', line, from: null, to: null, colour: 'grey' });
const leads = (from: number, to: number): Piece => ({ kind: 'arrow', line: [0, 0, 1, 1], from, to, colour: 'grey' });

/** What a board can begin with, or be given in between. */
export const templates = {
  gaps: [
    ...asking('gaps.need', 'gaps.need.ask', [0, 36, 560, 720], 'pink'),
    ...asking('gaps.resource', 'gaps.resource.ask', [600, 36, 560, 720], 'green'),
    ...asking('gaps.support', 'gaps.support.ask', [1_200, 36, 560, 720], 'blue'),
  ],
  quadrants: [
    frame('quadrants.now', [96, 36, 600, 440], 'green'),
    frame('quadrants.plan', [736, 36, 600, 440], 'blue'),
    frame('quadrants.aside', [96, 532, 600, 440], 'yellow'),
    frame('quadrants.leave', [736, 532, 600, 440], 'grey'),
    axis([60, 972, 60, 36]),
    axis([60, 1_012, 1_336, 1_012]),
    text('quadrants.benefit', [0, 0, 320, 32]),
    text('quadrants.effort', [1_016, 1_028, 320, 32]),
  ],
  tree: [
    frame('tree.effects', [0, 36, 1_160, 300], 'orange'),
    frame('tree.problem', [380, 412, 400, 260], 'pink'),
    frame('tree.causes', [0, 748, 1_160, 300], 'violet'),
    note('tree.effect', [60, 86], 'orange'),
    note('tree.effect', [480, 86], 'orange'),
    note('tree.effect', [900, 86], 'orange'),
    note('tree.core', [480, 442], 'pink'),
    note('tree.cause', [60, 798], 'violet'),
    note('tree.cause', [480, 798], 'violet'),
    note('tree.cause', [900, 798], 'violet'),
    ...[7, 8, 9].map(cause => leads(cause, 6)),
    ...[3, 4, 5].map(effect => leads(6, effect)),
  ],
  canvas: [
    ...asking('canvas.goal', 'canvas.goal.ask', [0, 36, 760, 300], 'teal'),
    ...asking('canvas.people', 'canvas.people.ask', [800, 36, 760, 300], 'yellow'),
    ...asking('canvas.partners', 'canvas.partners.ask', [0, 412, 360, 420], 'blue'),
    ...asking('canvas.steps', 'canvas.steps.ask', [400, 412, 760, 420], 'green'),
    ...asking('canvas.means', 'canvas.means.ask', [1_200, 412, 360, 420], 'orange'),
    ...asking('canvas.risks', 'canvas.risks.ask', [0, 908, 760, 300], 'pink'),
    ...asking('canvas.signs', 'canvas.signs.ask', [800, 908, 760, 300], 'violet'),
  ],
  practice: [
    ...asking('practice.name', 'practice.name.ask', [0, 36, 1_160, 240], 'green'),
    ...asking('practice.before', 'practice.before.ask', [0, 352, 360, 480], 'pink'),
    ...asking('practice.done', 'practice.done.ask', [400, 352, 360, 480], 'teal'),
    ...asking('practice.result', 'practice.result.ask', [800, 352, 360, 480], 'yellow'),
    ...asking('practice.needs', 'practice.needs.ask', [0, 908, 560, 300], 'orange'),
    ...asking('practice.advice', 'practice.advice.ask', [600, 908, 560, 300], 'blue'),
  ],
} as const satisfies Record<string, readonly Piece[]>;

export type Template = keyof typeof templates;
export const templateNames = Object.keys(templates) as readonly Template[];
