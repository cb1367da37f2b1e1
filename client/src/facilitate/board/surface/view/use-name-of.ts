import type { Thing } from '@multaqa/shared/facilitate/board/scene/thing';
import { useCallback } from 'react';
import { useSaid } from '../../said.ts';
import { useText } from '../texts.ts';

/** Says in words what a thing is and what is written in it, for those who hear the board. */
export function useNameOf(): (thing: Thing) => string {
  const text = useText();
  const said = useSaid();
  return useCallback(
    thing => {
      const kind = text(`surface.kind.${thing.kind}`);
      const words = wordsOf(thing) || ('says' in thing && thing.says ? said(thing.says) : '');
      return words ? text('surface.thing', { kind, words }) : text('surface.thing.empty', { kind });
    },
    [text, said],
  );
}

function wordsOf(thing: Thing): string {
  if ('text' in thing) return thing.text;
  if (thing.kind === 'image') return thing.alt;
  return thing.kind === 'stamp' ? thing.emoji : '';
}
