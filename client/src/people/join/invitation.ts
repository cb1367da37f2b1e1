import type { Invitation } from '@multaqa/shared/invitation';
import { type FirstPage, firstPage } from '../../platform/first-page.ts';
import { post } from '../../platform/http.ts';

/** What a link leads to; `current` is the person who uses this browser in that dialogue already. */
export type InvitationAnswer = Invitation & {
  dialogue: string;
  current?: { who: 'you' } | { who: 'other'; name: string | null } | null;
};

/** What its reader has done with the invitation that was there before the product; `focus` is the name of the field that has the focus. */
export type Begun = Pick<FirstPage, 'agrees' | 'isPressed' | 'isAsked'> & { focus: string | null };

let early: { token: string; invitation: InvitationAnswer } | null = null;

/** Resolves when what the first page has asked for is here, so that nothing stands between it and the page that takes over. */
export async function awaitFirstPage(): Promise<void> {
  const first = firstPage();
  const invitation = (await first?.invitation) as InvitationAnswer | null | undefined;
  if (first && invitation) early = { token: first.token, invitation };
}

/** The invitation behind this token, where the first page has asked for it. */
export const earlyInvitation = (token: string): InvitationAnswer | null =>
  early?.token === token ? early.invitation : null;

/** Takes over what was begun on the first page, once; what happens there until the other page is drawn counts. */
export function takeBegun(): Begun | null {
  const first = firstPage();
  if (!first || !early) return null;
  const { agrees, isPressed, isAsked, focus } = first;
  early = null;
  return { agrees, isPressed, isAsked, focus };
}

/** What a join link leads to, before anybody clicks; rejects with a `Refused`. */
export const previewLink = (token: string): Promise<InvitationAnswer> => post('/links/preview', { token });
/** Signs this browser in by a join link; rejects with a `Refused`. */
export const redeemLink = (token: string): Promise<{ dialogue: string }> => post('/links/redeem', { token });
