import type { ComponentProps } from 'react';
import { MovesWhileLive } from './breakouts/MovesWhileLive.tsx';
import { PersonLine } from './media/host/PersonLine.tsx';
import { PeopleHere } from './sessions/live/PeopleHere.tsx';

/** The people of a session, each with their microphone and line, and for hosts with what they can do for them. */
export function PeoplePanel() {
  return <PeopleHere Actions={Line} />;
}

const Line = (props: ComponentProps<typeof PersonLine>) => <PersonLine {...props} More={MovesWhileLive} />;
