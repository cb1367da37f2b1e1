import { type DialogueView, type OwnView, situationOf } from '@multaqa/shared/dialogue';
import type { Audience } from '@multaqa/shared/kernel/context';
import type { Role } from '@multaqa/shared/kernel/messages';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { paced } from '../platform/paced.ts';
import { useDialogue } from './DialogueProvider.tsx';
import type { Send } from './dialogue.ts';
import type { DialogueState } from './dialogue-state.ts';
import type { OutboxItem } from './outbox.ts';
import { type May, openAnswers } from './permission.ts';
import type { DialogueSnapshot } from './snapshot.ts';

/** A part of what this person may see. The selector's result is compared one level deep. */
export function useView<Part>(select: (view: DialogueView) => Part): Part {
  return useSnapshot(({ view }) => select(view));
}

// A phone that draws ten times a second does nothing else; nobody reads more often than this.
const rush = { pace: 250, burst: 4 };

/** A part of what this person may see that may change many times a second; in a rush it is drawn four times a second. */
export function usePacedView<Part>(select: (view: DialogueView) => Part): Part {
  const { store } = useDialogue();
  const subscribe = useCallback(
    (changed: () => void) => {
      let seen = select(snapshotIn(store.getState()).view);
      const tell = paced(changed, rush);
      const unsubscribe = store.subscribe(state => {
        const now = select(snapshotIn(state).view);
        if (now !== seen) tell();
        seen = now;
      });
      return () => {
        unsubscribe();
        tell.stop();
      };
    },
    [store, select],
  );
  return useSyncExternalStore(subscribe, () => select(snapshotIn(store.getState()).view));
}

/** What this person alone sees. */
export function useOwn<Part>(select: (own: OwnView) => Part): Part {
  return useSnapshot(({ own }) => select(own));
}

/** This person: id, role and place. */
export type Me = { person: string } & Audience;

/** Who this person is here: id, role and place. */
export function useMe(): Me {
  return useSnapshot(({ me, audience }) => ({ person: me, ...audience }));
}

/** Somebody's role in a room: that of the dialogue, or a higher one that they hold in this room alone. Without a person it is this person's own. */
export function useRoleIn(room: string, person?: string): Role | null {
  return useSnapshot(({ view, me }) => situationOf(view).roleIn(person ?? me, room));
}

/** Sends commands: they are kept on this device until the server has answered. */
export function useCommand(): Send {
  return useDialogue().send;
}

/**
 * Returns whether this person may do something now; ask it before rendering a button, so that an impossible action is absent.
 * Only another answer to something that was asked renders again, and gives another function.
 */
export function useMay(): May {
  const { store } = useDialogue();
  const answers = useMemo(() => openAnswers(() => snapshotIn(store.getState())), [store]);
  return useSyncExternalStore(store.subscribe, answers.current);
}

/** Whether this tab is connected, and since when. */
export function useConnection(): DialogueState['connection'] {
  return useStore(useDialogue().store, state => state.connection);
}

/** What this person has sent and the view does not show yet. */
export function useOutbox<Part>(select: (items: readonly OutboxItem[]) => Part): Part {
  return useStore(
    useDialogue().store,
    useShallow(({ outbox }: DialogueState) => select(outbox)),
  );
}

/** Returns the server's time in ms since the epoch, for countdowns; reading it renders nothing again. */
export function useServerClock(): () => number {
  const { store } = useDialogue();
  return useCallback(() => Date.now() + (store.getState().snapshot?.clockOffset ?? 0), [store]);
}

/** A text field whose content survives a reload. */
export function useDraft(name: string): [text: string, write: (text: string) => void] {
  const { drafts } = useDialogue();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(name));
  const write = useCallback((changed: string) => drafts.write(name, changed), [drafts, name]);
  return [text, write];
}

/** The drafts whose names begin so, by name. */
export function useDraftsUnder(prefix: string): Readonly<Record<string, string>> {
  const { drafts } = useDialogue();
  return useSyncExternalStore(drafts.subscribe, () => drafts.under(prefix));
}

function useSnapshot<Part>(select: (snapshot: DialogueSnapshot) => Part): Part {
  return useStore(
    useDialogue().store,
    useShallow((state: DialogueState) => select(snapshotIn(state))),
  );
}

function snapshotIn({ snapshot }: DialogueState): DialogueSnapshot {
  if (!snapshot) throw new Error('the dialogue has not arrived yet');
  return snapshot;
}
