import type { ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { flushSync } from 'react-dom';
import type { Desk } from '../desk.ts';

/** Lets this person write in a thing. The field has the focus when this returns, so that no letter goes elsewhere, and a phone opens its keyboard. */
export function startWriting({ ui }: Desk, id: ThingId): void {
  flushSync(() => ui.setState({ writes: id, chosen: [id], kept: [], focused: null }));
}
