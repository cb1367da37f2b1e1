import type { ShownBlock } from '@multaqa/shared/facilitate/agenda/agenda.view';
import { nameIn } from '@multaqa/shared/name-in';
import { offerUndo } from '../../design/toasts.tsx';
import { useRoom } from '../../dialogue/room.ts';
import { useCommand } from '../../dialogue/use-dialogue.ts';
import { useLanguage } from '../../platform/languages.ts';
import { useText } from './texts.ts';
import { useAgenda } from './use-agenda.ts';

/** Moves the session on to a block, and offers the way back. */
export function useGo(): (to: ShownBlock) => void {
  const text = useText();
  const { language } = useLanguage();
  const { session } = useRoom().session;
  const isFirst = useAgenda()?.now === null;
  const send = useCommand();
  return ({ block, title }) => {
    void send('agenda.go', { session, block }).then(ack => {
      if (!ack.ok || isFirst) return;
      offerUndo({
        message: text('agenda.moved', { block: nameIn(title, language) }),
        label: text('common.undo'),
        undo: () => void send('agenda.back', { session, block }),
      });
    });
  };
}
