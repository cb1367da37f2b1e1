import type { Ballot } from '@multaqa/shared/facilitate/polls/kinds/kinds';
import type { Sheet } from '@multaqa/shared/facilitate/polls/sheet';

/** What a voter fills in. `value` may still be incomplete: too few points given, nothing chosen. */
export type BallotFieldProps = {
  sheet: Sheet;
  value: Ballot | null;
  onChange(value: Ballot): void;
  isDisabled: boolean;
};
