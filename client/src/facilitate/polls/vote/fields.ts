import type { KindName } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { ComponentType } from 'react';
import { AnswerField } from './AnswerField.tsx';
import type { BallotFieldProps } from './ballot-field.ts';
import { ChooseField } from './ChooseField.tsx';
import { GiveField } from './GiveField.tsx';
import { PlaceField } from './PlaceField.tsx';
import { RankField } from './RankField.tsx';
import { RateField } from './RateField.tsx';
import { WriteField } from './WriteField.tsx';

const fields: { readonly [Kind in KindName]: ComponentType<BallotFieldProps> } = {
  single: ChooseField,
  multiple: ChooseField,
  'yes-no': AnswerField,
  scale: RateField,
  ranking: RankField,
  points: GiveField,
  placement: PlaceField,
  text: WriteField,
  cloud: WriteField,
  quiz: ChooseField,
};

/** How a ballot of each kind is filled in. A new kind is one entry here. */
export const ballotField = (kind: KindName): ComponentType<BallotFieldProps> => fields[kind];
