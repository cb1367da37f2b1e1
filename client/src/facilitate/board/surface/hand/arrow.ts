import { letGo } from '@multaqa/shared/facilitate/board/scene/carry';
import { lineOf } from '@multaqa/shared/facilitate/board/scene/geometry';
import { isBoxed, type OfKind, type ThingId } from '@multaqa/shared/facilitate/board/scene/thing';
import { asThing, newThing } from '../../scene/new-thing.ts';
import type { Desk } from '../desk.ts';
import { type Changes, changed, commit, put } from '../edit.ts';
import { ownHand } from './move.ts';
import { type Grip, isDrag, type Press, thingUnder } from './press.ts';

/** What the end of an arrow would hold on to at a place. */
function holdAt(desk: Desk, press: Press): ThingId | null {
  const thing = thingUnder(desk, press);
  return thing && isBoxed(thing) && thing.kind !== 'stroke' ? thing.id : null;
}

/** Draws an arrow; its ends hold on to what is under them. */
export function arrowing(desk: Desk, begin: Press): Grip {
  const from = holdAt(desk, begin);
  let data: ReturnType<typeof newThing> | null = null;
  const end = () => desk.ui.setState({ draft: null, busy: 'no', target: null });
  return {
    move(press) {
      if (!data && !isDrag(begin, press)) return;
      const under = holdAt(desk, press);
      const to = under === from ? null : under;
      data = newThing(desk.board.scene(), {
        ...{ kind: 'arrow', colour: desk.ui.getState().ink, text: '', says: null, heads: 'end' },
        ...{ line: lineOf(begin.at, press.at), from, to },
      });
      desk.ui.setState({ draft: asThing(data), busy: 'drawing', target: to });
    },
    up() {
      end();
      const [id] = data ? (put(desk, [data]) ?? []) : [];
      if (id === undefined) return;
      desk.choose([id]);
      desk.ui.setState({ tool: 'select' });
    },
    cancel: end,
  };
}

/** Pulls at one end of an arrow that is there. */
export function pullingEnd(desk: Desk, arrow: OfKind<'arrow'>, end: 'from' | 'to'): Grip {
  const scene = desk.board.scene();
  let changes: Changes = new Map();
  const stop = () => {
    desk.look.preview(ownHand, null);
    desk.ui.setState({ busy: 'no', target: null, carry: null });
  };
  return {
    move(press) {
      const under = holdAt(desk, press);
      const hold = under === (end === 'from' ? arrow.to : arrow.from) ? null : under;
      const carry = { ids: [arrow.id], end, at: press.at, hold };
      changes = letGo(scene, carry);
      desk.look.preview(ownHand, changed(desk.board.scene(), changes));
      desk.ui.setState({ busy: 'moving', target: hold, carry });
    },
    up() {
      commit(desk, changes);
      stop();
    },
    cancel: stop,
  };
}
