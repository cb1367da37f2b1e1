import type { Summary } from '@multaqa/shared/dialogue';
import { create } from 'zustand';
import { get, type Problem, post, refusedBy } from '../platform/http.ts';
import { forgetKept } from '../platform/kept-documents.ts';

/** `quarantined`: it cannot be opened now; the reference stands in the server's log. */
export type KnownDialogue = { dialogue: string; person: string } & (Summary | { quarantined: string | null });
type Account = { account: string; name: string; email: string | null };

/** Who uses this browser, as far as the server knows. */
export type Visitor =
  | { status: 'asking' }
  | { status: 'known'; account: Account | null; dialogues: readonly KnownDialogue[]; version: string }
  | { status: 'failed'; problem: Problem };

export const useVisitor = create<Visitor>(() => ({ status: 'asking' }));

/** Asks again who is here: after joining, signing in, or making a dialogue. */
export async function askWhoIsHere(): Promise<void> {
  try {
    const answer = await get<Omit<Extract<Visitor, { status: 'known' }>, 'status'>>('/me');
    useVisitor.setState({ status: 'known', ...answer }, true);
  } catch (error) {
    if (useVisitor.getState().status !== 'known')
      useVisitor.setState({ status: 'failed', problem: refusedBy(error) }, true);
  }
}

/** Forgets this browser on the server and begins again at the first page; rejects when the server did not hear of it. */
export async function signOut(): Promise<void> {
  await post('/sign-out');
  forgetKept();
  location.assign('/');
}
