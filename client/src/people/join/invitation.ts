import type { Invitation } from '@multaqa/shared/dialogue';
import { post } from '../../platform/http.ts';

/** What a link leads to; `current` is the person who uses this browser in that dialogue already. */
export type InvitationAnswer = Invitation & {
  dialogue: string;
  current?: { who: 'you' } | { who: 'other'; name: string | null } | null;
};

/** What a join link leads to, before anybody clicks; rejects with a `Refused`. */
export const previewLink = (token: string): Promise<InvitationAnswer> => post('/links/preview', { token });
/** Signs this browser in by a join link; rejects with a `Refused`. */
export const redeemLink = (token: string): Promise<{ dialogue: string }> => post('/links/redeem', { token });
