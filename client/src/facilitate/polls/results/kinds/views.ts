import type { KindName, Result } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import { choices } from './choices.ts';
import { cloud } from './cloud.tsx';
import { placement } from './placement.tsx';
import { points } from './points.ts';
import { quiz } from './quiz.tsx';
import { ranking } from './ranking.ts';
import { scale } from './scale.tsx';
import { text } from './text.tsx';
import type { KindView, ResultOf } from './view.ts';
import { yesNo } from './yes-no.tsx';

/** How results of each kind are told. */
const views: { [Kind in KindName]: KindView<ResultOf<Kind>> } = {
  single: choices,
  multiple: choices,
  'yes-no': yesNo,
  scale,
  ranking,
  points,
  placement,
  text,
  cloud,
  quiz,
};

/** How this result is told. */
export const viewOf = ({ kind }: Pick<Result, 'kind'>): KindView => views[kind] as unknown as KindView;
